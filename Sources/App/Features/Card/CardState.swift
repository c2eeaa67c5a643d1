import Barcodes
import Cells
public import Loyalty

/// The one-time code that stands for the member's card while its sheet is open.
public struct CardState: Equatable, Sendable {
  var code: LiveCode?
  /// The code's symbol, encoded once when it arrives.
  var symbol = CardSymbol.none
  var isAsking = false
  /// When to ask again after a failure; `nil` asks at once.
  var retryAt: Instant?
  /// The server has no such codes; asking again changes nothing.
  var isRefused = false

  public init() {}

  /// Seconds between questions while the server is not reached.
  static let retrySeconds: Int64 = 5
}

/// A code that stands for a card for a short while, by this machine's clock.
public struct LiveCode: Equatable, Sendable {
  public var card: Card.ID
  public var value: String
  public var expiresAt: Instant
  /// From when on there is another one.
  public var refreshAt: Instant

  public init(card: Card.ID, value: String, expiresAt: Instant, refreshAt: Instant) {
    self.card = card
    self.value = value
    self.expiresAt = expiresAt
    self.refreshAt = refreshAt
  }
}

extension State {
  /// The code that may be shown now.
  var liveCode: LiveCode? {
    guard let code = card.code, code.card == home.contents.card?.id, code.expiresAt > now else {
      return nil
    }
    return code
  }

  /// What the till reads on the card's sheet: the one-time code while it holds, else the plain card.
  var shownCardSymbol: CardSymbol {
    if liveCode != nil, case .encoded = card.symbol { return card.symbol }
    return home.symbol
  }

  /// Asks for the next code before the old one ends; only while somebody looks at the card.
  mutating func followCode() -> [Effect] {
    guard isSignedIn, sheets.last == .card, let id = home.contents.card?.id else { return [] }
    if liveCode == nil { card.code = nil }
    let isDue = card.code.map { $0.refreshAt <= now } ?? true
    let mayAsk = card.retryAt.map { $0 <= now } ?? true
    guard isDue, mayAsk, !card.isAsking, !card.isRefused else { return [] }
    card.isAsking = true
    return [.ask(.cardCode(id))]
  }

  mutating func showCode(_ code: LiveCode) {
    guard isSignedIn else { return }
    card.isAsking = false
    card.retryAt = nil
    guard code.expiresAt > now else {
      card.retryAt = now.adding(seconds: 1)
      return
    }
    card.symbol = CardSymbol(.qr, code.value)
    card.code = code
  }

  mutating func failCode(_ trouble: Trouble) {
    // What comes late is no word about the card of who signs in next.
    guard isSignedIn else { return }
    card.isAsking = false
    switch trouble {
    case .refused(_, _, _, nil): card.isRefused = true
    case .refused(_, _, _, let seconds?):
      card.retryAt = now.adding(seconds: Int64(min(3600, max(1, seconds))))
    case .offline, .garbled, .tooLarge, .signedOut, .local, .storage:
      card.retryAt = now.adding(seconds: CardState.retrySeconds)
    }
  }

  /// The next second of the countdown, or the next question; only while the card is on top.
  var codeDeadline: Instant? {
    guard isSignedIn, sheets.last == .card, home.contents.card != nil else { return nil }
    if let code = liveCode {
      let left = code.expiresAt.rawValue - now.rawValue
      return now.adding(milliseconds: (left - 1) % 1000 + 1)
    }
    return card.isAsking || card.isRefused ? nil : card.retryAt
  }

  /// Which of the two is shown, and until when.
  var codeCaption: String {
    if let code = liveCode, case .encoded = card.symbol {
      let left = (code.expiresAt.rawValue - now.rawValue + 999) / 1000
      let seconds = left % 60
      return phrases.say(
        .oneTimeCode, ["time": "\(left / 60):\(seconds < 10 ? "0" : "")\(seconds)"])
    }
    if card.isAsking { return phrases.say(.plainCardWaiting) }
    return phrases.say(card.isRefused ? .plainCard : .plainCardOffline)
  }
}
