public import Cells
public import Loyalty

/// Everything that happens to the app, as a value.
public enum Event: Equatable, Sendable {
  case input(Input)
  /// An element was tapped, or a command chosen.
  case action(Action)
  /// The terminal's own background, when it answers and differs from what is assumed.
  case terminalIsLight(Bool)
  /// Whether the terminal draws signs of ambiguous width in two columns.
  case signsAreWide(Bool)
  /// The moment that `State.nextDeadline` named has come.
  case deadline

  /// The calendar shows another time than what has passed since the event before.
  case clockMoved(milliseconds: Int64)
  case notice(Notice)

  /// This came into the local store with an answer, be it before that has failed.
  case arrived(Set<Resource>)
  /// The server's answer is in the local store, and what came of it is shown.
  case pulled
  /// The server says that something has changed.
  case news
  /// Nobody listens to the server any more.
  case unfollowed
  /// What the member did is in the local store, to be sent.
  case outboxFilled
  /// The server has all that waited.
  case outboxSent
  /// What the server was asked for did not work.
  case failed(ServerRequest, Trouble)
  /// The local store could not be read, or did not keep what it was given.
  case storeFailed(Trouble)

  case home(HomeEvent)
  case history(HistoryEvent)
  case rewards(RewardsEvent)
  case promotions(PromotionsEvent)
  case screens(ScreensEvent)
  case explanation(ExplanationEvent)
  case tier(TierEvent)
  case inbox(InboxEvent)
  case shops(ShopsEvent)
  case referral(ReferralEvent)
  case promoCode(PromoCodeEvent)
  case card(CardEvent)
  case wallet(WalletEvent)
  case intro(IntroEvent)
  case login(LoginEvent)
  case accounts(AccountsEvent)
  case forgetting(ForgettingEvent)
  case profile(ProfileEvent)
  case sessions(SessionsEvent)
  case saving(SavingEvent)
  case editor(EditorEvent)
  case drafts(DraftsEvent)
  case pictures(PicturesEvent)
}

/// Something that the member should know and cannot undo.
public enum Notice: Equatable, Sendable {
  /// The local store was damaged; it stands aside under this name and is being rebuilt.
  case storeRebuilt(asideName: String)
  /// The list of accounts made no sense; it stands aside under this name.
  case accountsSetAside(name: String)
  /// The list of accounts stays as it is on the disk, for this reason.
  case accountsNotKept(StorageProblem)
  /// Nothing is kept on this machine when the app is left.
  case notKept(StorageProblem)
  /// The log cannot be kept; all else is.
  case notLogged(StorageProblem)
  /// The server is asked without TLS, as the person has once agreed to.
  case inTheClear(origin: String)
}

/// Why something did not work, as far as the app has to know.
public enum Trouble: Equatable, Sendable {
  /// The server was not reached, or something else answered in its place.
  case offline(Unreached)
  /// The server said no, in the member's language.
  case refused(code: String, title: String, detail: String?, retryAfter: Int?)
  /// The server's answer made no sense.
  case garbled
  case tooLarge
  /// The session is over.
  case signedOut
  /// This machine failed at it, and no disk has refused anything.
  case local(LocalFault)
  /// The disk refuses to hold what has come, or to give what is there.
  case storage(StorageProblem)

  /// Whether only a newer version of the app can talk to the server.
  var isTooOld: Bool {
    if case .refused(let code, _, _, _) = self { code == "client_too_old" } else { false }
  }

  /// Whether it has to be said although what is stored is shown: there is more to it than that
  /// nothing answers.
  var isToBeTold: Bool {
    switch self {
    case .offline(let cause): !cause.isSilence
    case .refused, .garbled, .tooLarge, .local, .storage: true
    case .signedOut: false
    }
  }

  /// Whether no server of ours was there.
  var isAway: Bool {
    if case .offline(let cause) = self { !cause.isAnswer } else { false }
  }

  /// Seconds after which the server wants to be asked again, if it has said so.
  var seconds: Int? {
    get {
      switch self {
      case .offline(let cause): cause.seconds
      case .refused(_, _, _, let seconds): seconds
      case .garbled, .tooLarge, .signedOut, .local, .storage: nil
      }
    }
    set {
      switch self {
      case .offline(var cause):
        cause.seconds = newValue
        self = .offline(cause)
      case .refused(let code, let title, let detail, _):
        self = .refused(code: code, title: title, detail: detail, retryAfter: newValue)
      case .garbled, .tooLarge, .signedOut, .local, .storage: break
      }
    }
  }
}
