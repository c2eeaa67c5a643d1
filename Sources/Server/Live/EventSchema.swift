import Loyalty

extension ServerSchema {
  /// What changed, in the order of the commits; of everybody where no member is named.
  ///
  /// Triggers write it in the transaction of the change itself, so that no code can forget to.
  static let events =
    """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY AUTOINCREMENT, member TEXT, resource TEXT NOT NULL, ref TEXT
    ) STRICT;
    CREATE INDEX event_member ON event (member, id);
    CREATE TRIGGER event_bound AFTER INSERT ON event WHEN NEW.id % 1000 = 0 BEGIN
      DELETE FROM event WHERE id <= NEW.id - \(mostEvents);
    END;

    """ + triggers.joined(separator: "\n")

  /// Events that are remembered at least, for those who come back.
  static let mostEvents = 10_000

  private static let triggers =
    member("entry", on: ["INSERT"], .ledger, "id")
    + member("lot", on: ["INSERT"], .balance, "NULL")
    + member("member", on: ["INSERT", "UPDATE"], .member, "NULL", owner: "id")
    + member("profile", on: ["INSERT", "UPDATE"], .member, "NULL")
    + member("consent", on: ["INSERT"], .consents, "NULL")
    + member("card", on: ["INSERT", "UPDATE"], .cards, "id")
    + member("coupon", on: ["INSERT", "UPDATE"], .coupons, "id")
    + member("notification", on: ["INSERT", "UPDATE"], .notifications, "id")
    + member("preference", on: ["INSERT", "UPDATE"], .preferences, "NULL")
    + member("enrollment", on: ["INSERT", "UPDATE"], .promotions, "promotion")
    + member("award", on: ["INSERT"], .promotions, "promotion")
    + member("stamp_card", on: ["INSERT", "UPDATE"], .stamps, "NULL")
    + member("referral", on: ["INSERT", "UPDATE"], .referral, "NULL", owner: "referrer")
    + [
      """
      CREATE TRIGGER event_stamp_INSERT AFTER INSERT ON stamp BEGIN
        INSERT INTO event (member, resource)
        SELECT member, '\(Resource.stamps.rawValue)' FROM stamp_card WHERE id = NEW.card;
      END;
      """
    ]
    + everybody("program", .program, "NULL") + everybody("store", .shops, "id")
    + everybody("promotion", .promotions, "id") + everybody("reward", .rewards, "id")

  private static func member(
    _ table: String, on verbs: [String], _ resource: Resource, _ ref: String,
    owner: String = "member"
  ) -> [String] {
    verbs.map { trigger(table, $0, "NEW.\(owner)", resource, ref == "NULL" ? ref : "NEW.\(ref)") }
  }

  private static func everybody(_ table: String, _ resource: Resource, _ ref: String) -> [String] {
    ["INSERT", "UPDATE"].map {
      trigger(table, $0, "NULL", resource, ref == "NULL" ? ref : "NEW.\(ref)")
    } + [trigger(table, "DELETE", "NULL", resource, ref == "NULL" ? ref : "OLD.\(ref)")]
  }

  private static func trigger(
    _ table: String, _ verb: String, _ member: String, _ resource: Resource, _ ref: String
  ) -> String {
    """
    CREATE TRIGGER event_\(table)_\(verb) AFTER \(verb) ON \(table) BEGIN
      INSERT INTO event (member, resource, ref) VALUES (\(member), '\(resource.rawValue)', \(ref));
    END;
    """
  }
}
