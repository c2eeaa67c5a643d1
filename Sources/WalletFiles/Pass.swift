import FoundationEssentials
import Loyalty

/// The `pass.json` of a `.pkpass`
/// (https://developer.apple.com/documentation/walletpasses/pass).
struct Pass: Decodable {
  static let fileName = "pass.json"

  var organizationName: String?
  var description: String?
  var logoText: String?
  var serialNumber: String?
  var expirationDate: String?
  var backgroundColor: String?
  var barcode: Barcode?
  var barcodes: [Barcode]?
  var storeCard: PassFields?
  var coupon: PassFields?
  var generic: PassFields?
  var eventTicket: PassFields?
  var boardingPass: PassFields?

  struct Barcode: Decodable {
    var format: String
    var message: String
    var altText: String?
  }

  static func card(_ bytes: [UInt8]) throws(WalletFileProblem) -> LocalCard {
    let pass: Pass
    do {
      pass = try JSONDecoder().decode(Pass.self, from: Data(bytes))
    } catch {
      throw .damaged(fileName)
    }
    return try pass.card()
  }

  private func card() throws(WalletFileProblem) -> LocalCard {
    // The newer list goes before the one code of old systems.
    let codes = (barcodes ?? []) + [barcode].compactMap(\.self)
    guard let code = codes.first(where: { $0.symbology != nil }) ?? codes.first,
      code.message.contains(where: { !$0.isWhitespace }),
      code.message.count <= LocalCard.Limit.value
    else { throw .noCode }
    let names = [logoText, organizationName, description].compactMap(\.self)
      .map { cleaned($0, limit: LocalCard.Limit.store) }
      .filter { $0.contains { !$0.isWhitespace } }
    guard let store = names.first else { throw .noCode }
    let numbers = [code.altText, code.message, serialNumber].compactMap(\.self)
    let number = numbers.first {
      $0.contains { !$0.isWhitespace } && $0.count <= LocalCard.Limit.number
    }
    var rest: [String: String] = [:]
    rest["headercolor"] = backgroundColor.flatMap(Self.color)
    let card = LocalCard(
      store: store, number: number ?? code.message, value: code.message,
      symbology: code.symbology
        ?? Symbology(rawValue: cleaned(code.format, limit: 30).lowercased()),
      note: note(besides: store), expiresAt: expirationDate.flatMap(Self.moment),
      rest: rest)
    return card.cleaned
  }

  /// The description and the fields, one a line.
  private func note(besides store: String) -> String {
    let style = storeCard ?? coupon ?? generic ?? eventTicket ?? boardingPass
    let lines = [description].compactMap(\.self).filter { $0 != store } + (style?.lines ?? [])
    return lines.joined(separator: "\n")
  }

  /// An instant of ISO 8601, which may come without its seconds.
  static func moment(_ text: String) -> Instant? {
    Instant(rfc3339: text) ?? Instant(rfc3339: "\(text.prefix(16)):00\(text.dropFirst(16))")
  }

  /// `rgb(1, 2, 3)` as the signed number with which Android names a colour.
  static func color(_ text: String) -> String? {
    guard text.hasPrefix("rgb("), text.hasSuffix(")") else { return nil }
    let parts = text.dropFirst(4).dropLast().split(separator: ",").map {
      UInt8(String($0.filter { !$0.isWhitespace }))
    }
    guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else {
      return nil
    }
    let color = 0xFF00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    return String(Int32(bitPattern: color))
  }
}

/// What a pass says in words: labels and values, in the order in which it is read.
struct PassFields: Decodable {
  var headerFields: [Field]?
  var primaryFields: [Field]?
  var secondaryFields: [Field]?
  var auxiliaryFields: [Field]?

  struct Field: Decodable {
    var label: String?
    /// Empty for what is no text and no whole number.
    var value: String

    enum CodingKeys: CodingKey {
      case label
      case value
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      label = try container.decodeIfPresent(String.self, forKey: .label)
      if let text = try? container.decode(String.self, forKey: .value) {
        value = text
      } else {
        // NB: a value of another kind is left out of the note; the code is what the pass is for.
        value = (try? container.decode(Int64.self, forKey: .value)).map(String.init) ?? ""
      }
    }
  }

  var lines: [String] {
    let fields = [headerFields, primaryFields, secondaryFields, auxiliaryFields]
      .flatMap { $0 ?? [] }
    return fields.filter { !$0.value.isEmpty }.prefix(20).map { field in
      [field.label, field.value].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}

extension Pass.Barcode {
  var symbology: Symbology? {
    switch format {
    case "PKBarcodeFormatQR": .qr
    case "PKBarcodeFormatPDF417": .pdf417
    case "PKBarcodeFormatAztec": .aztec
    case "PKBarcodeFormatCode128": .code128
    default: nil
    }
  }
}
