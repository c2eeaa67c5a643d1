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
    return [.ask(.pull)]
  }

  mutating func confirmConnection() {
    network = .idle
    failedAttempts = 0
  }

  /// Back to the login.
  mutating func leaveAccount() { self = State(afterSessionOf: self) }

  /// Takes over what the local store holds; a card is encoded only when it is another one.
  mutating func replaceHome(with contents: HomeContents) {
    let oldCard = home.contents.card
    let oldBrand = program?.brand
    let before = home.contents
    // Without a session what the store still holds of a member is not shown.
    home.contents = isSignedIn ? contents : HomeContents(program: contents.program)
    celebrate(since: before)
    celebrateTier(since: before)
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
