public import Barcodes

/// The card, the balance and the last lines of the ledger.
public struct HomeState: Equatable, Sendable {
  public var contents = HomeContents()
  /// The card's symbol, encoded once when the card arrives.
  public var symbol = CardSymbol.none
  /// The balance on its way from what it was.
  var countUp: CountUp?

  public init() {}
}

/// A card's value as a symbol.
public enum CardSymbol: Equatable, Sendable {
  case none
  case encoded(Modules)
  /// The value or the symbology cannot be drawn; the number still works at the till.
  case unreadable

  /// What bars hold, whatever was typed; `nil` for other symbols, which may hold more than a number.
  var numberInBars: String? {
    guard case .encoded(let modules) = self, modules.symbology.isLinear else { return nil }
    return modules.content
  }
}
