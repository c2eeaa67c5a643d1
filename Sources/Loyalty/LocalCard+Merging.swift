extension LocalCard {
  /// With what differs between two states of the same card; the rest stays as it is here.
  public func changed(from base: LocalCard, to mine: LocalCard) -> LocalCard {
    var card = self
    func keepChange<Value: Equatable>(_ member: WritableKeyPath<LocalCard, Value>) {
      if mine[keyPath: member] != base[keyPath: member] {
        card[keyPath: member] = mine[keyPath: member]
      }
    }
    keepChange(\.name)
    // NB: what the till reads is one thing.
    if (mine.number, mine.value) != (base.number, base.value) || mine.symbology != base.symbology {
      card.number = mine.number
      card.value = mine.value
      card.symbology = mine.symbology
      card.encoding = mine.encoding
      card.isGS1 = mine.isGS1
    }
    keepChange(\.note)
    keepChange(\.balance)
    keepChange(\.validFrom)
    keepChange(\.expiresOn)
    keepChange(\.groups)
    keepChange(\.isStarred)
    keepChange(\.isArchived)
    keepChange(\.rest)
    return card
  }
}
