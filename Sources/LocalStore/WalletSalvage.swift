import Loyalty
import SQLite

/// Reads what can be read of a damaged wallet.
enum WalletSalvage {
  /// Card by card, and of each part by part, so that what cannot be read costs nothing else.
  static func cards(in path: String) -> [PicturedCard] {
    // NB: of a file whose head is gone nothing can be read; it is kept as it is.
    guard let database = try? Database(path: path, readOnly: true, inspect: WalletSchema.inspect),
      let last = read(database, { try $0.first("SELECT max(id) FROM card") { $0.int(0) } }),
      last > 0
    else { return [] }
    // Ids are counted up: far more of them than cards that are kept are damage too.
    return (1...min(last, 1_000_000)).compactMap { id in
      guard var card = read(database, { try WalletRows.card(id, $0) }) else { return nil }
      card.groups = read(database) { try WalletRows.groups(of: id, $0) } ?? []
      card.rest = read(database) { try WalletRows.rest(of: id, $0) } ?? [:]
      let pictures = read(database) { try WalletRows.pictures(of: id, $0) }
      return PicturedCard(card, pictures: pictures ?? [:])
    }
  }

  private static func read<Result: Sendable>(
    _ database: Database, _ body: (Connection) throws -> Result?
  ) -> Result? {
    // NB: what fails here is what is damaged; the file with it is kept.
    (try? database.read(body)) ?? nil
  }
}
