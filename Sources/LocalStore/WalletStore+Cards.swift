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
  /// - Parameter base: the card before it was changed; what was not changed since stays as it is
  ///   here, where another window may have changed it. `nil` writes all of it.
  /// - Returns: its id; `nil` when there is no card of that id any more, or no room for another.
  @discardableResult
  public func save(
    _ card: LocalCard, over base: LocalCard? = nil, at now: Instant
  ) throws(LocalStoreError) -> LocalCard.ID? {
    try write { connection in
      if let id = Int64(card.id.rawValue) {
        guard let current = try WalletRows.whole(id, connection) else { return nil }
        let merged = base.map { current.changed(from: $0, to: card) } ?? card
        return try WalletRows.update(merged, id, connection) ? card.id : nil
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
    // Also out of the copy.
    keepPrevious()
  }

  public func markUsed(_ id: LocalCard.ID, at now: Instant) throws(LocalStoreError) {
    guard let id = Int64(id.rawValue) else { return }
    try write { connection in
      _ = try connection.execute(
        "UPDATE card SET last_used = ? WHERE id = ?", [.integer(now.rawValue), .integer(id)])
    }
  }

  /// Takes all these cards, or none; a card that is there already keeps what the person has noted
  /// and gets what it does not have yet, or what a newer pass says.
  ///
  /// - Returns: what came of it, or why there is no room.
  public func add(
    _ cards: [PicturedCard], at now: Instant
  ) throws(LocalStoreError) -> Result<WalletImport, WalletFileProblem> {
    var refusal: WalletFileProblem?
    do throws(LocalStoreError) {
      let report = try write { connection in
        let report = try WalletStore.add(cards, now, connection)
        refusal = try WalletStore.lackOfRoom(connection)
        // All of it is undone.
        if refusal != nil { throw NoRoom() }
        return report
      }
      if report.added + report.changed > 0 { keepPrevious() }
      return .success(report)
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
    let cardsHere = try WalletRows.cards(connection)
    var known = Dictionary(
      cardsHere.map { ($0.plastic, $0) }, uniquingKeysWith: { first, _ in first })
    var passes = Dictionary(
      cardsHere.compactMap { card in card.pass.map { ($0, card) } },
      uniquingKeysWith: { first, _ in first })
    var added: Set<LocalCard.ID> = []
    var changed: Set<LocalCard.ID> = []
    for filed in cards {
      let card = filed.card.cleaned
      let passed = card.pass.flatMap { passes[$0] }
      let old = passed ?? known[card.plastic]
      var merged = passed?.updated(by: card) ?? old?.completed(by: card) ?? card
      if old == nil {
        let id = try WalletRows.insert(merged, at: now, connection)
        merged.id = LocalCard.ID(id.map(String.init) ?? "")
        added.insert(merged.id)
      } else if merged != old, let id = Int64(merged.id.rawValue) {
        changed.insert(merged.id)
        _ = try WalletRows.update(merged, id, connection)
      }
      if let old, known[old.plastic]?.id == old.id { known[old.plastic] = nil }
      known[merged.plastic] = merged
      if let pass = merged.pass { passes[pass] = merged }
      if let id = Int64(merged.id.rawValue), try WalletRows.add(filed.pictures, to: id, connection)
      {
        changed.insert(merged.id)
      }
    }
    changed.subtract(added)
    return WalletImport(
      added: added.count, changed: changed.count, known: cards.count - added.count - changed.count)
  }
}
