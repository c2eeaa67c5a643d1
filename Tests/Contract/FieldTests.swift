import Contract
import HTTPTypes
import Loyalty
import Testing

@Suite struct FieldTests {
  @Test(arguments: [
    ("", "en"), ("ru", "ru"), ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"), ("de", "en"),
    ("de, ru;q=0.1", "ru"), ("en;q=0.5, ru;q=0.6", "ru"), ("en;q=0, *", "ru"),
    ("*;q=0.5, ru;q=0.4", "en"), ("ru;q=0", "en"), ("RU", "ru"), ("ru ; q=1.000", "ru"),
    ("ru;q=2", "en"), ("ru;q=0.1234", "en"), ("ru;q=abc", "en"), (";;,,=", "en"), ("russian", "en"),
    (String(repeating: "x,", count: 100_000) + "ru", "en"),
  ])
  func `the best language by weight wins, the first when none fits`(field: String, tag: String) {
    #expect(AcceptLanguage(field).best(among: [.english, .russian])?.rawValue == tag)
  }

  @Test(arguments: [
    ("Bearer abc", "abc"), ("bearer  abc", "abc"), ("Basic abc", nil), ("Bearer", nil),
    ("Bearer ", nil), ("Bearer a b", nil), ("", nil),
  ])
  func `only a bearer token is a token`(field: String, token: String?) {
    let fields: HTTPFields = [.authorization: field]
    #expect(fields.bearerToken == token)
  }

  @Test func `a token that is set is read again, and nil takes the field away`() {
    var fields = HTTPFields()
    fields.bearerToken = "t"
    #expect(fields.bearerToken == "t")
    fields.bearerToken = nil
    #expect(fields[.authorization] == nil)
  }
}

@Suite struct EntityTagTests {
  private let tag = EntityTag(of: Array("body".utf8))

  @Test func `a tag names its field and every place in a list`() {
    for field in ["\(tag)", "W/\(tag)", "*", " * ", "\"a,b\", \(tag)", "\"\",W/\"x\" ,\(tag)"] {
      #expect(tag.isNamed(by: field))
    }
  }

  @Test(arguments: ["", "\"", "body", "\"x\"", "W/", "**", "\"a\" \"", "*, \"x\""])
  func `another tag or no tag at all does not match`(field: String) {
    #expect(!tag.isNamed(by: field))
  }

  @Test func `bodies that differ anywhere have different tags`() {
    let base = [UInt8](repeating: 0x61, count: 200)
    var tags: Set<EntityTag> = [EntityTag(of: base), EntityTag(of: base + [0]), EntityTag(of: [])]
    for index in base.indices {
      for bit in 0..<8 {
        var body = base
        body[index] ^= UInt8(1 << bit)
        tags.insert(EntityTag(of: body))
      }
    }
    #expect(tags.count == 3 + 200 * 8)
  }
}

@Suite struct CursorTests {
  @Test(arguments: [
    Cursor(createdAt: Instant(milliseconds: 1_795_416_300_123), id: "le_000123"),
    Cursor(createdAt: Instant(milliseconds: -1), id: "a.b.c~?/+="),
    Cursor(createdAt: Instant(milliseconds: .max), id: String(repeating: "x", count: 300)),
  ])
  func `a place becomes text for a query and the same place again`(cursor: Cursor) {
    #expect(Cursor(cursor.text) == cursor)
    #expect(cursor.text.utf8.allSatisfy { $0 != 0x2B && $0 != 0x2F && $0 != 0x3D && $0 < 0x7F })
  }

  @Test(arguments: [
    "", "x", "!!!!", "MS4xLg", "Mi4xLmE", "MS54LmE", "MS4xLmE=", "MS4xLmF", "MS4xLmE\n", "MS4rMS5h",
    "MS4xLgAA", "MS4xLv8", "MS45OTk5OTk5OTk5OTk5OTk5OTk5OTk5LmE", "1.1.a", "😀",
    String(repeating: "A", count: 100_000),
  ])
  func `a cursor that this server did not make is refused`(text: String) {
    #expect(Cursor(text) == nil)
  }
}

@Suite struct AnswerTests {
  @Test func `a body that the client has already is not sent again`() {
    let first = Response.revalidated(
      Health(status: "ok", version: "1.0.0"), for: Request(target: "/"))
    #expect(first.status == .ok)
    let tag = first.fields[.eTag] ?? ""
    let again = Response.revalidated(
      Health(status: "ok", version: "1.0.0"),
      for: Request(target: "/", fields: [.ifNoneMatch: tag]))
    #expect(again.status == .notModified)
    #expect(again.body.isEmpty)
    #expect(again.fields[.eTag] == tag)
    #expect(again.fields[.vary] == "Authorization, Accept-Language")
    let changed = Response.revalidated(
      Health(status: "draining", version: "1.0.0"),
      for: Request(target: "/", fields: [.ifNoneMatch: tag]))
    #expect(changed.status == .ok)
  }

  @Test func `a problem carries the fields of its code and is read back whole`() {
    let problem = Problem(.rateLimited, in: .russian, retryAfter: 30)
    let response = Response(problem, to: Request(target: "/v1/auth/otp"))
    #expect(response.status.code == 429)
    #expect(response.fields[.retryAfter] == "30")
    #expect(response.problem == problem)
    let signIn = Response(Problem(.unauthenticated, in: .english), to: Request(target: "/v1/me"))
    #expect(signIn.fields[.wwwAuthenticate] == "Bearer")
  }

  @Test(arguments: ["text/html", "application/json"])
  func `an answer that is no problem of the contract is not taken for one`(type: String) {
    let problem = Problem(.notFound, in: .english)
    let response = Response(
      status: .notFound, fields: [.contentType: type], body: Wire.encode(problem))
    #expect(response.problem == nil)
    let garbled = Response(
      status: .notFound, fields: [.contentType: "application/problem+json"], body: [0x7B])
    #expect(garbled.problem == nil)
  }

  @Test func `every code has a status for errors and words in both languages`() {
    #expect(Set(Problem.Code.all).count == Problem.Code.all.count)
    for code in Problem.Code.all {
      #expect((400...599).contains(code.status))
      #expect(code.title(in: .russian) != code.title(in: .english))
      #expect(code == .internalError || code.status != 500)
    }
  }
}
