import Barcodes
import Loyalty

extension CardSymbol {
  init(_ card: Card) {
    self.init(card.symbology, card.value)
  }

  init(_ symbology: Symbology, _ value: String) {
    guard let symbology = BarcodeSymbology(rawValue: symbology.rawValue) else {
      self = .unreadable
      return
    }
    do {
      self = .encoded(try symbology.encode(value))
    } catch {
      self = .unreadable
    }
  }
}
