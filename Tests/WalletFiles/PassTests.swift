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

  @Test func `a pass becomes a card`() throws {
    let card = try Pass.card(Array(Self.pass.utf8))
    #expect(card.store == "Bakery")
    #expect(card.number == "7000 1234")
    #expect(card.code == "PAYLOAD")
    #expect(card.symbology == .pdf417)
    #expect(card.note == "Bread card\nLoaves: 7\nTier: Gold")
    #expect(card.expiresAt == Instant(rfc3339: "2027-12-31T20:59:59Z"))
    #expect(card.rest == ["headercolor": "-45147"])
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
    ("{\"organizationName\": \"A\", \"barcodes\": 5}", .damaged("pass.json")),
    ("{\"organizationName\": ", .damaged("pass.json")), ("", .damaged("pass.json")),
  ])
  func `a pass without a code or a name is refused`(_ json: String, _ expected: WalletFileProblem) {
    let found = problem { () throws(WalletFileProblem) in _ = try Pass.card(Array(json.utf8)) }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("2027-12-31T20:59:00Z", true), ("2027-12-31T23:59+03:00", true),
    ("2027-12-31T23:59:00+03:00", true), ("2027-12-31", false), ("", false), ("soon", false),
  ])
  func `an end is read with and without seconds`(_ text: String, _ isMoment: Bool) {
    let end = isMoment ? Instant(rfc3339: "2027-12-31T20:59:00Z") : nil
    #expect(Pass.moment(text) == end)
  }

  @Test(arguments: ["rgb(1,2)", "rgb(1,2,300)", "#fff", "rgb(a,b,c)", ""])
  func `a colour that is none is left out`(_ text: String) {
    #expect(Pass.color(text) == nil)
  }
}
