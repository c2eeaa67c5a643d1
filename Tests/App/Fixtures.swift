import App
import Cells
import Loyalty
import Themes

/// A member of a coffee chain, frozen on 2026-11-23 14:05 in Moscow.
enum Fixture {
  static let now = Instant(milliseconds: 1_795_431_900_000)
  static let moscow = Zone(initialOffset: 3 * 3600)

  static let phone: PhoneNumber = {
    guard let phone = PhoneNumber("+79161234567") else { preconditionFailure("no phone") }
    return phone
  }()

  static func settings(_ language: Language = .english, theme: String? = nil) throws -> Settings {
    Settings(
      language: language, look: try Look(chosen: theme, depth: .palette256), zone: moscow)
  }

  static func signedOut(
    _ size: Size = Size(width: 80, height: 24), _ language: Language = .english
  ) throws -> State {
    var state = State(
      size: size, settings: try settings(language), isSignedIn: false, now: now)
    _ = update(&state, .home(.loaded(HomeContents(program: program))), at: now)
    return state
  }

  static func signedIn(
    _ size: Size = Size(width: 80, height: 24), _ language: Language = .english
  ) throws -> State {
    var state = State(size: size, settings: try settings(language), isSignedIn: true, now: now)
    _ = update(&state, .home(.loaded(home)), at: now)
    _ = update(
      &state,
      .history(
        .loaded(
          HistoryPage(
            after: nil, entries: entries(60), hasMoreLocally: true, hasMoreOnServer: false))),
      at: now)
    _ = update(&state, .rewards(.loaded(rewards)), at: now)
    _ = update(&state, .promotions(.loaded(promotions)), at: now)
    return state
  }

  static let program = Program(
    id: .init("prg_coffee"), name: [.russian: "Зёрна", .english: "Zerna"],
    pointsName: [
      .russian: PluralForms(one: "балл", few: "балла", many: "баллов", other: "балла"),
      .english: PluralForms(one: "point", other: "points"),
    ],
    pointsScale: 0, languages: [.russian, .english], timeZone: "Europe/Moscow",
    brand: Brand(theme: "coffee", accent: "#c4621a"),
    contacts: Contacts(site: nil, phone: nil, email: nil, hours: nil))

  static let home = HomeContents(
    program: program,
    member: Member(
      id: .init("mem_1"), name: "Анна Соколова", phone: "+79161234567",
      joinedAt: now.adding(days: -700), roles: [.member]),
    card: Card(
      id: .init("crd_1"), symbology: .qr, value: "LH1:7Q4M-2K9T-XW35-81ZC",
      number: "7000 0012 3456 7890"),
    balance: Balance(
      available: Points(1234), pending: Points(35), reserved: .zero,
      expiring: [
        Expiry(
          points: Points(120), at: now.adding(days: 7),
          on: Day(daysSince1970: 20_787))
      ], asOf: now.adding(seconds: -60)),
    latest: entries(12), confirmedAt: now.adding(seconds: -60), tier: tier,
    tierConfirmedAt: now.adding(seconds: -60))

  /// Ledger lines, newest first, two days apart.
  static func entries(_ count: Int) -> [LedgerEntry] {
    (0..<count).map { row in
      let isSpend = row % 5 == 3
      return LedgerEntry(
        id: .init("led_\(1000 - row)"), kind: isSpend ? .spend : .earn,
        points: Points(isSpend ? -150 : Int64(12 + row % 7)),
        title: isSpend
          ? [.russian: "Капучино в подарок", .english: "Free cappuccino"]
          : [.russian: "Флэт уайт, круассан", .english: "Flat white, croissant"],
        place: [.russian: "Чистые пруды", .english: "Chistye Prudy"],
        createdAt: now.adding(days: -2 * Int64(row)).adding(seconds: -3600))
    }
  }
}

extension Key {
  static func text(_ text: String) -> [Event] {
    text.map { .input(.key(.character(String($0)))) }
  }
}

/// As the runner does it: an event that looks at the screen is told what stands there.
func update(_ state: inout State, _ event: Event, at now: Instant) -> [Effect] {
  let seen = event.looksAtScreen(in: state) ? view(state) : nil
  return update(&state, event, at: now, seeing: seen)
}

/// Feeds events one after the other and collects what was asked for.
func feed(_ events: [Event], to state: inout State, at now: Instant = Fixture.now) -> [Effect] {
  events.flatMap { update(&state, $0, at: now) }
}
