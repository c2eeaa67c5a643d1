public import Cells
public import Loyalty

/// Everything that happens to the app, as a value.
public enum Event: Hashable, Sendable {
  case input(Input)
  /// An element was tapped, or a command chosen.
  case action(Action)
  /// The terminal's own background, when it answers and differs from what is assumed.
  case terminalIsLight(Bool)
  /// The moment that `State.nextDeadline` named has come.
  case deadline

  /// What the local store holds for the home screen.
  case homeLoaded(HomeContents)
  case historyLoaded(HistoryPage)
  case newerHistoryLoaded(NewerHistory)
  /// A step of a search is done, and the next one may begin.
  case historySearched(HistoryQuery)
  /// The server's answer is in the local store.
  case pulled
  /// The server says that something has changed.
  case news
  /// Nobody listens to the server any more.
  case unfollowed
  /// One older page is in the local store; whether the server has still older ones.
  case pulledOlder(hasMore: Bool)
  case codeSent(Challenge)
  case signedIn
  case signedOut
  case failed(Request, Trouble)

  /// A text message arrived on the member's phone, in a demo.
  case message(TextMessage)
  /// The calendar shows another time than what has passed since the event before.
  case clockMoved(milliseconds: Int64)
  case notice(Notice)
  case explanationLoaded(ExplanationContents)
  case tierAnswered(TierStatus)

  case rewardsLoaded(RewardsContents)
  /// Points were spent; the coupon is in the local store.
  case redeemed(Coupon)
  case promotionsLoaded(PromotionsContents)
  /// The member joined or left; the promotion as it is now.
  case promotionChanged(Promotion)
  case promoCodeAnswered(PromoCodeOutcome)
  case codeArrived(LiveCode)

  case inboxLoaded(InboxContents)
  /// What the member did is in the local store, to be sent.
  case outboxFilled
  /// The server has all that waited.
  case outboxSent
  case storesLoaded(StoresContents)
  case referralLoaded(ReferralContents)
  case referralClaimed
  case wallet(WalletEvent)
  /// The slides to show before the login; none when they were seen.
  case introLoaded([IntroSlide])
  case accountsLoaded(AccountsContents)
  case accountRefused(AccountRefusal)
  case profileLoaded(ProfileContents)
  /// The server will never take what was typed.
  case profileRefused(ProfileRefusal)
  case sessionsLoaded([LoginSession])
  /// Those that were to end have ended.
  case sessionsEnded
  /// Everything is in a new file, at this path.
  case exported(path: String)
  case exportFailed(ExportFailure)
  /// Nothing of the member is left on this machine; whether the server said that it is so there.
  case accountDeleted(isConfirmed: Bool)
  case screens(ScreensEvent)
  case editor(EditorEvent)
  case drafts(DraftsEvent)

  /// What was asked for when something failed.
  public enum Request: String, Hashable, Sendable {
    case pull
    case pullOlder
    case sendCode
    case verifyCode
    case store
    case redeem
    case askTier
    case outbox
    case claimReferral
    case enrollment
    case promoCode
    case fetchCode
    case account
    case sessions
    case export
    case deleteAccount
    case editor
  }
}

/// An SMS as the demo shows it.
public struct TextMessage: Hashable, Sendable {
  public var text: String
  public var code: String
  /// The login that the code is for.
  public var challenge: Challenge.ID

  public init(text: String, code: String, challenge: Challenge.ID) {
    self.text = text
    self.code = code
    self.challenge = challenge
  }
}

/// Something that the member should know and cannot undo.
public enum Notice: Hashable, Sendable {
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
public enum Trouble: Hashable, Sendable {
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
