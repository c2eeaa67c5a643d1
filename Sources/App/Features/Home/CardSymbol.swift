import Barcodes
import Loyalty

extension CardSymbol {
  init(_ card: Card) {
    guard let symbology = BarcodeSymbology(rawValue: card.symbology.rawValue) else {
      self = .unreadable
      return
    }
    do {
      self = .encoded(try symbology.encode(card.value))
    } catch {
      self = .unreadable
    }
  }
}
