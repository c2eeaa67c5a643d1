import Barcodes
import Loyalty

extension CardSymbol {
  init(_ card: Card) {
    self.init(card.symbology, card.value)
  }

  init(_ symbology: Symbology, _ value: String, in encoding: String? = nil, isGS1: Bool = false) {
    guard let symbology = BarcodeSymbology(rawValue: symbology.rawValue) else {
      self = .unreadable
      return
    }
    do {
      self = .encoded(try symbology.encode(value, in: encoding, isGS1: isGS1))
    } catch {
      // NB: fourteen digits that are no number of GS1's are bars all the same.
      let bars = symbology == .itf14 ? try? BarcodeSymbology.itf.encode(value) : nil
      self = bars.map(CardSymbol.encoded) ?? .unreadable
    }
  }
}
