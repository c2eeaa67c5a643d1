public import Cells
public import Loyalty
public import Themes

/// All that the app is at one moment; the view is a function of it and of nothing else.
public struct State: Equatable, Sendable {
  public var size: Size
  public var settings: Settings
  /// What the person chose; the program may not have it.
  public internal(set) var chosenLanguage: Language
  /// What the look comes to for the brand on the screen.
  public internal(set) var theme: Theme
  /// When the last event happened.
  public var now: Instant
  /// What was on the screen when the event came that is being handled; `nil` between events, and
  /// where the event asks for nothing of it.
  var seen: Frame?

  /// The first line on the screen of the text that the sheet on top has.
  var textTop = 0

  public var tab = Tab.home
  public var login = LoginState()
  public internal(set) var intro = IntroState()
  public internal(set) var joining = JoiningState()
  public var home = HomeState()
  public var history = HistoryState()
  public var rewards = RewardsState()
  public var isSignedIn: Bool
  /// Where the account that is open has its server.
  public var server = ServerNote()
  /// Whether somebody looks around without an account.
  public internal(set) var isGuest = false

  public var network = NetworkState.idle
  /// Pulls that failed in a row before the one under way.
  var failedAttempts = 0
  /// What kept the server from being asked, as last told; the same is not told again.
  var toldTrouble: Trouble?
  var live = LiveState()
  /// What covers the screen, the topmost last.
  public var sheets: [Sheet] = [] {
    didSet {
      guard let form, !sheets.contains(form.sheet) else { return }
      keepDraft(of: form)
      self.form = nil
    }
  }
  public var toasts: [Toast] = []
  /// What takes the whole screen for a moment.
  public internal(set) var celebration: Celebration?
  public var focus: Element.ID?
  public var explanation = ExplanationState()
  var expiry = ListState()
  public var tier = TierState()
  /// What is being typed in a sheet; it goes with the sheet.
  public internal(set) var form: Form?
  public var more = ListState()
  public internal(set) var help = HelpState()
  public var inbox = InboxState()
  public var shops = ShopsState()
  public var referral = ReferralState()
  public var promotions = PromotionsState()
  public var stamps = ListState()
  public var card = CardState()
  public var wallet = WalletState()
  public internal(set) var accounts = AccountsState()
  public internal(set) var forgetting = ForgettingState()
  public var profile = ProfileState()
  var saving = SavingState()
  public internal(set) var screens = ScreensState()
  public internal(set) var editor: EditorState?
  public internal(set) var drafts = DraftsState()
  public internal(set) var palette = PaletteState()
  public internal(set) var pictures = PicturesState()
  /// Whom an editor plays while looking at content screens.
  public internal(set) var travel: Travel?
  /// While a screen is on its way into the editor.
  var isOpeningEditor = false
  /// How large the symbol for the till is drawn; `nil` is as large as fits.
  var paperZoom: Int?
  /// Whether it is white on black.
  var isInkSwapped = false

  public init(size: Size, settings: Settings, isSignedIn: Bool, now: Instant) {
    self.size = size
    self.settings = settings
    chosenLanguage = settings.language
    theme = settings.look.theme(for: nil)
    self.isSignedIn = isSignedIn
    self.now = now
  }

  /// What is left when a session ends.
  ///
  /// It belongs to the terminal, to this machine or to the business; whatever is not named here is
  /// the member's, and gone.
  init(afterSessionOf state: State) {
    self.init(size: state.size, settings: state.settings, isSignedIn: false, now: state.now)
    chosenLanguage = state.chosenLanguage
    home.contents.program = state.program
    dress()
    intro = state.intro
    server = state.server
    accounts = state.accounts
    toasts = state.toasts
    toldTrouble = state.toldTrouble
    live.isInFront = state.live.isInFront
  }

  public var program: Program? { home.contents.program }

  /// Wears the theme again after the brand or the look has changed.
  mutating func dress() {
    theme = settings.look.theme(for: program?.brand)
  }

  var phrases: Phrasebook { Phrasebook(settings.language) }
}

/// What there is to say of the server of an account before anybody has logged in.
public struct ServerNote: Equatable, Sendable {
  /// Its address as it may be shown; `nil` for one of the demo's own.
  public var name: String?
  /// The number of a member whose messages arrive on this screen.
  public var demoPhone: PhoneNumber?

  public init(name: String? = nil, demoPhone: PhoneNumber? = nil) {
    self.name = name
    self.demoPhone = demoPhone
  }
}

/// What the person, the terminal and the command line chose.
public struct Settings: Equatable, Sendable {
  public var language: Language
  public var look: Look
  public var zone: Zone
  /// Whether numbers may count up before the reader's eyes.
  public var hasMotion: Bool
  /// Whether pictures of the business are fetched and shown.
  public var hasPictures = true
  /// How the terminal shows pixels; `nil` while it shows none.
  public var display: PixelDisplay?
  /// Whether only full blocks can be drawn: then a code is twice as large, or only its number.
  public var hasWideSigns = false

  public init(language: Language, look: Look, zone: Zone = .utc, hasMotion: Bool = true) {
    self.hasMotion = hasMotion
    self.language = language
    self.look = look
    self.zone = zone
  }
}

/// Where the talk with the server stands.
public enum NetworkState: Equatable, Sendable {
  case idle
  /// Asked; a word about it shows when it takes long.
  case working(since: Instant)
  /// Failed so many times in a row; the next try is at `retryAt`.
  case failed(Trouble, attempts: Int, retryAt: Instant)

  /// Whether there is no server to ask: what it answers with an error may be asked all the same.
  var isAway: Bool { trouble?.isAway ?? false }

  var isWorking: Bool {
    if case .working = self { return true }
    return false
  }

  public var trouble: Trouble? {
    if case .failed(let trouble, _, _) = self { return trouble }
    return nil
  }

  /// Seconds before the next try: 2, 4, 8 … 60, and not before the server wishes for it, if that is
  /// within an hour.
  static func delay(afterAttempts attempts: Int, wish: Int? = nil) -> Int64 {
    max(min(60, 1 << Int64(min(attempts, 6))), min(3600, Int64(wish ?? 0)))
  }

  /// What is wrong, with the seconds that are still to wait.
  func trouble(now: Instant) -> Trouble? {
    guard case .failed(var trouble, _, let retryAt) = self else { return nil }
    if let seconds = trouble.seconds, seconds > 0, seconds <= 3600 {
      trouble.seconds = max(1, Int(retryAt.seconds(since: now)))
    }
    return trouble
  }
}
