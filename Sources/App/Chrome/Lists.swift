import Loyalty

/// The list that is on top of the screen, as far as moving in it is concerned.
extension State {
  mutating func moveInList(_ move: Move) -> [Effect] {
    switch sheets.last {
    case .explanation:
      explanation.list.move(move, count: explanation.rows.count, height: explanationRows)
      return []
    case .inbox:
      inbox.list.move(move, count: inbox.items.count, height: sheetRows)
      return []
    case .stores:
      stores.list.move(move, count: stores.items.count, height: storeRows)
      return []
    case .origins:
      stores.cities.move(move, count: stores.allCities.count, height: sheetRows)
      return []
    case .shop(let id):
      scrollShop(id, move)
      return []
    case .referral:
      let count = referral.contents.referral?.friends.count ?? 0
      referral.list.move(move, count: count, height: friendRows)
      return []
    case .accounts:
      accounts.removing = nil
      accounts.list.move(move, count: accounts.items.count, height: sheetRows)
      return []
    case .stamps:
      stamps.move(move, count: home.contents.stamps?.count ?? 0, height: 1)
      return []
    case .wallet(.list):
      wallet.list.move(move, count: wallet.items.count, height: sheetRows)
      return []
    case .wallet(.card):
      scrollLocalCard(move)
      return []
    case .profile:
      profile.menu.move(move, count: ProfileItem.allCases.count, height: profileRows)
      return []
    case .sessions:
      profile.sessionList.move(move, count: profile.sessions?.count ?? 0, height: sheetRows)
      return []
    case .screen:
      scrollScreen(move)
      return []
    case .drafts:
      drafts.list.move(move, count: drafts.items.count, height: sheetRows)
      return []
    case .editor:
      moveInEditor(move)
      return []
    case .some: return []
    case nil: break
    }
    guard isInside else { return [] }
    switch tab {
    case .home: break
    case .history: return history.move(move, pageHeight: historyRows)
    case .rewards: rewards.list.move(move, count: rewards.items.count, height: historyRows)
    case .promotions:
      promotions.list.move(move, count: promotions.items.count, height: historyRows)
    case .screen: scrollScreen(move)
    case .more: more.move(move, count: moreItems.count, height: historyRows)
    }
    return []
  }

  /// What is on the screen comes anew from the local store.
  mutating func loadOpenSheets() -> [Effect] {
    guard isInside else { return [] }
    var effects: [Effect] = isSignedIn ? [.loadInbox] : []
    let hasStores = sheets.contains { sheet in
      if case .shop = sheet { return true }
      return sheet == .stores
    }
    if hasStores { effects.append(.loadStores) }
    if let screen = openScreen { effects += loads(for: screen) }
    if sheets.contains(.referral) { effects.append(.loadReferral) }
    if sheets.contains(.profile) { effects.append(.loadProfile) }
    // Only the server knows them.
    if sheets.contains(.sessions), network.trouble == nil { effects.append(.loadSessions) }
    return effects + (network.trouble == nil ? draftsLoads : []) + announce()
      + revisionsLoads + choicesLoads
  }

  /// Brings the selections back to the screen after its size has changed.
  mutating func keepSelectionsVisible() {
    keepEditorVisible()
    drafts.list.show(count: drafts.items.count, height: sheetRows)
    history.keepSelectionVisible(height: historyRows)
    rewards.keepSelectionVisible(height: historyRows)
    explanation.list.show(count: explanation.rows.count, height: explanationRows)
    promotions.list.show(count: promotions.items.count, height: historyRows)
    more.show(count: moreItems.count, height: historyRows)
    inbox.list.show(count: inbox.items.count, height: sheetRows)
    accounts.list.show(count: accounts.items.count, height: sheetRows)
    stores.list.show(count: stores.items.count, height: storeRows)
    wallet.list.show(count: wallet.items.count, height: sheetRows)
    stores.cities.show(count: stores.allCities.count, height: sheetRows)
    referral.list.show(
      count: referral.contents.referral?.friends.count ?? 0, height: friendRows)
    profile.menu.show(count: ProfileItem.allCases.count, height: profileRows)
    profile.sessionList.show(count: profile.sessions?.count ?? 0, height: sheetRows)
  }
}
