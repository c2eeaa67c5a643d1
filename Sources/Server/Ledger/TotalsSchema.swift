extension ServerSchema {
  /// Sums that the ledger's rows carry along, so that no question counts a history anew.
  ///
  /// Triggers keep them in the transaction of the row itself, whoever writes it: lines and lots are
  /// counted apart, so that they still prove each other. Days are those of UTC, which no time zone
  /// moves; what a return takes counts on the day of its sale, in `earned`.
  static let totals =
    """
    CREATE TABLE ledger_total (
      member TEXT PRIMARY KEY REFERENCES member,
      points INTEGER NOT NULL DEFAULT 0, available INTEGER NOT NULL DEFAULT 0,
      pending INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ledger_day (
      member TEXT NOT NULL REFERENCES member, day INTEGER NOT NULL,
      points INTEGER NOT NULL DEFAULT 0, earned INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (member, day)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE lot ADD COLUMN drawn INTEGER NOT NULL DEFAULT 0;
    -- Where a full recount stands, and what it found; see `LedgerAudit`.
    CREATE TABLE ledger_audit (
      part TEXT PRIMARY KEY, member TEXT NOT NULL, number INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ledger_audit_member ON ledger_audit (member);
    CREATE TABLE ledger_fault (
      member TEXT NOT NULL REFERENCES member, part TEXT NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (member, part, number)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO ledger_total (member, points)
      SELECT member, sum(points) FROM entry GROUP BY member;
    INSERT INTO ledger_total (member, available, pending)
      SELECT member, sum(CASE WHEN entry IS NULL THEN 0 ELSE remaining END),
        sum(CASE WHEN entry IS NULL THEN granted ELSE 0 END)
      FROM lot GROUP BY member
      ON CONFLICT (member) DO UPDATE
      SET available = excluded.available, pending = excluded.pending;
    INSERT INTO ledger_day (member, day, points, earned)
      SELECT member, created_at / \(day), sum(points),
        sum(CASE kind WHEN 'earn' THEN points ELSE 0 END)
      FROM entry GROUP BY 1, 2;
    INSERT INTO ledger_day (member, day, earned)
      SELECT sale.member, sale.created_at / \(day), sum(entry.points)
      FROM entry JOIN entry AS sale ON sale.id = entry.reverses AND sale.kind = 'earn'
      WHERE entry.reverses IS NOT NULL GROUP BY 1, 2
      ON CONFLICT (member, day) DO UPDATE SET earned = earned + excluded.earned;
    UPDATE lot SET drawn = (SELECT sum(points) FROM draw WHERE draw.lot = lot.id)
      WHERE id IN (SELECT lot FROM draw);
    CREATE INDEX lot_wrong ON lot (member) WHERE granted <> remaining + drawn;
    CREATE INDEX lot_due ON lot (member, active_from, id) WHERE entry IS NULL;

    """
    + [
      trigger(
        "total_entry_INSERT", "AFTER INSERT ON entry",
        """
        INSERT INTO ledger_total (member, points) VALUES (NEW.member, NEW.points)
          ON CONFLICT (member) DO UPDATE SET points = points + excluded.points;
        INSERT INTO ledger_day (member, day, points, earned)
          VALUES (NEW.member, NEW.created_at / \(day), NEW.points, \(earned("NEW")))
          ON CONFLICT (member, day) DO UPDATE
          SET points = points + excluded.points, earned = earned + excluded.earned;
        \(returned("NEW", sign: "+"))
        """),
      trigger("total_entry_DELETE", "AFTER DELETE ON entry", without("OLD")),
      trigger(
        "total_entry_UPDATE",
        "AFTER UPDATE OF id, member, kind, points, created_at, reverses ON entry",
        """
        \(without("OLD"))
        UPDATE ledger_total SET points = points + NEW.points WHERE member = NEW.member;
        INSERT INTO ledger_day (member, day, points, earned)
          VALUES (NEW.member, NEW.created_at / \(day), NEW.points, \(earned("NEW")))
          ON CONFLICT (member, day) DO UPDATE
          SET points = points + excluded.points, earned = earned + excluded.earned;
        \(returned("NEW", sign: "+"))
        """),
      trigger(
        "total_lot_INSERT", "AFTER INSERT ON lot",
        """
        INSERT INTO ledger_total (member, available, pending)
          VALUES (NEW.member, \(available("NEW")), \(pending("NEW")))
          ON CONFLICT (member) DO UPDATE
          SET available = available + excluded.available, pending = pending + excluded.pending;
        """),
      trigger(
        "total_lot_UPDATE", "AFTER UPDATE OF member, entry, granted, remaining ON lot",
        """
        UPDATE ledger_total SET available = available - \(available("OLD")),
          pending = pending - \(pending("OLD")) WHERE member = OLD.member;
        UPDATE ledger_total SET available = available + \(available("NEW")),
          pending = pending + \(pending("NEW")) WHERE member = NEW.member;
        """),
      trigger(
        "total_lot_DELETE", "AFTER DELETE ON lot",
        """
        UPDATE ledger_total SET available = available - \(available("OLD")),
          pending = pending - \(pending("OLD")) WHERE member = OLD.member;
        """),
      trigger(
        "total_draw_INSERT", "AFTER INSERT ON draw",
        "UPDATE lot SET drawn = drawn + NEW.points WHERE id = NEW.lot;"),
      trigger(
        "total_draw_DELETE", "AFTER DELETE ON draw",
        "UPDATE lot SET drawn = drawn - OLD.points WHERE id = OLD.lot;"),
      trigger(
        "total_draw_UPDATE", "AFTER UPDATE OF lot, points ON draw",
        """
        UPDATE lot SET drawn = drawn - OLD.points WHERE id = OLD.lot;
        UPDATE lot SET drawn = drawn + NEW.points WHERE id = NEW.lot;
        """),
    ].joined(separator: "\n")

  /// Milliseconds.
  private static let day = 86_400_000

  private static func trigger(_ name: String, _ when: String, _ body: String) -> String {
    """
    CREATE TRIGGER \(name) \(when) BEGIN
      \(body)
    END;
    """
  }

  private static func earned(_ row: String) -> String {
    "CASE \(row).kind WHEN 'earn' THEN \(row).points ELSE 0 END"
  }

  private static func available(_ row: String) -> String {
    "CASE WHEN \(row).entry IS NULL THEN 0 ELSE \(row).remaining END"
  }

  private static func pending(_ row: String) -> String {
    "CASE WHEN \(row).entry IS NULL THEN \(row).granted ELSE 0 END"
  }

  private static func returned(_ row: String, sign: String) -> String {
    """
    UPDATE ledger_day SET earned = earned \(sign) \(row).points
          WHERE \(row).reverses IS NOT NULL AND (member, day) = (
            SELECT member, created_at / \(day) FROM entry
            WHERE id = \(row).reverses AND kind = 'earn');
    """
  }

  private static func without(_ row: String) -> String {
    """
    UPDATE ledger_total SET points = points - \(row).points WHERE member = \(row).member;
        UPDATE ledger_day
          SET points = points - \(row).points, earned = earned - \(earned(row))
          WHERE member = \(row).member AND day = \(row).created_at / \(day);
        \(returned(row, sign: "-"))
    """
  }
}
