import Content
import Loyalty

/// What an editor can take back, and what it has taken back.
///
/// Nothing that was ever on the screen is cut off: a change after steps that were taken back keeps
/// them among those that lead to it.
///
/// Whole screens are kept: their blocks are shared, so that a step costs what changed and a list of
/// references.
struct EditHistory: Equatable, Sendable {
  private struct Step: Equatable, Sendable {
    var screen: Screen
    var selection: Int
    /// Changes of others that are in it.
    var merged: Int
  }

  /// What others have changed while there were steps to take back.
  private struct TheirChange: Equatable, Sendable {
    var from: Screen
    var to: Screen
  }

  /// Steps that are remembered.
  static let longest = 1000
  /// Milliseconds without a letter after which the next one begins a new change.
  private static let pause: Int64 = 1500

  private var past: [Step] = []
  private var future: [Step] = []
  private var foreign: [TheirChange] = []
  /// What the last change typed, and when.
  private var typing: [String]?
  private var typedAt = Instant(milliseconds: 0)

  /// Remembers what a screen was before a change.
  mutating func note(_ screen: Screen, _ selection: Int, typing: [String]?, at now: Instant) {
    let isSameGo =
      typing != nil && typing == self.typing && future.isEmpty && !past.isEmpty
      && now.rawValue - typedAt.rawValue < EditHistory.pause
    self.typing = typing
    typedAt = now
    if isSameGo { return }
    if !future.isEmpty {
      // What was taken back is not lost by a slip: it lies between two steps to where the change
      // begins, so that taking back goes through all of it.
      past.append(step(screen, selection))
      past += future.reversed()
      future = []
    }
    past.append(step(screen, selection))
    if past.count > EditHistory.longest { past.removeFirst(past.count - EditHistory.longest) }
  }

  var canUndo: Bool { !past.isEmpty }

  mutating func undo(_ screen: Screen, _ selection: Int) -> (Screen, Int)? {
    guard let step = past.popLast() else { return nil }
    typing = nil
    future.append(self.step(screen, selection))
    return (current(step), step.selection)
  }

  mutating func redo(_ screen: Screen, _ selection: Int) -> (Screen, Int)? {
    guard let step = future.popLast() else { return nil }
    typing = nil
    past.append(self.step(screen, selection))
    return (current(step), step.selection)
  }

  /// Others have changed the screen: steps before lead to what they were, with those changes.
  ///
  /// - Returns: what the screen is with them; where both changed the same, as it is here.
  mutating func rebase(_ screen: Screen, from: Screen, to: Screen) -> Screen {
    guard !from.hasSameContent(as: to) else { return screen.content }
    let change = TheirChange(from: from, to: to)
    typing = nil
    foreign.append(change)
    return EditHistory.merge(screen, change)
  }

  private func step(_ screen: Screen, _ selection: Int) -> Step {
    Step(screen: screen, selection: selection, merged: foreign.count)
  }

  private func current(_ step: Step) -> Screen {
    foreign.dropFirst(step.merged).reduce(step.screen, EditHistory.merge)
  }

  private static func merge(_ screen: Screen, _ change: TheirChange) -> Screen {
    ScreenMerge(base: change.from, mine: screen, theirs: change.to).screen.content
  }
}
