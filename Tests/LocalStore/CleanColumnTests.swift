import Loyalty
import Testing

@testable import LocalStore

/// Whatever a server says, nothing that could move the cursor comes out of the store.
struct CleanColumnTests {
  /// Escapes, the separators that the columns themselves use, and what reorders a line.
  private static let poison: String = {
    let values = Array(0...0x1F) + Array(0x7F...0x9F) + [0x202E, 0x2066, 0x200B]
    return String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar(UInt32($0)) }))
  }()

  private static func bad(_ word: String) -> String { poison + word + poison + word + poison }

  private static func bad(_ word: String) -> LocalizedText {
    Localized([bad("ru"): bad(word), "en": bad(word), poison: bad(word)])
  }

  @Test func `no text of a program brings a control character`() throws {
    let store = try TemporaryFolder().open()
    let forms = PluralForms(
      one: Self.bad("one"), few: nil, many: Self.poison, other: Self.bad("other"))
    try store.save(
      Program(
        id: .init(Self.bad("id")), name: Self.bad("name"),
        pointsName: Localized([Self.bad("ru"): forms, "en": forms]), pointsScale: 99,
        languages: [.init(rawValue: Self.bad("ru")), .init(rawValue: Self.poison)],
        timeZone: Self.bad("zone"),
        brand: Brand(
          theme: Self.bad("t"), accent: Self.bad("a"),
          picture: Picture(sha256: String(repeating: "0f", count: 32), alt: Self.bad("alt"))),
        contacts: Contacts(
          site: Self.bad("site"), phone: Self.bad("7"), email: Self.bad("mail"),
          hours: Self.bad("hours"))), at: Samples.now)
    let program = try #require(try store.home(latest: 0).program)
    let spokenForms = program.pointsName.values.flatMap { key, forms in
      [key, forms.one, forms.few, forms.many, forms.other].compactMap(\.self)
    }
    let contacts = [program.contacts.site, program.contacts.phone, program.contacts.email]
    expectClean(
      [program.id.rawValue, program.timeZone, program.brand.theme, program.brand.accent]
        + texts(program.name) + spokenForms + program.languages.map(\.rawValue)
        + contacts.compactMap(\.self) + texts(program.contacts.hours)
        + texts(program.brand.picture?.alt))
    #expect(program.pointsScale == 2)
    let spoken = try #require(program.pointsName.values["en"])
    #expect(spoken.one?.filter(\.isLetter) == "oneone")
    #expect(spoken.other.filter(\.isLetter) == "otherother")
    #expect(spoken.few == nil)
    #expect(program.name.values["en"]?.filter(\.isLetter) == "namename")
  }

  @Test func `no text of a member, a card or a line brings a control character`() throws {
    let store = try TemporaryFolder().open()
    var (member, card, entry) = (Samples.member, Samples.cards[0], Samples.entry(1))
    member = Member(
      id: .init(Self.bad("id")), name: Self.bad("name"), phone: Self.bad("7"),
      joinedAt: member.joinedAt, roles: [Role(rawValue: Self.bad("role"))])
    card = Card(
      id: .init(Self.bad("id")), symbology: .init(rawValue: Self.bad("qr")),
      value: Self.bad("value"), number: Self.bad("12"))
    entry.kind = .init(rawValue: Self.bad("kind"))
    entry.title = Self.bad("title")
    entry.place = Self.bad("place")
    entry = LedgerEntry(
      id: .init(Self.bad("id")), kind: entry.kind, points: entry.points, title: entry.title,
      place: entry.place, createdAt: entry.createdAt)
    try store.save(member, at: Samples.now)
    try store.save([card], at: Samples.now)
    try store.merge(newest: [entry], nextCursor: nil, hasMore: false, at: Samples.now)
    let home = try store.home(latest: 1)
    let (known, shown) = (try #require(home.member), try #require(home.card))
    let line = try #require(home.latest.first)
    expectClean([known.id.rawValue, known.name, known.phone] + known.roles.map(\.rawValue))
    expectClean([shown.id.rawValue, shown.symbology.rawValue, shown.number])
    expectClean([line.id.rawValue, line.kind.rawValue] + texts(line.title) + texts(line.place))
    // What the till reads is never shown, and must not be changed.
    #expect(Array(shown.value.utf8) == Array(card.value.utf8))
  }

  @Test func `an endless text is cut`() throws {
    let store = try TemporaryFolder().open()
    var member = Samples.member
    member.name = String(repeating: "Ы", count: 1_000_000)
    try store.save(member, at: Samples.now)
    #expect(try store.home(latest: 0).member?.name.count == 100)
  }

  private func texts(_ text: LocalizedText?) -> [String] {
    text.map { $0.values.flatMap { [$0.key, $0.value] } } ?? []
  }

  private func expectClean(_ texts: [String]) {
    #expect(!texts.isEmpty)
    for text in texts {
      #expect(cleaned(text).utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
    }
  }
}
