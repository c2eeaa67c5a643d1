import Content
import Contract
import SQLite

extension ServerStore {
  /// Writes beside each screen what lists show of it, in a database from before there were such
  /// columns.
  func fillScreenList() throws {
    let missing = "SELECT id FROM screen WHERE title IS NULL"
    guard try !database.read({ try $0.query(missing, [], { $0.text(0) }) }).isEmpty else { return }
    try database.write(locking: []) { connection in
      for id in try connection.query(missing, [], { $0.text(0) }) {
        try fillList(of: id, connection)
      }
    }
  }

  private func fillList(of id: String, _ connection: Connection) throws {
    let content = try connection.first(
      """
      SELECT content FROM screen_revision
      WHERE screen = ?1 AND number = (SELECT revision FROM screen WHERE id = ?1)
      """, [.text(id)]
    ) { $0.text(0) }
    guard let content else { return }
    let written = WrittenScreen(try Screen(stored: content))
    try connection.execute(
      """
      UPDATE screen SET title = ?2, tab = ?3,
        author = (SELECT author FROM screen_revision AS newest
          WHERE newest.screen = screen.id AND newest.number = screen.revision),
        author_name = (SELECT author_name FROM screen_revision AS newest
          WHERE newest.screen = screen.id AND newest.number = screen.revision),
        updated_at = (SELECT created_at FROM screen_revision AS newest
          WHERE newest.screen = screen.id AND newest.number = screen.revision),
        shown_at = (SELECT published_at FROM screen_revision AS shown
          WHERE shown.screen = screen.id AND shown.number = screen.published)
      WHERE id = ?1
      """, [.text(id), .text(written.title), .optional(written.tab)])
  }
}
