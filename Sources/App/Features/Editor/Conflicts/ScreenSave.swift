public import Content

/// A screen on its way to the server, which others may be saving at the same time.
public struct ScreenSave: Equatable, Sendable {
  /// How often it is sent when somebody else is first each time.
  static let tries = 4

  /// What the edit began with.
  let base: Screen
  /// What came of it.
  let mine: Screen
  /// What the server had when it was asked last; the content is saved over it.
  public private(set) var theirs: Screen
  /// What is sent: mine, with what others have saved since the edit began.
  public private(set) var content: Screen
  private var attempt = 1

  public init(_ mine: Screen, over base: Screen) {
    self.base = base
    self.mine = mine
    theirs = base
    content = mine
  }

  /// Who has saved what was merged in; `nil` when nobody has.
  public var mergedWith: String? { attempt == 1 ? nil : theirs.updatedBy?.name ?? "" }

  enum Next: Equatable, Sendable {
    case send
    /// Both have changed the same.
    case ask
    case giveUp
  }

  /// What comes after somebody else was first.
  ///
  /// - Parameter newest: what the server has now.
  mutating func meet(_ newest: Screen) -> Next {
    guard attempt < ScreenSave.tries else { return .giveUp }
    attempt += 1
    // From what the edit began with, so that a change of theirs that was taken back is none.
    let merge = ScreenMerge(base: base, mine: mine, theirs: newest)
    guard merge.conflicts.isEmpty else { return .ask }
    theirs = newest
    content = merge.screen.content
    return .send
  }
}

extension State {
  /// Somebody else has saved first: what can be put together is sent again, the rest is asked for.
  ///
  /// It goes on when the editor was left meanwhile.
  mutating func takeOvertaken(
    _ save: ScreenSave, by newest: Screen, _ trouble: Trouble
  ) -> [Effect] {
    var save = save
    switch save.meet(newest) {
    case .send: return [.ask(.editor(.save(save)))]
    case .ask: return meetConflict(newest)
    case .giveUp: return failEditor(trouble)
    }
  }
}
