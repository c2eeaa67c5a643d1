public import Loyalty

/// What a member is asked once before they go in: the terms of today, and at the first login the name
/// and what may be left out.
public struct JoiningState: Equatable, Sendable {
  /// What is on the screen; `nil` when nobody is asked.
  public internal(set) var page: Page?
  var name = TextField(limit: 120)
  var problem: Form.Problem?
  /// The first line of the terms on the screen.
  var top = 0
  /// Whether what is to be asked waits until nothing else is open.
  var isDue = false
  /// Whether the server has said in this run that nothing is to be asked, or all was answered.
  var isSettled = false

  public init() {}

  public struct Page: Equatable, Sendable {
    /// What is agreed to as a whole.
    public var terms: [Consent]
    /// What may be left out.
    public var choices: [Consent]
    /// Of those; nothing is given before somebody has chosen it.
    public var given: Set<Consent.ID> = []
    public var asksName: Bool
    /// Whether the member has agreed to nothing before.
    public var isFirst: Bool
  }
}

extension State {
  /// Whether a member is asked before they go in.
  var isJoining: Bool { isSignedIn && joining.page != nil }

  /// What is to be asked, by what the server has said; `nil` when it is nothing.
  fileprivate var joiningPage: JoiningState.Page? {
    let consents = profile.contents.consents ?? []
    let terms = consents.filter { $0.isRequired && !$0.isCurrent }
    guard !terms.isEmpty else { return nil }
    let isFirst = terms.contains { !$0.isGiven }
    let member = profile.contents.member
    return JoiningState.Page(
      terms: terms, choices: isFirst ? consents.filter { !$0.isRequired && !$0.isGiven } : [],
      asksName: isFirst && member != nil && member?.firstName == nil, isFirst: isFirst)
  }

  /// Asks what is to be asked, after an answer of the server and while nothing else is open.
  ///
  /// Without the server nobody is kept from their card: the next start that reaches it asks.
  mutating func settleJoining(after event: Event) {
    guard isSignedIn, joining.page == nil else { return }
    // What was agreed to was no more the text of today.
    if case .failed(.outbox, _) = event { joining.isSettled = false }
    if event == .pulled, !joining.isSettled, profile.contents.consents != nil {
      joining.isDue = joiningPage != nil
      joining.isSettled = !joining.isDue
    }
    guard joining.isDue, sheets.isEmpty, !isTyping, let page = joiningPage else { return }
    joining = JoiningState()
    joining.page = page
    focus = page.asksName ? nil : .agree
  }

  /// Whether words of one's own are being written.
  private var isTyping: Bool { focusedField != nil }
}
