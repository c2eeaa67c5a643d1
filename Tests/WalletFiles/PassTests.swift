import Loyalty
import Testing

@testable import WalletFiles

/// The card in a pass.
struct PassTests {
  static let pass = """
    {"formatVersion": 1, "organizationName": "Bakery Ltd", "description": "Bread card",
     "logoText": "Bakery", "serialNumber": "S-1", "expirationDate": "2027-12-31T20:59:59Z",
     "backgroundColor": "rgb(255, 79, 165)",
     "barcodes": [
       {"format": "PKBarcodeFormatNew", "message": "x", "messageEncoding": "utf-8"},
       {"format": "PKBarcodeFormatPDF417", "message": "PAYLOAD", "messageEncoding": "iso-8859-1",
        "altText": "7000 1234"}],
     "storeCard": {"primaryFields": [{"key": "b", "label": "Loaves", "value": 7},
       {"key": "t", "label": "Tier", "value": "Gold"}, {"key": "d", "value": {"a": 1}}]}}
    """

  @Test func `a word that is missing in one language comes from the next`() {
    let names = ["ru.lproj/pass.strings", "de.lproj/pass.strings", "en.lproj/pass.strings"]
    let files = PassStrings.files(for: .russian, among: names)
    #expect(files == [names[0], names[2], names[1]])
    let russian = PassStrings(Array("\"a\" = \"А\";".utf8))
    let english = PassStrings(Array("\"a\" = \"A\"; \"b\" = \"B\";".utf8))
    let words = PassStrings.none.completed(by: russian).completed(by: english)
    #expect(["a", "b", "c"].map { words[$0] } == ["А", "B", "c"])
  }

  @Test func `a pass becomes a card`() throws {
    let card = try Pass.card(Array(Self.pass.utf8))
    #expect(card.name == "Bakery")
    #expect(card.number == "7000 1234")
    #expect(card.code == "PAYLOAD")
    #expect(card.symbology == .pdf417)
    #expect(card.note == "Bread card\nLoaves: 7\nTier: Gold")
    #expect(card.encoding == "iso-8859-1")
    #expect(card.expiresOn == Day("2027-12-31"))
    #expect(card.rest["headercolor"] == "-45147")
    // Without the type of the pass nobody can tell which one it is.
    #expect(card.pass == nil)
  }

  @Test(arguments: [
    ("PKBarcodeFormatQR", Symbology.qr), ("PKBarcodeFormatAztec", .aztec),
    ("PKBarcodeFormatCode128", .code128),
  ])
  func `each kind of code is known, also in the old place`(
    _ format: String, _ symbology: Symbology
  ) throws {
    let json = """
      {"organizationName": "Gym", "barcode": {"format": "\(format)", "message": "42"}}
      """
    let card = try Pass.card(Array(json.utf8))
    #expect(card.symbology == symbology)
    #expect(card.number == "42" && card.value == nil)
  }

  @Test(arguments: [
    ("{}", WalletFileProblem.noCode), ("{\"organizationName\": \"A\"}", .noCode),
    ("{\"barcode\": {\"format\": \"PKBarcodeFormatQR\", \"message\": \"1\"}}", .noCode),
    ("{\"organizationName\": {}, \"serialNumber\": \"1\"}", .member(.name, .notText)),
    ("{\"organizationName\": \"A\", \"barcodes\": 5}", .member(.code, .notText)),
    ("[]", .damaged("pass.json")),
    ("{\"organizationName\": \"A\", \"serialNumber\": {}}", .member(.number, .notText)),
    ("{\"organizationName\": ", .damaged("pass.json")), ("", .damaged("pass.json")),
  ])
  func `a pass without a code or a name is refused`(_ json: String, _ expected: WalletFileProblem) {
    let found = problem { () throws(WalletFileProblem) in _ = try Pass.card(Array(json.utf8)) }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("2027-12-31T20:59:00Z", true), ("2027-12-31T00:00+03:00", true),
    ("2027-12-31T23:59:00-05:00", true), ("2027-12-31T23:59:00+0300", true),
    ("2027-12-31 23:59", true), ("2027-12-31x", false), ("2027-02-30T00:00:00Z", false),
    ("2027-12-31", true), ("", false), ("soon", false),
  ])
  func `an end is the day that is written, with and without seconds`(
    _ text: String, _ isMoment: Bool
  ) {
    #expect(Pass.day(text) == (isMoment ? Day("2027-12-31") : nil))
  }

  @Test(arguments: ["rgb(1,2)", "rgb(1,2,300)", "#fff", "rgb(a,b,c)", ""])
  func `a colour that is none is left out`(_ text: String) {
    #expect(Pass.color(text) == nil)
  }

  private static let code = "\"format\": \"PKBarcodeFormatQR\", \"message\""

  /// What is left out of a pass, and the number of its card.
  @Test(
    arguments: [
      ("\"barcode\": {\(code): \"\(long(2001))\"}", "S", [(.code, .text)]),
      ("\"barcode\": {\(code): \"\(long(2000))\"}", nil, []),
      ("\"barcodes\": [{\(code): {}, \"altText\": \"12\"}]", "12", [(.code, .notText)]),
      ("\"barcodes\": [{\(code): true}]", "S", [(.code, .notText)]),
      ("\"barcodes\": [{\(code): null}, {}]", "S", []),
      ("\"barcodes\": [[], {\(code): 5}]", "5", [(.otherCode, .notText)]),
      ("\"barcodes\": [{\(code): 5}, {\(code): 6}]", "5", [(.otherCode, .single)]),
      ("\"barcodes\": [{\(code): 5}], \"barcode\": {\(code): 5}", "5", []),
      (
        "\"barcode\": {\(code): 5, \"altText\": \"\(long(101))\"}", "5", [(.number, .text)]
      ),
      ("\"barcode\": {\(code): 5, \"altText\": []}", "5", [(.number, .notText)]),
      ("\"barcode\": {\(code): 5, \"messageEncoding\": 7.5e1}", "5", []),
      ("\"barcode\": {\(code): 5, \"messageEncoding\": {}}", "5", [(.encoding, .notText)]),
      ("\"expirationDate\": \"soon\"", "S", [(.expiry, .date)]),
      ("\"expirationDate\": {}", "S", [(.expiry, .notText)]),
      ("\"expirationDate\": \"\"", "S", []),
      ("\"backgroundColor\": \"red\"", "S", [(.color, .color)]),
      ("\"description\": {}", "S", [(.note, .notText)]),
      ("\"description\": \"\(long(2001))\"", "S", [(.note, .text)]),
      ("\"logoText\": \"\(long(81))\"", "S", [(.name, .text)]),
      (
        "\"coupon\": {\"headerFields\": [{\"value\": {}}, {\"value\": 5}]}", "S",
        [(.field, .notText)]
      ),
      ("\"coupon\": {\"headerFields\": [{\"label\": \"x\"}, {\"value\": null}]}", "S", []),
    ] as [(String, String?, [(PassMember, WalletFileProblem.Reason)])])
  func `what a pass says and a card cannot have is named`(
    _ members: String, _ number: String?, _ left: [(PassMember, WalletFileProblem.Reason)]
  ) throws {
    var found: [LeftOut] = []
    let json = "{\"organizationName\": \"A\", \"serialNumber\": \"S\", \(members)}"
    let card = try Pass.card(Array(json.utf8), name: "a.pkpass", &found)
    if let number { #expect(card.number == number) }
    #expect(found == left.map { .member(pass: "a.pkpass", $0.0, $0.1) })
  }

  private static func long(_ count: Int) -> String { String(repeating: "7", count: count) }

  @Test func `a pass whose only code is too long is refused for that`() {
    let json = "{\"organizationName\": \"A\", \"barcode\": {\(Self.code): \"\(Self.long(2001))\"}}"
    let found = problem { () throws(WalletFileProblem) in _ = try Pass.card(Array(json.utf8)) }
    #expect(found == .member(.code, .text))
  }

  @Test func `words are found behind comments and line ends of any kind`() {
    for end in ["\n", "\r\n", "\r", "\u{2028}"] {
      let lines = ["// one", "/* two", "*/ \"a\" = \"A\"", "b = 'B;';", "\"c\"=\"\\U0416\\\"\";"]
      let strings = PassStrings(Array(lines.joined(separator: end).utf8))
      #expect(["a", "b", "c"].map { strings[$0] } == ["A", "B;", "Ж\""])
      #expect(!strings.isDamaged)
    }
  }

  private func card(_ json: String) throws -> LocalCard {
    try Pass.card(Array("{\"organizationName\": \"Bakery\", \(json)}".utf8))
  }

  @Test func `a pass without a code has its serial number, and its fields in the note`() throws {
    let card = try card(
      """
      "serialNumber": "A1", "description": "Bakery card",
      "storeCard": {"primaryFields": [{"key": "p", "label": "Points", "value": 5}]}
      """)
    #expect(card.number == "A1" && card.symbology == nil && card.value == nil)
    #expect(card.note == "Bakery card\nPoints: 5")
  }

  @Test(arguments: [
    "\"message\": 70011122, \"altText\": \"70011122\"", "\"message\": \"70011122\"",
    "\"message\": \"70011122\", \"altText\": 70011122",
    "\"message\": \"70011122\", \"altText\": null", "\"message\": 70011122, \"altText\": {}",
  ])
  func `a number where a text is meant is its digits`(_ code: String) throws {
    let card = try card(
      """
      "serialNumber": 77, "logoText": true, "description": 5, "expirationDate": 7,
      "barcodes": {"format": "PKBarcodeFormatQR", \(code), "messageEncoding": "utf-8"},
      "generic": {"primaryFields": [{"label": 7, "value": 12.50}, 5, {"value": {"a": 1}},
        {"label": "Left", "value": 3, "currencyCode": "EUR"}], "headerFields": "none"}
      """)
    #expect(card.number == "70011122" && card.code == "70011122" && card.symbology == .qr)
    #expect(card.note == "5\n7: 12.50\nLeft: 3 EUR")
  }

  @Test func `long numbers keep each digit`() throws {
    let card = try card(
      """
      "barcode": {"format": "PKBarcodeFormatCode128", "message": 00}
      """)
    #expect(card.code == "00")
    let other = try self.card("\"serialNumber\": 1234567890123456789012345678901")
    #expect(other.number == "1234567890123456789012345678901")
  }

  @Test func `a character set stays with the code, and FNC1 with Code 128`() throws {
    let card = try card(
      """
      "barcode": {"format": "PKBarcodeFormatAztec", "message": "#TK\\u0001\\u0000\u{80}éÿ",
      "messageEncoding": "iso-8859-1"}
      """)
    #expect(card.encoding == "iso-8859-1" && card.code == "#TK\u{1}\u{0}\u{80}éÿ")
    let bars = try self.card(
      """
      "barcode": {"format": "PKBarcodeFormatCode128", "message": "\\u00f10104601234567893"}
      """)
    #expect(bars.isGS1 && bars.code == "0104601234567893")
  }

  private func pass(
    _ members: String, name: String = "Bakery", made: Int64 = 1
  ) throws -> LocalCard {
    try Pass.card(
      Array(
        """
        {"organizationName": "\(name)", "passTypeIdentifier": "pass.x", "serialNumber": "1",
        \(members)}
        """.utf8), made: made)
  }

  @Test func `a newer pass changes what is the business's, and keeps what is the person's`() throws
  {
    let old = try pass(
      """
      "description": "5 points", "expirationDate": "2027-01-31T00:00:00Z",
      "barcode": {"format": "PKBarcodeFormatQR", "message": "A-1"}
      """)
    let newer = try pass(
      """
      "description": "9 points", "expirationDate": "2028-01-31T00:00:00Z",
      "barcode": {"format": "PKBarcodeFormatAztec", "message": "A-2"}
      """, name: "Bakery & Co", made: 2)
    #expect(old.pass == newer.pass)
    var mine = old
    mine.note = "mine\n" + old.note + "\nalso mine"
    mine.groups = ["Food"]
    mine.isStarred = true
    mine.balance = "3 EUR"
    let updated = mine.updated(by: newer)
    #expect(updated.name == "Bakery & Co" && updated.code == "A-2" && updated.number == "A-2")
    #expect(updated.symbology == .aztec && updated.expiresOn == Day("2028-01-31"))
    #expect(updated.note == "mine\n9 points\nalso mine")
    #expect(updated.groups == ["Food"] && updated.isStarred && updated.balance == "3 EUR")
    #expect(updated.updated(by: newer) == updated)

    mine.name = "My bakery"
    mine.number = "my number"
    mine.expiresOn = nil
    mine.note = "only mine"
    let changed = mine.updated(by: newer)
    #expect(changed.name == "My bakery" && changed.number == "my number")
    #expect(changed.expiresOn == nil && changed.note == "only mine")
    // An older file that is found again takes nothing back.
    #expect(updated.updated(by: old) == updated)
  }
}

extension Pass {
  /// The card, whatever is left out of the pass.
  fileprivate static func card(
    _ bytes: [UInt8], made: Int64 = 0
  ) throws(WalletFileProblem) -> LocalCard {
    var left: [LeftOut] = []
    return try card(bytes, made: made, &left)
  }
}
