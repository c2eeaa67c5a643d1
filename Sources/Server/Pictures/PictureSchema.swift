extension ServerSchema {
  /// Pictures by the digests of their bytes, which stand last: lists read past none of them.
  ///
  /// `created_by` is empty of those that came with the program's files.
  static let pictures =
    """
    CREATE TABLE picture (
      sha256 TEXT PRIMARY KEY, kind TEXT NOT NULL, width INTEGER NOT NULL,
      height INTEGER NOT NULL, size INTEGER NOT NULL, created_at INTEGER NOT NULL,
      created_by TEXT, bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX picture_author ON picture (created_by) WHERE created_by IS NOT NULL;
    ALTER TABLE reward ADD COLUMN picture TEXT;

    """
    + replaced(
      "reward_UPDATE",
      """
      AFTER UPDATE ON reward
      WHEN (OLD.is_active <> 0 OR NEW.is_active <> 0) AND (\(changed(shownOfReward + ["picture"]))
        OR (OLD.stock IS NULL) <> (NEW.stock IS NULL) OR (OLD.stock = 0) <> (NEW.stock = 0))
      """, rewards("NEW.id"))
}
