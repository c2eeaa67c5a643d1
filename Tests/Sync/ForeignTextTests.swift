import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Testing
import Transport

@testable import Sync

/// Texts and values of a server that is newer than this client, or hostile.
struct ForeignTextTests {
  /// A title for the terminal, a cleared screen, C1, a bidirectional override, NUL, line ends.
  private static let hostile =
    "\u{1B}]0;x\u{7}\u{1B}[2Ja\u{9B}31mb\u{202E}c\0d\r\ne\u{7F}\u{2066}\u{E0041}\u{1F}f\u{1E}"

  @Test func `control characters never come out of the store`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    bench.line.answer { _ in Self.answer(text: Self.hostile) }
    try await bench.engine.pull(language: .english)
    let contents = try bench.contents()
    let texts = Self.texts(in: contents)
    #expect(texts.count > 20)
    #expect(contents.home.program?.contacts.email != nil)
    #expect(contents.ledger.count == 1)
    for text in texts {
      let controls = text.unicodeScalars.filter {
        [.control, .format].contains($0.properties.generalCategory)
      }
      #expect(controls.isEmpty, "\(text.debugDescription)")
    }
    #expect(contents.home.member?.name.contains("a") == true)
  }

  @Test func `kinds that a newer server knows are kept as they are`() async throws {
    let bench = try Bench()
    try await bench.signIn()
    bench.line.answer { _ in Self.answer(text: "teleport") }
    try await bench.engine.pull(language: .english)
    let contents = try bench.contents()
    #expect(contents.home.member?.roles == [Role(rawValue: "teleport")])
    #expect(contents.home.card?.symbology == Symbology(rawValue: "teleport"))
    #expect(contents.home.program?.languages == [Language(rawValue: "teleport")])
    #expect(contents.ledger.map(\.kind) == [LedgerEntry.Kind(rawValue: "teleport")])
  }

  @Test func `an unknown problem keeps its words`() async throws {
    let bench = try Bench()
    let problem = Problem(status: 418, code: .init(rawValue: "teapot"), title: "Tea?")
    bench.line.answer { .response(Response(problem, to: $0)) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure == .problem(problem))
  }

  @Test func `members that a newer server adds are ignored`() async throws {
    let bench = try Bench()
    bench.line.answer(.changes(since: nil)) { [backend = bench.backend] request in
      var response = await backend.respond(to: request)
      response.body = Array("{\"new\": {\"a\": [1]},".utf8) + response.body.dropFirst()
      return .response(response)
    }
    let summary = try await bench.engine.pull(language: .english)
    #expect(summary == PullSummary(updated: Set(Resource.published)))
  }

  /// Each resource, with one text wherever there is one.
  private static func answer(text: String) -> Line.Answer {
    let now = Instant(milliseconds: 1_795_431_900_000)
    let words: LocalizedText = Localized([text: text, "en": text])
    let bootstrap = Bootstrap(
      program: Program(
        id: .init(text), name: words,
        pointsName: Localized([
          "en": PluralForms(one: text, few: text, many: text, other: text)
        ]), pointsScale: 0, languages: [Language(rawValue: text)], timeZone: text,
        brand: Brand(theme: text, accent: text),
        contacts: Contacts(site: text, phone: text, email: text, hours: words)),
      minimum: text, latest: text)
    let member = Member(
      id: .init(text), name: text, phone: text, joinedAt: now, roles: [Role(rawValue: text)])
    // NB: a card's value is never shown; it is encoded as the till has to read it.
    let card = Card(
      id: .init(text), symbology: Symbology(rawValue: text), value: "1", number: text)
    let entry = LedgerEntry(
      id: .init(text), kind: .init(rawValue: text), points: Points(1), title: words,
      place: words, createdAt: now)
    let last = PageInfo(nextCursor: nil, hasMore: false)
    let changes = Changes(
      next: "next",
      data: [
        .program: Wire.encode(bootstrap), .member: Wire.encode(member),
        .cards: Wire.encode(Page(data: [card], page: last)),
        .ledger: Wire.encode(Page(data: [entry], page: last)),
      ])
    return .response(
      Response(
        status: .ok, fields: [.contentType: "application/json"], body: changes.encoded))
  }

  /// All strings in a value, however deep.
  private static func texts(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
  }
}
