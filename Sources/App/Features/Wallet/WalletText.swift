import Barcodes
import Loyalty

/// The kinds of code to choose from, and what people call them.
enum WalletKinds {
  /// The commonest first.
  static let names: [BarcodeSymbology] = [
    .code128, .ean13, .qr, .ean8, .upca, .code39, .itf14, .pdf417, .aztec, .dataMatrix,
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

  /// The last day on which a card holds.
  func expiryDay(_ card: LocalCard) -> Day? {
    card.expiresAt.map { settings.zone.local($0).day }
  }

  func isOver(_ card: LocalCard) -> Bool {
    expiryDay(card).map { $0 < settings.zone.local(now).day } ?? false
  }

  /// "until 31 Dec 2027"; `nil` without an end.
  func expiryWords(_ card: LocalCard) -> String? {
    expiryDay(card).map { day in
      let words = phrases.day(day, in: settings.zone.local(now).day.year)
      return phrases.say(isOver(card) ? .walletOver : .walletUntil, ["day": words])
    }
  }

  /// A day as the form shows it.
  func typed(_ day: Day) -> String {
    guard settings.language == .russian else { return day.description }
    return day.description.split(separator: "-").reversed().joined(separator: ".")
  }
}

extension Day {
  /// Reads `2027-12-31`, `31.12.2027` or `1.2.2027`.
  init?(typedText text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      self.init(text)
      return
    }
    func padded(_ part: Substring) -> String { part.utf8.count == 1 ? "0\(part)" : String(part) }
    self.init("\(parts[2])-\(padded(parts[1]))-\(padded(parts[0]))")
  }
}

extension Zone {
  /// The moment at which a day begins.
  func midnight(of day: Day) -> Instant {
    let utc = Instant(milliseconds: day.daysSince1970 * 86_400_000)
    let guess = utc.adding(seconds: -Int64(offset(at: utc)))
    return utc.adding(seconds: -Int64(offset(at: guess)))
  }
}
