import Barcodes
import Loyalty

/// What stands in the form of a card, as a code.
struct CardPreview: Equatable, Sendable {
  /// Number, kind and what the code holds, as they were encoded.
  var typed: [String] = []
  var symbol = CardSymbol.none
  /// Why there is none.
  var problem: Form.Problem?
}

extension State {
  /// Guesses the kind of a new card's code from its number, and encodes what is typed when it has
  /// changed.
  mutating func previewCard() {
    guard let open = openForm, case .wallet(.form(let id)) = open.sheet else {
      if !wallet.preview.typed.isEmpty { wallet.preview = CardPreview() }
      return
    }
    if id == nil { form?.propose(.cardKind, likelyKind(of: open[.cardNumber]).rawValue) }
    guard let form = openForm else { return }
    let typed = [form[.cardNumber], form[.cardKind], form[.cardValue]]
    guard typed != wallet.preview.typed else { return }
    wallet.preview = CardPreview(typed: typed)
    guard let kind = BarcodeSymbology(rawValue: typed[1]),
      typed[0].contains(where: { !$0.isWhitespace })
    else { return }
    let old = id.flatMap { wallet.card($0) }
    var card = LocalCard(name: "", number: typed[0], value: typed[2].isEmpty ? nil : typed[2])
    if card.value == nil, kind.isNumber { card.value = typed[0].withoutGaps }
    // What a file has brought is not always what its field can show.
    if !form.isTouched(.cardNumber), !form.isTouched(.cardValue), let old { card = old }
    do throws(BarcodeError) {
      let modules = try kind.encode(
        card.cleaned.code, in: old?.encoding, isGS1: old?.isGS1 ?? false)
      wallet.preview.symbol = .encoded(modules)
    } catch {
      let (phrase, values) = words(for: error, kind: barcodeName(kind.rawValue))
      wallet.preview.problem = .phrase(phrase, values)
    }
  }
}

/// The kind of code that a number most likely has on its card.
func likelyKind(of number: String) -> BarcodeSymbology {
  let bare = number.withoutGaps
  // A link, or what bars cannot hold or would be too long for.
  guard number.utf8.count <= 48, !number.contains("://"), number.allSatisfy(\.isASCII) else {
    return .qr
  }
  guard !bare.isEmpty, bare.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .code128 }
  func fits(_ kind: BarcodeSymbology) -> Bool {
    do throws(BarcodeError) {
      _ = try kind.encode(bare)
      return true
    } catch {
      return false
    }
  }
  switch bare.utf8.count {
  // Thirteen digits are hardly ever anything else: a wrong last one is a mistyped one.
  case 13: return .ean13
  case 12: return fits(.upca) ? .upca : .code128
  case 8: return fits(.ean8) ? .ean8 : .code128
  case 14: return fits(.itf14) ? .itf14 : .code128
  default: return .code128
  }
}
