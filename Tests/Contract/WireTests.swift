import Contract
import Loyalty
import Testing

@Suite struct WireTests {
  @Test(arguments: [
    (#"{"phone":"+79161234567"}"#, WireError(reason: .missing, pointer: "/channel")),
    (#"{"phone":7,"channel":"sms"}"#, WireError(reason: .wrongType, pointer: "/phone")),
    (#"{"phone":null,"channel":"sms"}"#, WireError(reason: .wrongType, pointer: "/phone")),
    (#"[]"#, WireError(reason: .wrongType, pointer: "")),
    (#"{"phone":"+7916"#, WireError(reason: .notJSON, pointer: "")),
    ("", WireError(reason: .notJSON, pointer: "")),
  ])
  func `a body that cannot be read says where and why`(text: String, error: WireError) {
    #expect(throws: error) { try Wire.decode(CodeRequest.self, from: Array(text.utf8)) }
  }

  @Test func `a byte order mark before a body is passed over`() throws {
    let body = Array(("\u{FEFF}" + #"{"status":"ok","version":"1.0.0"}"#).utf8)
    #expect(try Wire.decode(Health.self, from: body).status == "ok")
  }

  @Test func `a value that no type allows is named by its place, never quoted`() {
    let text =
      #"{"data":[{"id":"e","kind":"earn","points":1,"title":{},"created_at":"secret"}],"page":{"has_more":false}}"#
    let error = #expect(throws: WireError.self) {
      try Wire.decode(Page<LedgerEntry>.self, from: Array(text.utf8))
    }
    #expect(error == WireError(reason: .invalid, pointer: "/data/0/created_at"))
    #expect(error?.description.contains("secret") == false)
  }

  @Test func `a hostile key cannot make the error long or move the cursor`() {
    let key = String(repeating: "\\u001b[2J~/", count: 1000)
    let text =
      #"{"id":"e","kind":"earn","points":1,"title":{"\#(key)":1},"created_at":"2026-11-23T06:45:00Z"}"#
    let error = #expect(throws: WireError.self) {
      try Wire.decode(LedgerEntry.self, from: Array(text.utf8))
    }
    #expect(error?.pointer.hasPrefix("/title/[2J~0~1") == true)
    #expect((error?.pointer.count ?? 1000) < 100)
  }

  @Test(arguments: [
    [0xFF, 0xFE], [0x7B, 0x22, 0xC0, 0x80, 0x22, 0x3A, 0x31, 0x7D],
    Array(String(repeating: "[", count: 100_000).utf8),
  ])
  func `bytes that are no text and nesting without end are refused`(bytes: [UInt8]) {
    #expect(throws: WireError.self) { try Wire.decode(Health.self, from: bytes) }
  }

  @Test func `equal values make equal bytes`() {
    let one = LocalizedText(["ru": "Зёрна", "en": "Zerna", "de": "a/b"])
    let other = LocalizedText(["de": "a/b", "en": "Zerna", "ru": "Зёрна"])
    #expect(Wire.encode(one) == Wire.encode(other))
    #expect(
      String(decoding: Wire.encode(one), as: UTF8.self)
        == #"{"de":"a/b","en":"Zerna","ru":"Зёрна"}"#)
  }
}
