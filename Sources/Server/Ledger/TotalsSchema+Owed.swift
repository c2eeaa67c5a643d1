extension ServerSchema {
  /// What is owed after returns counts against what is available.
  ///
  /// NB: it comes after `returns`, whose table it is about, and `totals`, whose sums it keeps.
  static let owedTotals = """
    UPDATE ledger_total SET available = (
        SELECT coalesce(sum(remaining), 0) FROM lot
        WHERE lot.member = ledger_total.member AND entry IS NOT NULL AND remaining <> 0)
      - (SELECT sum(remaining) FROM owed WHERE owed.member = ledger_total.member)
      WHERE member IN (SELECT member FROM owed);
    CREATE TRIGGER total_owed_INSERT AFTER INSERT ON owed BEGIN
      INSERT INTO ledger_total (member, available) VALUES (NEW.member, -NEW.remaining)
        ON CONFLICT (member) DO UPDATE SET available = available + excluded.available;
    END;
    CREATE TRIGGER total_owed_UPDATE AFTER UPDATE OF member, remaining ON owed BEGIN
      UPDATE ledger_total SET available = available + OLD.remaining WHERE member = OLD.member;
      UPDATE ledger_total SET available = available - NEW.remaining WHERE member = NEW.member;
    END;
    CREATE TRIGGER total_owed_DELETE AFTER DELETE ON owed BEGIN
      UPDATE ledger_total SET available = available + OLD.remaining WHERE member = OLD.member;
    END;
    """
}
