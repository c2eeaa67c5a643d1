import Contract
import Loyalty
import SQLite

extension ServerSchema {
  /// What members want of the rewards; a reward may be gone, and come back.
  static let wishes = """
    CREATE TABLE wish (
      member TEXT NOT NULL REFERENCES member, kind TEXT NOT NULL, reward TEXT NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (member, kind, reward)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX wish_goal ON wish (member) WHERE kind = 'goal';
    CREATE TRIGGER event_wish_INSERT AFTER INSERT ON wish BEGIN
      INSERT INTO event (member, resource, ref) VALUES (NEW.member, 'wishes', NULL);
    END;
    CREATE TRIGGER event_wish_DELETE AFTER DELETE ON wish BEGIN
      INSERT INTO event (member, resource, ref) VALUES (OLD.member, 'wishes', NULL);
    END;
    """
}

extension ServerStore {
  func wishes(of member: Member.ID) throws -> Wishes {
    try database.read { try wishes(of: member, $0) }
  }

  private func wishes(of member: Member.ID, _ connection: Connection) throws -> Wishes {
    let rows = try connection.query(
      "SELECT kind, reward FROM wish WHERE member = ? ORDER BY at DESC, reward",
      [.text(member.rawValue)]
    ) { (kind: $0.text(0), reward: Reward.ID($0.text(1))) }
    let named = { (kind: Wishes.Kind) in rows.filter { $0.kind == kind.rawValue }.map(\.reward) }
    return Wishes(goal: named(.goal).first, favourites: named(.favourite))
  }

  /// Sets and takes back, all or none; the same twice keeps the time of the first.
  func set(
    _ changes: [Wishes.Change], of member: Member.ID, at now: Instant
  ) throws -> Wishes {
    try database.write(locking: []) { connection in
      for change in changes {
        let key: [Value] = [
          .text(member.rawValue), .text(change.kind.rawValue), .text(change.reward.rawValue),
        ]
        guard change.isSet else {
          try connection.execute(
            "DELETE FROM wish WHERE member = ? AND kind = ? AND reward = ?", key)
          continue
        }
        if change.kind == .goal {
          try connection.execute(
            "DELETE FROM wish WHERE member = ? AND kind = ? AND reward <> ?", key)
        }
        try connection.execute(
          """
          INSERT INTO wish (member, kind, reward, at) VALUES (?, ?, ?, ?)
          ON CONFLICT (member, kind, reward) DO NOTHING
          """, key + [.integer(now.rawValue)])
      }
      // The oldest go, so that no member can fill the disk.
      try connection.execute(
        """
        DELETE FROM wish WHERE member = ?1 AND kind = 'favourite' AND reward NOT IN (
          SELECT reward FROM wish WHERE member = ?1 AND kind = 'favourite'
          ORDER BY at DESC, reward LIMIT ?2)
        """, [.text(member.rawValue), .integer(Int64(Wishes.mostFavourites))])
      return try wishes(of: member, connection)
    }
  }
}
