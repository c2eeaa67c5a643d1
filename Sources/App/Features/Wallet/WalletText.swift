import Barcodes
import Loyalty

/// The kinds of code to choose from, and what people call them.
enum WalletKinds {
  /// The commonest first.
  static let names: [BarcodeSymbology] = [
    .code128, .ean13, .qr, .ean8, .upca, .upce, .code39, .code93, .codabar, .itf, .itf14, .pdf417,
    .aztec, .dataMatrix,
  ]

  static func name(_ kind: BarcodeSymbology) -> String {
    switch kind {
    case .qr: "QR"
    case .aztec: "Aztec"
    case .dataMatrix: "Data Matrix"
    case .pdf417: "PDF417"
    case .code128: "Code 128"
    case .code39: "Code 39"
    case .ean13: "EAN-13"
    case .ean8: "EAN-8"
    case .upca: "UPC-A"
    case .itf14: "ITF-14"
    case .itf: "ITF"
    case .codabar: "Codabar"
    case .code93: "Code 93"
    case .upce: "UPC-E"
    }
  }
}

extension State {
  /// What people call a kind of code; one that is not drawn has the name that it came with.
  func barcodeName(_ kind: String) -> String {
    BarcodeSymbology(rawValue: kind).map(WalletKinds.name)
      ?? cleaned(kind.uppercased().replacing("_", with: " "), limit: 30)
  }

  /// Why a value cannot be drawn.
  func words(for error: BarcodeError, kind: String) -> (Phrase, [String: String]) {
    switch error {
    case .empty: (.walletNumberNeeded, [:])
    case .tooLong: (.walletTooLong, ["kind": kind])
    case .character(let character):
      (.walletCharacter, ["kind": kind, "character": cleaned(String(character), limit: 1)])
    case .digits(let found, let expected):
      (.walletDigits, ["kind": kind, "expected": "\(expected)", "found": "\(found)"])
    case .checkDigit(let found, let expected):
      (.walletCheckDigit, ["expected": "\(expected)", "found": "\(found)"])
    case .refused: (.walletUnfit, ["kind": kind])
    }
  }

  func isOver(_ card: LocalCard) -> Bool {
    card.expiresOn.map { $0 < today } ?? false
  }

  /// "until 31 Dec 2027", "from 1 Jan 2027 until 31 Dec 2027"; `nil` without either.
  func expiryWords(_ card: LocalCard) -> String? {
    var words: [String] = []
    if let first = card.validFrom, first > today {
      words.append(phrases.say(.walletFrom, ["day": phrases.day(first, in: today.year)]))
    }
    if let last = card.expiresOn {
      let day = phrases.day(last, in: today.year)
      words.append(phrases.say(isOver(card) ? .walletOver : .walletUntil, ["day": day]))
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private var today: Day { settings.zone.local(now).day }
}
