import Loyalty

/// The `pass.json` of a `.pkpass`
/// (https://developer.apple.com/documentation/walletpasses/pass).
///
/// Read for what can be had: passes come from thousands of programs, and many take the types lightly.
struct Pass {
  static let fileName = "pass.json"

  private let json: JSON
  private let strings: PassStrings
  /// When its file was made, in seconds since 1970 by the archive; 0 when that is not known.
  private let made: Int64

  static func card(
    _ bytes: [UInt8], _ strings: PassStrings = .none, made: Int64 = 0
  ) throws(WalletFileProblem) -> LocalCard {
    guard let text = FileText.decoded(bytes), let json = JSON(text), case .object = json else {
      throw .damaged(fileName)
    }
    return try Pass(json: json, strings: strings, made: made).card()
  }

  private func card() throws(WalletFileProblem) -> LocalCard {
    let names = ["logoText", "organizationName", "description"].compactMap(words)
      .map { cleaned($0, limit: LocalCard.Limit.store) }
    let code = codes.first { $0.symbology != nil } ?? codes.first
    let numbers = [code?.altText, code?.message, json["serialNumber"]?.text].compactMap(\.self)
      .filter { $0.contains { !$0.isWhitespace } }
    guard let store = names.first(where: { $0.contains { !$0.isWhitespace } }),
      let number = numbers.first(where: { $0.count <= LocalCard.Limit.number }) ?? numbers.first
    else { throw .noCode }
    var card = LocalCard(store: store, number: number, note: note(besides: store))
    if let code {
      card.value = code.message
      card.symbology =
        code.symbology ?? Symbology(rawValue: cleaned(code.format, limit: 30).lowercased())
      card.encoding = code.encoding
      if card.symbology == .code128 { card.takeFNC1() }
    }
    card.expiresOn = json["expirationDate"]?.text.flatMap(Self.day)
    card.rest["headercolor"] = json["backgroundColor"]?.text.flatMap(Self.color)
    card = card.cleaned
    card.rememberPass(
      type: json["passTypeIdentifier"]?.text, serial: json["serialNumber"]?.text, made: made)
    return card
  }

  /// A text in the person's language; `nil` when there is none.
  private func words(_ key: String) -> String? { json[key]?.text.map { strings[$0] } }

  private struct Code {
    let format: String
    let message: String
    let altText: String?
    let encoding: String?

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

  /// Those that can be kept; the newer list goes before the one code of old systems.
  private var codes: [Code] {
    ["barcodes", "barcode"].flatMap { json[$0]?.list ?? [] }.compactMap { code in
      guard let message = code["message"]?.text, message.contains(where: { !$0.isWhitespace }),
        message.count <= LocalCard.Limit.value
      else { return nil }
      return Code(
        format: code["format"]?.text ?? "", message: message,
        altText: code["altText"]?.text.map { strings[$0] },
        // NB: what every pass had before there was a choice.
        encoding: code["messageEncoding"]?.text ?? "ISO-8859-1")
    }
  }

  /// The description and the fields, one a line.
  private func note(besides store: String) -> String {
    let styles = ["storeCard", "coupon", "generic", "eventTicket", "boardingPass"]
    let style = styles.lazy.compactMap { json[$0] }.first
    let kinds = ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields"]
    let fields = kinds.flatMap { style?[$0]?.list ?? [] }.compactMap(line).prefix(20)
    return (["description"].compactMap(words).filter { $0 != store } + fields)
      .joined(separator: "\n")
  }

  /// A label and a value; `nil` for a value that cannot be said.
  private func line(_ field: JSON) -> String? {
    guard var value = field["value"]?.text, !value.isEmpty else { return nil }
    if field["dateStyle"] != nil, let day = Self.day(value) { value = day.description }
    if let currency = field["currencyCode"]?.text { value += " \(currency)" }
    let label = field["label"]?.text ?? ""
    return [label, value].filter { !$0.isEmpty }.map { strings[$0] }.joined(separator: ": ")
  }

  /// The day that a moment of ISO 8601 names, which may come without its seconds: as the business
  /// wrote it, whatever the zone is in which it is read.
  static func day(_ text: String) -> Day? {
    if let day = Day(text) { return day }
    let moment =
      Instant(rfc3339: text) ?? Instant(rfc3339: "\(text.prefix(16)):00\(text.dropFirst(16))")
    return moment == nil ? nil : Day(text.prefix(10))
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
