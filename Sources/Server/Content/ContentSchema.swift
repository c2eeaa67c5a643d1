extension ServerSchema {
  /// Screens and their revisions; a revision is added, never changed, and goes when it is too old.
  ///
  /// `version` counts all that a writer has to know of, so that the entity tag follows from it.
  static let content =
    """
    CREATE TABLE screen (
      id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
      version INTEGER NOT NULL, published INTEGER, published_slug TEXT UNIQUE,
      scheduled INTEGER, publish_at INTEGER,
      CHECK ((scheduled IS NULL) = (publish_at IS NULL)),
      CHECK ((published IS NULL) = (published_slug IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX screen_due ON screen (publish_at) WHERE publish_at IS NOT NULL;
    CREATE TABLE screen_revision (
      id TEXT PRIMARY KEY, screen TEXT NOT NULL REFERENCES screen ON DELETE CASCADE,
      number INTEGER NOT NULL, content TEXT NOT NULL, author TEXT NOT NULL,
      author_name TEXT NOT NULL, created_at INTEGER NOT NULL, reverts INTEGER,
      published_at INTEGER, UNIQUE (screen, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE screen_editor (
      screen TEXT NOT NULL REFERENCES screen ON DELETE CASCADE, session TEXT NOT NULL,
      member TEXT NOT NULL, block TEXT, since INTEGER NOT NULL, seen_at INTEGER NOT NULL,
      PRIMARY KEY (screen, session)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER event_screen_published AFTER UPDATE OF published ON screen
    WHEN NEW.published IS NOT OLD.published BEGIN
      INSERT INTO event (resource, ref) VALUES ('screens', NEW.id);
    END;
    CREATE TRIGGER event_screen_gone AFTER DELETE ON screen
    WHEN OLD.published IS NOT NULL BEGIN
      INSERT INTO event (resource, ref) VALUES ('screens', OLD.id);
    END;

    """
    + [
      editors("screen", "INSERT", "NEW.id"), editors("screen", "UPDATE", "NEW.id"),
      editors("screen", "DELETE", "OLD.id"), editors("screen_editor", "INSERT", "NEW.screen"),
      editors("screen_editor", "DELETE", "OLD.screen"),
    ].joined(separator: "\n")

  /// What lists show of a screen stands beside it: the contents of revisions are long, and so is the
  /// way past them to the rest of a row.
  static let screenList = """
    ALTER TABLE screen ADD COLUMN title TEXT;
    ALTER TABLE screen ADD COLUMN tab TEXT;
    ALTER TABLE screen ADD COLUMN author TEXT;
    ALTER TABLE screen ADD COLUMN author_name TEXT;
    ALTER TABLE screen ADD COLUMN updated_at INTEGER;
    ALTER TABLE screen ADD COLUMN shown_at INTEGER;
    CREATE INDEX screen_author ON screen (author);
    CREATE INDEX screen_revision_list ON screen_revision (
      screen, number DESC, id, author, author_name, created_at, reverts, published_at);
    """

  /// What only those hear of who may edit.
  private static func editors(_ table: String, _ verb: String, _ ref: String) -> String {
    """
    CREATE TRIGGER event_\(table)_\(verb) AFTER \(verb) ON \(table) BEGIN
      INSERT INTO event (member, resource, ref) SELECT id, 'drafts', \(ref) FROM member
      WHERE roles LIKE '%editor%' OR roles LIKE '%publisher%' OR roles LIKE '%admin%';
    END;
    """
  }
}
