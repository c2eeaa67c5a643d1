import Loyalty

/// The `pass.json` of a `.pkpass`
/// (https://developer.apple.com/documentation/walletpasses/pass).
///
/// Read for what can be had: passes come from thousands of programs, and many take the types lightly.
struct Pass {
  static let fileName = "pass.json"

  private let json: PassJSON
  private let strings: PassStrings
  /// When its file was made, in seconds since 1970 by the archive; 0 when that is not known.
  private let made: Int64
  /// What its file is called.
  private let name: String
  private var left: [LeftOut] = []

  /// - Parameter left: gets what a person would miss of the card, and what cannot be kept of it.
  static func card(
    _ bytes: [UInt8], _ strings: PassStrings = .none, made: Int64 = 0, name: String = fileName,
    _ left: inout [LeftOut]
  ) throws(WalletFileProblem) -> LocalCard {
    guard let text = FileText.decoded(bytes), let json = PassJSON(text), case .object = json else {
      throw .damaged(fileName)
    }
    var pass = Pass(json: json, strings: strings, made: made, name: name)
    let card = try pass.card()
    left += pass.left
    return card
  }

  private init(json: PassJSON, strings: PassStrings, made: Int64, name: String) {
    self.json = json
    self.strings = strings
    self.made = made
    self.name = name
  }

  private mutating func card() throws(WalletFileProblem) -> LocalCard {
    let description = text(json["description"], .note).map { strings[$0] }
    let names =
      [text(json["logoText"], .name), text(json["organizationName"], .name)]
      .map { $0.map { strings[$0] } } + [description]
    let business = names.compactMap(\.self).first { $0.contains { !$0.isWhitespace } }
    let (code, printed) = takeCode()
    let serial = text(json["serialNumber"], .number, limit: LocalCard.Limit.value)
    let numbers = [printed, code?.message, serial].compactMap(\.self)
      .filter { $0.contains { !$0.isWhitespace } }
    let nameless = LeftOut.member(pass: name, .name, .notText)
    guard let business,
      let number = numbers.first(where: { $0.count <= LocalCard.Limit.number }) ?? numbers.first
    else {
      // A reason that is known says more than that something is missing.
      let known = left.first { business == nil ? $0 == nameless : $0.isCard }
      guard case .member(_, let member, let reason) = known else { throw .noCode }
      throw .member(member, reason)
    }
    if business.count > LocalCard.Limit.name { leave(.name, .text) }
    let note = note(description == business ? nil : description)
    if note.count > LocalCard.Limit.note { leave(.note, .text) }
    var card = LocalCard(
      name: cleaned(business, limit: LocalCard.Limit.name), number: number, note: note)
    if let code {
      card.value = code.message
      card.symbology =
        code.symbology ?? Symbology(rawValue: cleaned(code.format, limit: 30).lowercased())
      // NB: what every pass had before there was a choice.
      card.encoding =
        text(code.encoding, .encoding, limit: LocalCard.Limit.encoding) ?? "ISO-8859-1"
      if card.symbology == .code128 { card.takeFNC1() }
    }
    card.expiresOn = read(json["expirationDate"], .expiry, .date, Self.day)
    card.rest["headercolor"] = read(json["backgroundColor"], .color, .color, Self.color)
    card = card.cleaned
    card.rememberPass(type: json["passTypeIdentifier"]?.text, serial: serial, made: made)
    return card
  }

  private mutating func leave(_ member: PassMember, _ reason: WalletFileProblem.Reason) {
    let new = LeftOut.member(pass: name, member, reason)
    if !left.contains(new) { left.append(new) }
  }

  /// The text of a member; one that is there and cannot be kept is named.
  private mutating func text(
    _ value: PassJSON?, _ member: PassMember, limit: Int = .max
  ) -> String? {
    guard let value, value != .null else { return nil }
    guard let text = value.text else {
      leave(member, .notText)
      return nil
    }
    guard text.count <= limit else {
      leave(member, .text)
      return nil
    }
    return text
  }

  /// What a text says; one that says nothing of the kind is named.
  private mutating func read<Value>(
    _ value: PassJSON?, _ member: PassMember, _ reason: WalletFileProblem.Reason,
    _ meaning: (String) -> Value?
  ) -> Value? {
    guard let text = text(value, member), text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    let value = meaning(text)
    if value == nil { leave(member, reason) }
    return value
  }

  private struct Code {
    let format: String
    let message: String
    let altText: PassJSON?
    let encoding: PassJSON?

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

  /// The code that a card can have, and what is printed below it; the newer list goes before the one
  /// code of old systems.
  ///
  /// Codes with another message are named, and so are those that cannot be kept.
  private mutating func takeCode() -> (code: Code?, printed: String?) {
    var codes: [Code] = []
    var faults: [WalletFileProblem.Reason] = []
    var printed: PassJSON?
    for code in ["barcodes", "barcode"].flatMap({ json[$0]?.list ?? [] }) {
      guard case .object = code else {
        faults.append(.notText)
        continue
      }
      guard let message = code["message"], message != .null else { continue }
      guard let text = message.text, text.count <= LocalCard.Limit.value else {
        faults.append(message.text == nil ? .notText : .text)
        printed = printed ?? code["altText"]
        continue
      }
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      codes.append(
        Code(
          format: code["format"]?.text ?? "", message: text, altText: code["altText"],
          encoding: code["messageEncoding"]))
    }
    let code = codes.first { $0.symbology != nil } ?? codes.first
    for fault in faults { leave(code == nil ? .code : .otherCode, fault) }
    if codes.contains(where: { $0.message != code?.message }) { leave(.otherCode, .single) }
    let below = code == nil ? printed : code?.altText
    let limit = LocalCard.Limit.number
    return (code, text(below, .number, limit: limit).map { strings[$0] })
  }

  /// The description and the fields, one a line.
  private mutating func note(_ description: String?) -> String {
    let styles = ["storeCard", "coupon", "generic", "eventTicket", "boardingPass"]
    let style = styles.compactMap { json[$0] }.first
    var lines = [description].compactMap(\.self)
    for kind in ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields"] {
      for field in style?[kind]?.list ?? [] {
        if let line = line(field) { lines.append(line) }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A label and a value; `nil` for a value that cannot be said.
  private mutating func line(_ field: PassJSON) -> String? {
    guard case .object = field else {
      leave(.field, .notText)
      return nil
    }
    guard var value = text(field["value"], .field), !value.isEmpty else { return nil }
    if field["dateStyle"] != nil, let day = Self.day(value) { value = day.description }
    if let currency = field["currencyCode"]?.text { value += " \(currency)" }
    let label = text(field["label"], .field) ?? ""
    return [label, value].filter { !$0.isEmpty }.map { strings[$0] }.joined(separator: ": ")
  }

  /// The day that a moment of ISO 8601 names, whatever follows of the time and its zone: as the
  /// business wrote it, whatever the zone is in which it is read.
  static func day(_ text: String) -> Day? {
    let text = text.drop { $0.isWhitespace }
    let time = text.dropFirst(10)
    let isTime = time.unicodeScalars.allSatisfy {
      "0123456789:.,+-TtZz ".unicodeScalars.contains($0)
    }
    guard isTime, time.isEmpty || ["T", "t", " "].contains(time.first) else { return nil }
    return Day(text.prefix(10))
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
