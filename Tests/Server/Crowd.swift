import Loyalty
import SQLite

@testable import Server

/// Makes members by the thousand, each with a little of everything that names a member.
struct Crowd {
  let store: ServerStore

  /// Members `crowd1`, `crowd2` …, each with a sale, a coupon, a stamp and an award.
  func join(_ numbers: ClosedRange<Int>) throws {
    try store.database.transaction { connection in
      for statement in Crowd.statements {
        try connection.execute(
          """
          WITH RECURSIVE n(i) AS (VALUES (?1) UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
          \(statement)
          """, [.integer(Int64(numbers.lowerBound)), .integer(Int64(numbers.upperBound))])
      }
    }
  }

  private static let statements = [
    """
    INSERT INTO member (id, name, phone, joined_at, roles)
      SELECT 'crowd' || i, 'Anna', '+7' || (9000000000 + i), 1, 'member' FROM n
    """,
    """
    INSERT INTO card (id, member, position, symbology, value, number)
      SELECT 'card' || i, 'crowd' || i, 0, 'qr', 'value' || i, '7000 ' || i FROM n
    """,
    """
    INSERT INTO session (id, member, access, access_expires_at, refresh, created_at)
      SELECT 'session' || i, 'crowd' || i, 'access' || i, 1, 'refresh' || i, 1 FROM n
    """,
    "INSERT INTO retired (refresh, session) SELECT 'old' || i, 'session' || i FROM n",
    """
    INSERT INTO entry (id, member, kind, points, title, created_at)
      SELECT 'entry' || i, 'crowd' || i, 'earn', 9, '{}', 86400000 + i FROM n
    """,
    """
    INSERT INTO lot (id, member, entry, kind, title, granted, remaining, active_from)
      SELECT 1000000 + i, 'crowd' || i, 'entry' || i, 'earn', '{}', 9, 4, 86400000 + i FROM n
    """,
    """
    INSERT INTO entry (id, member, kind, points, title, created_at)
      SELECT 'spent' || i, 'crowd' || i, 'spend', -5, '{}', 86400001 + i FROM n
    """,
    "INSERT INTO draw (entry, lot, points) SELECT 'spent' || i, 1000000 + i, 5 FROM n",
    """
    INSERT INTO purchase (id, member, lot, categories, amount, currency, at)
      SELECT 'sale' || i, 'crowd' || i, 1000000 + i, 'coffee', 100, 'RUB', 86400000 + i FROM n
    """,
    """
    INSERT INTO coupon (id, member, reward, key, entry, title, description, symbology, code,
        issued_at, expires_at)
      SELECT 'coupon' || i, 'crowd' || i, (SELECT min(id) FROM reward), 'key', 'spent' || i, '{}',
        '{}', 'qr', 'code' || i, 1, 2 FROM n
    """,
    """
    INSERT INTO award (promotion, member, purchase, lot, at)
      SELECT (SELECT min(id) FROM promotion), 'crowd' || i, 'sale' || i, 1000000 + i, 1 FROM n
    """,
    """
    INSERT INTO enrollment (promotion, member, joined_at)
      SELECT (SELECT min(id) FROM promotion), 'crowd' || i, 1 FROM n
    """,
    """
    INSERT INTO stamp_card (id, rule, member, started_at)
      SELECT 1000000 + i, (SELECT min(id) FROM stamp_rule), 'crowd' || i, 1 FROM n
    """,
    """
    INSERT INTO stamp (rule, purchase, card)
      SELECT (SELECT min(id) FROM stamp_rule), 'sale' || i, 1000000 + i FROM n
    """,
    """
    INSERT INTO notification (id, member, category, title, body, action, channels, created_at)
      SELECT 'note' || i, 'crowd' || i, 'service', '{}', '{}', '{}', '', 1 FROM n
    """,
    """
    INSERT INTO promo_code_use (code, member, key, gift, at)
      SELECT (SELECT min(code) FROM promo_code), 'crowd' || i, 'key', '{}', 1 FROM n
    """,
    "INSERT INTO promo_code_miss (member, at) SELECT 'crowd' || i, 1 FROM n",
    """
    INSERT INTO consent (member, name, version, is_given, at)
      SELECT 'crowd' || i, 'marketing', '1', 1, 1 FROM n
    """,
    "INSERT INTO referral_code (member, code) SELECT 'crowd' || i, 'FRIEND' || i FROM n",
    """
    INSERT INTO idempotency (scope, key, request, created_at)
      SELECT 'PATCH /v1/me crowd' || i, 'key', '', 1 FROM n
    """,
    """
    INSERT INTO screen_revision (id, screen, number, content, author, author_name, created_at)
      SELECT 'revision' || i, (SELECT min(id) FROM screen), 1000 + i, '{}', 'crowd' || i, 'Anna', 1
      FROM n
    """,
    """
    INSERT INTO screen_editor (screen, session, member, since, seen_at)
      SELECT (SELECT min(id) FROM screen), 'session' || i, 'crowd' || i, 1, 1 FROM n WHERE i <= 50
    """,
  ]
}
