import Loyalty
import SQLite
import Testing

@testable import Server

/// What the seeds fill a database with, row for row.
///
/// Tests, flows and golden frames of the app look at these rows: whoever means to change them changes
/// the digests here, and sees which tables it was.
struct SeededRowsTests {
  /// The day of the flows and of the other tests.
  private static let usual = Instant(milliseconds: 1_795_431_900_000)

  @Test(arguments: Seed.allCases)
  func `a seed's rows are those that they were`(seed: Seed) throws {
    let tables = try rows(of: seed)
    let digests = tables.map { table, rows in
      "\(table) \(rows.count) \(Token.fingerprint(rows.joined(separator: "\n")).prefix(12))"
    }.sorted()
    let known = try #require(Self.digests[seed]).split(separator: "\n").map(String.init)
    #expect(digests == known, "\(digests.difference(from: known))")
  }

  /// All tables with something in them, but for what is drawn by lot, and for bytes that stand beside
  /// their digest.
  private func rows(of seed: Seed) throws -> [String: [String]] {
    let store = try ServerStore(path: TemporaryFile.path("server.sqlite"))
    try store.fill(with: seed, now: Self.usual)
    return try store.database.read { connection in
      let names = try connection.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      ) { $0.text(0) }
      var tables: [String: [String]] = [:]
      for name in names where name != "secret" {
        let columns = try connection.query(
          "SELECT name FROM pragma_table_info(?) WHERE type <> 'BLOB'", [.text(name)]
        ) { $0.text(0) }
        var rows = try connection.query("SELECT \(columns.joined(separator: ", ")) FROM \(name)") {
          row in
          columns.indices.map { Self.told(row.optionalText(Int32($0))) }
            .joined(separator: "|")
        }
        rows.removeAll { $0.hasPrefix("secret|") || $0.hasPrefix("phone_key|") }
        tables[name] = rows.sorted()
      }
      return tables.filter { !$0.value.isEmpty }
    }
  }

  private static func told(_ value: String?) -> String {
    guard let value else { return "∅" }
    // Their own numbers are drawn by lot.
    let isDrawn = ["led_", "ntf_", "cpn_", "seed led_"].contains { value.hasPrefix($0) }
    return isDrawn ? String(value.prefix { $0 != "_" }) : value
  }

  /// How many rows each table has, and a digest of them.
  private static let digests: [Seed: String] = [
    .coffee: """
    award 1 jDcT5kbOvqiZ
    card 8 OaGyZyifk_9b
    consent 8 zFW1mH-X0of1
    coupon 2 TV9obaCVlqKM
    draw 180 nSYIGswIZVt8
    enrollment 2 wvZtTodk95oB
    entry 267 HT7uAUWdM6QK
    ledger_day 231 cCUII1mI5HgZ
    ledger_total 1 n1mHdEDiT3zn
    lot 210 2gpKgtiy9ExO
    member 8 _9cws824-mwW
    notification 6 -B9HBTGem4JF
    picture 48 rJf9gP9W2eTS
    program 1 umCyDm45dItb
    promo_code 6 XncixW0UFn82
    promotion 30 BNYxOx51lZ9u
    purchase 206 RZ3Wy6cB2y1Q
    referral 3 WmZUIR-7XT-0
    referral_code 2 eMbXCfIvQSJb
    reward 25 LiZJXuzxK16Y
    screen 5 1eeDQB8qBGB-
    screen_revision 8 9pBOyPAIpQnj
    segment 2 jOFC_0sEkwbg
    setting 2 ERB8vXX4Z6Ye
    stamp 19 mW2a2MkgaHnb
    stamp_card 3 j2ctzBbMmVH2
    stamp_rule 3 7aoYewcwynWY
    store 40 x57vyQgxt94P
    tier 4 iRItETQBRuoq
    """,
    .pharmacy: """
    card 3 yzy_d8z87iso
    consent 3 w3sSHgi0qK2P
    draw 27 5Zjlw7iM1c3k
    enrollment 1 cWBF3c1AMm8P
    entry 60 GM53l5zxu_Ws
    ledger_day 56 52tmkzoYiT-4
    ledger_total 1 KPAEAeNxvjZa
    lot 55 1n0mG8G8ij_V
    member 3 XTfksqnp2rAu
    notification 3 f1YfPGlOtOwk
    picture 21 JWbVMzKmYUbb
    program 1 -_wndGyLvWg6
    promo_code 2 z5skSpvxGRSm
    promotion 6 jMLRnv3EIlzH
    purchase 54 LInaryDNc5Pw
    reward 10 Xwz6TNlv0cdB
    screen 1 ytlEMZTVqP5Y
    screen_revision 1 J1Dh9GQYXGNY
    setting 5 _CyrbngSKVC-
    store 7 bie_SplujSfJ
    tier 3 p-1HXJg-nxjA
    """,
    .books: """
    card 3 V29uNxht-khN
    consent 3 aLYsFyFSDFGx
    draw 31 _sZuq2jetF7S
    enrollment 1 iH6M8_jXRHqP
    entry 69 1JKEjJtyQbJi
    ledger_day 63 NkcUAdxd_6dC
    ledger_total 1 ZBQ5Fi9SuE2B
    lot 55 IKxmXKMqcq3n
    member 3 OeAK5qHHS0Ha
    notification 3 thlFLKJFK2jl
    picture 21 RUdhEsL6Rc9_
    program 1 -N39scrzMFzO
    promotion 6 J7Ky6SYJgi22
    purchase 54 swXTG7GK2qV1
    referral_code 1 gqY1VqzOtogo
    reward 9 FIuYktWPiZ2_
    screen 1 k92c3liDIIBd
    screen_revision 1 Hg81zmB-OHe8
    setting 5 zrNcAwmvnWGZ
    stamp 8 e5soDq5hQIvG
    stamp_card 2 CZOuMWh2WQmq
    stamp_rule 2 QLvPf8ZYpNpC
    store 7 c1OSTk9CC0Op
    """,
  ]
}
