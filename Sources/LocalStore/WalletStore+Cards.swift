public import Loyalty
import SQLite

extension WalletStore {
  /// All cards, in the order in which they came.
  public func cards() throws(LocalStoreError) -> [LocalCard] {
    try read { try WalletRows.cards($0) }
  }

  /// All cards with their pictures, for a file.
  public func picturedCards() throws(LocalStoreError) -> [PicturedCard] {
    try read { connection in
      try WalletRows.cards(connection).map { card in
        guard let id = Int64(card.id.rawValue) else { return PicturedCard(card) }
        return PicturedCard(card, pictures: try WalletRows.pictures(of: id, connection))
      }
    }
  }

  /// Keeps a card that is new, or what has changed about one.
  ///
  /// - Returns: its id; `nil` when there is no card of that id any more, or no room for another.
  @discardableResult
  public func save(_ card: LocalCard, at now: Instant) throws(LocalStoreError) -> LocalCard.ID? {
    try write { connection in
      if let id = Int64(card.id.rawValue) {
        return try WalletRows.update(card, id, connection) ? card.id : nil
      }
      let count = try connection.first("SELECT count(*) FROM card") { $0.int(0) } ?? 0
      guard count < LocalCard.Limit.cards else { return nil }
      return try WalletRows.insert(card, at: now, connection).map { LocalCard.ID(String($0)) }
    }
  }

  /// Deletes a card and its pictures for good.
  public func delete(_ id: LocalCard.ID) throws(LocalStoreError) {
    guard let id = Int64(id.rawValue) else { return }
    try write { connection in
      _ = try connection.execute("DELETE FROM card WHERE id = ?", [.integer(id)])
    }
  }

  public func markUsed(_ id: LocalCard.ID, at now: Instant) throws(LocalStoreError) {
    guard let id = Int64(id.rawValue) else { return }
    try write { connection in
      _ = try connection.execute(
        "UPDATE card SET last_used = ? WHERE id = ?", [.integer(now.rawValue), .integer(id)])
    }
  }

  /// Takes all cards of a file, or none; a card that is there already keeps what the person has
  /// noted and gets what it does not have yet.
  ///
  /// - Returns: what came of it, or why there is no room.
  public func add(
    _ cards: [PicturedCard], at now: Instant
  ) throws(LocalStoreError) -> Result<WalletImport, WalletFileProblem> {
    var refusal: WalletFileProblem?
    do throws(LocalStoreError) {
      return .success(
        try write { connection in
          let report = try WalletStore.add(cards, now, connection)
          refusal = try WalletStore.lackOfRoom(connection)
          // All of it is undone.
          if refusal != nil { throw NoRoom() }
          return report
        })
    } catch {
      guard let refusal else { throw error }
      return .failure(refusal)
    }
  }

  private struct NoRoom: Error {}

  private static func lackOfRoom(
    _ connection: Connection
  ) throws(DatabaseError) -> WalletFileProblem? {
    let count = try connection.first("SELECT count(*) FROM card") { $0.int(0) } ?? 0
    if count > LocalCard.Limit.cards { return .tooManyCards(limit: LocalCard.Limit.cards) }
    let bytes = try connection.first("SELECT sum(length(bytes)) FROM picture") { $0.int(0) } ?? 0
    let most = LocalCard.Limit.pictures
    return bytes > most ? .tooLarge(limit: most >> 20) : nil
  }

  private static func add(
    _ cards: [PicturedCard], _ now: Instant, _ connection: Connection
  ) throws(DatabaseError) -> WalletImport {
    var known = Dictionary(
      try WalletRows.cards(connection).map { ($0.plastic, $0) },
      uniquingKeysWith: { first, _ in first })
    var added: Set<LocalCard.Plastic> = []
    var changed: Set<LocalCard.Plastic> = []
    for filed in cards {
      let card = filed.card.cleaned
      let old = known[card.plastic]
      var merged = old?.completed(by: card) ?? card
      if old == nil {
        added.insert(card.plastic)
        let id = try WalletRows.insert(merged, at: now, connection)
        merged.id = LocalCard.ID(id.map(String.init) ?? "")
      } else if merged != old, let id = Int64(merged.id.rawValue) {
        changed.insert(card.plastic)
        _ = try WalletRows.update(merged, id, connection)
      }
      known[card.plastic] = merged
      if let id = Int64(merged.id.rawValue), try WalletRows.add(filed.pictures, to: id, connection)
      {
        changed.insert(card.plastic)
      }
    }
    changed.subtract(added)
    return WalletImport(
      added: added.count, changed: changed.count, known: cards.count - added.count - changed.count)
  }
}
