import Contract
import Loyalty

extension ServerSchema {
  /// Events only of what somebody can see: an update that changes nothing tells nobody, and of a
  /// reward's stock everybody is told when it is used up or comes back; the number itself comes by
  /// the next pull.
  static let seenEvents =
    ([
      updated("member", ["name", "phone", "roles"], .member, owner: "id"),
      updated(
        "profile", ["first_name", "last_name", "email", "birthday", "language", "city"], .member),
      updated("card", ["position", "symbology", "value", "number"], .cards, ref: "NEW.id"),
      updated(
        "coupon",
        [
          "reward", "title", "description", "value", "symbology", "code", "expires_at", "used_at",
        ], .coupons, ref: "NEW.id"),
      updated(
        "notification", ["category", "title", "body", "action", "read_at"], .notifications,
        ref: "NEW.id"),
      updated("preference", ["is_enabled"], .preferences),
      updated("enrollment", ["joined_at", "left_at"], .promotions, ref: "NEW.promotion"),
      updated("stamp_card", ["started_at", "expires_at", "completed_at"], .stamps),
      updated(
        "referral", ["friend", "registered_at", "purchased_at", "points"], .referral,
        owner: "referrer"),
      updated("program", ["body"], .program, owner: nil),
      updated("store", ["position", "body"], .shops, owner: nil, ref: "NEW.id"),
      updated("promotion", ["position", "body"], .promotions, owner: nil, ref: "NEW.id"),
      replaced(
        "reward_INSERT",
        "AFTER INSERT ON reward WHEN NEW.is_active <> 0", rewards("NEW.id")),
      replaced(
        "reward_UPDATE",
        """
        AFTER UPDATE ON reward
        WHEN (OLD.is_active <> 0 OR NEW.is_active <> 0) AND (\(changed(shownOfReward))
          OR (OLD.stock IS NULL) <> (NEW.stock IS NULL) OR (OLD.stock = 0) <> (NEW.stock = 0))
        """, rewards("NEW.id")),
      replaced(
        "reward_DELETE",
        "AFTER DELETE ON reward WHEN OLD.is_active <> 0", rewards("OLD.id")),
    ]
    + [
      ("screen", "INSERT", "NEW.id", ""), ("screen", "DELETE", "OLD.id", ""),
      ("screen", "UPDATE", "NEW.id", "WHEN \(changed(["version", "published"]))"),
      ("screen_editor", "INSERT", "NEW.screen", ""), ("screen_editor", "DELETE", "OLD.screen", ""),
    ].map { table, verb, ref, condition in
      replaced(
        "\(table)_\(verb)", "AFTER \(verb) ON \(table) \(condition)",
        """
        INSERT INTO event (member, resource, ref) SELECT id, '\(drafts)', \(ref) FROM member
          WHERE roles NOT IN ('', 'member') AND
            (roles LIKE '%editor%' OR roles LIKE '%publisher%' OR roles LIKE '%admin%');
        """)
    }).joined(separator: "\n")

  private static let drafts = Resource.drafts.rawValue

  static let shownOfReward = [
    "position", "kind", "title", "description", "cost", "member_limit", "minimum_days", "value",
    "is_active",
  ]

  private static func updated(
    _ table: String, _ columns: [String], _ resource: Resource, owner: String? = "member",
    ref: String = "NULL"
  ) -> String {
    let member = owner.map { "NEW.\($0)" } ?? "NULL"
    return replaced(
      "\(table)_UPDATE", "AFTER UPDATE ON \(table) WHEN \(changed(columns))",
      "INSERT INTO event (member, resource, ref) VALUES (\(member), '\(resource.rawValue)', \(ref));"
    )
  }

  static func rewards(_ ref: String) -> String {
    "INSERT INTO event (resource, ref) VALUES ('\(Resource.rewards.rawValue)', \(ref));"
  }

  static func changed(_ columns: [String]) -> String {
    let parts = columns.map { "OLD.\($0) IS NOT NEW.\($0)" }
    return "(\(parts.joined(separator: " OR ")))"
  }

  static func replaced(_ name: String, _ condition: String, _ body: String) -> String {
    """
    DROP TRIGGER event_\(name);
    CREATE TRIGGER event_\(name) \(condition) BEGIN
      \(body)
    END;
    """
  }
}
