import Loyalty
import SQLite

extension ServerStore {
  /// The member with the profile; `nil` when there is no such member.
  func profile(of id: Member.ID, _ connection: Connection) throws -> Member? {
    try connection.first(
      """
      SELECT id, name, phone, joined_at, roles, profile.member IS NOT NULL, first_name, last_name,
        email, birthday, language, city
      FROM member LEFT JOIN profile ON profile.member = member.id WHERE id = ?
      """, [.text(id.rawValue)]
    ) { row in
      var member = Member(row: row)
      if row.bool(5) {
        for (column, field) in ProfilePatch.Field.allCases.enumerated() {
          member[field] = row.optionalText(Int32(6 + column))
        }
      } else if !member.name.hasPrefix("+") {
        let words = member.name.split(separator: " ", maxSplits: 1).map(String.init)
        member.firstName = words.first
        member.lastName = words.count > 1 ? words[1] : nil
      }
      return member
    }
  }

  /// - Returns: the member as changed; `nil` when there is no such member.
  func change(_ id: Member.ID, by patch: ProfilePatch) throws -> Member? {
    try database.write(locking: []) { connection in
      guard var member = try profile(of: id, connection) else { return nil }
      member.apply(patch)
      try connection.execute(
        """
        INSERT INTO profile (member, first_name, last_name, email, birthday, language, city)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (member) DO UPDATE SET
          (first_name, last_name, email, birthday, language, city) = (?2, ?3, ?4, ?5, ?6, ?7)
        """,
        [.text(id.rawValue)] + ProfilePatch.Field.allCases.map { .optional(member[$0]) })
      try connection.execute(
        "UPDATE member SET name = ? WHERE id = ?", [.text(member.name), .text(id.rawValue)])
      return member
    }
  }
}
