import Cells
import Loyalty

@testable import App

extension State {
  /// What does not hold that has to hold after whatever happened; empty when all is well.
  ///
  /// - Parameter before: the state that it came from; a focus that stood there already may have lost
  ///   its element, which comes back with the next answer or the next size.
  func violations(after before: State? = nil) -> [String] {
    let frame = view(self)
    var all = frame.violations(at: size)
    func demand(_ holds: Bool, _ words: @autoclosure () -> String) {
      if !holds { all.append(words()) }
    }
    let isRoomy = size.width >= 40 && size.height >= 15
    if let focus, focus != before?.focus, isRoomy {
      demand(frame.elements.contains { $0.id == focus }, "focus on \(focus.rawValue), not here")
    }
    demand(isListInOrder(surface), "selection outside the list or the screen")
    for sheet in sheets {
      demand(offers(sheet.surface.part), "\(sheet) is a part that the program has not")
      switch sheet.audience {
      case .everybody, .member: break
      case .guest: demand(!isSignedIn, "\(sheet) asks a member to log in")
      case .signedIn, .editor, .publisher: demand(isSignedIn, "\(sheet) without a session")
      }
    }
    demand(form.map { sheets.contains($0.sheet) } ?? true, "a form without its sheet")
    demand(tabs.contains(tab), "a section that is not there")
    if !isSignedIn { all += remainders }
    return all
  }

  /// Bringing the selection back to the screen has nothing to do.
  private func isListInOrder(_ surface: Surface) -> Bool {
    guard let list = surface.list else { return true }
    var state = self
    list.keepVisible(&state)
    return state == self
  }

  /// What is a member's although nobody is signed in.
  private var remainders: [String] {
    var all: [String] = []
    func demand(_ name: String, _ isGone: Bool) {
      if !isGone { all.append("still there: \(name)") }
    }
    demand("home", home.contents == HomeContents(program: program) && home.symbol == .none)
    demand("history", history.entries.isEmpty)
    demand("coupons", rewards.contents.coupons.isEmpty && rewards.step == .browsing)
    demand("explanation", explanation == ExplanationState())
    demand("tier", tier == TierState())
    demand("inbox", inbox == InboxState())
    demand("referral", referral == ReferralState())
    demand("card", card == CardState())
    demand("profile", profile == ProfileState())
    demand("whole screens", screens.whole.isEmpty && screens.choices == nil)
    demand("editor", editor == nil && drafts == DraftsState() && travel == nil)
    return all
  }
}

extension State {
  /// A state that nobody was signed in to before, with what belongs to the terminal, to this machine
  /// and to the business.
  var madeAnew: State {
    var state = State(size: size, settings: settings, isSignedIn: false, now: now)
    state.chosenLanguage = chosenLanguage
    state.home.contents = HomeContents(program: program)
    state.dress()
    state.intro = intro
    state.server = server
    state.accounts = accounts
    state.toasts = toasts
    state.toldTrouble = toldTrouble
    state.live.isInFront = live.isInFront
    // The last screen says what could not be removed.
    state.forgetting.outcome = forgetting.outcome
    return state
  }
}

extension Frame {
  /// A frame fills the screen, and nothing of it stands outside.
  func violations(at size: Size) -> [String] {
    var all: [String] = []
    if grid.size != size { all.append("a frame of \(grid.size) on a screen of \(size)") }
    for element in elements where !element.bounds.isEmpty {
      if element.bounds.intersection(grid.bounds) != element.bounds {
        all.append("\(element.id.rawValue) stands at \(element.bounds) of \(size)")
      }
    }
    if let cursor = modes.cursor, !grid.bounds.contains(cursor) {
      all.append("the cursor is at \(cursor) of \(size)")
    }
    return all
  }
}

extension Sheet {
  /// Who may have it on the screen.
  var audience: Access.Who {
    switch self {
    case .help, .leavingForm, .promotion, .shops, .wallet, .accounts, .screen, .palette,
      .forgetting,
      .rewards(.reward):
      .everybody
    case .loginNeeded: .guest
    case .card, .entry, .rewards(.coupon), .explanation, .expiry, .tier, .inbox, .referral,
      .stamps, .promoCode, .loggingOut, .profile, .consents, .sessions, .saving:
      .signedIn
    case .editor, .drafts, .travel: .editor
    }
  }
}
