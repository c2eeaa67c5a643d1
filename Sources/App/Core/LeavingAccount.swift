import Barcodes
import Loyalty

extension State {
  /// Failures of the pull in a row, the present try included.
  var attempts: Int {
    if case .failed(_, let attempts, _) = network { return attempts }
    return failedAttempts
  }

  /// Asks the server for what changed, unless that is under way.
  mutating func pull() -> [Effect] {
    guard !network.isWorking else { return [] }
    failedAttempts = attempts
    network = .working(since: now)
    return [.pull]
  }

  mutating func confirmConnection() {
    network = .idle
    failedAttempts = 0
  }

  /// Back to the login; what the business shows to everybody stays.
  mutating func leaveAccount() {
    isSignedIn = false
    live = LiveState()
    isGuest = false
    let program = program
    home = HomeState()
    home.contents.program = program
    history = HistoryState()
    rewards = RewardsState()
    explanation = ExplanationState()
    tier = TierState()
    card = CardState()
    more = ListState()
    inbox = InboxState()
    stores = StoresState()
    referral = ReferralState()
    promotions = PromotionsState()
    stamps = ListState()
    wallet = WalletState()
    screens = ScreensState()
    editor = nil
    drafts = DraftsState()
    travel = nil
    isOpeningEditor = false
    login = LoginState()
    tab = .home
    sheets = []
    // NB: after the sheets: a form that goes with its sheet leaves a draft here.
    profile = ProfileState()
    focus = nil
    confirmConnection()
  }

  /// Takes over what the local store holds; a card is encoded only when it is another one.
  mutating func show(_ contents: HomeContents) {
    let oldCard = home.contents.card
    let oldBrand = program?.brand
    let before = home.contents
    // Without a session what the store still holds of a member is not shown.
    home.contents = isSignedIn ? contents : HomeContents(program: contents.program)
    celebrate(since: before)
    if program?.brand != oldBrand { dress() }
    settleLanguage()
    leaveWithdrawn()
    guard let card = home.contents.card else {
      home.symbol = .none
      return
    }
    if card != oldCard || home.symbol == .none { home.symbol = CardSymbol(card) }
  }
}
