/// What the files of this folder describe: each new one has its line here.
extension Endpoint {
  /// Where two of a method have room for the same path, the first one counts.
  static let all: [Endpoint] = [
    ofHealth, ofBootstrap, ofChanges, ofChangeHints, ofShops, ofLogin, ofLoginSessions,
    ofMembers, ofCards, ofBalances, ofLedgerEntries, ofTiers, ofConsents, ofExport, ofRewards,
    ofCoupons, ofWishes, ofPromotions, ofStampCards, ofPromoCodes, ofReferrals, ofNotifications,
    ofPreferences, ofTillPurchases, ofTillReturns, ofScreens, ofDrafts, ofPublications,
    ofContentChoices, ofRevisions, ofPresence, ofPictures,
  ].flatMap(\.self)
}

extension Schema {
  /// Each body and its parts, by the name of its Swift type.
  static let all: [String: JSON] = [
    health, bootstrap, changes, changeHints, shops, login, loginSessions, members, cards,
    balances, ledgerEntries, tiers, consents, export, rewards, coupons, wishes,
    promotions, stampCards, promoCodes, referrals, notifications, preferences, tillPurchases,
    tillReturns,
    screens, drafts, publications, contentChoices, revisions, presence, pictures, exportParts,
    pageInfo, problems, common,
  ].reduce(into: [:]) { all, schemas in all.merge(schemas) { _, last in last } }
}

extension Sample {
  static let all: [Sample] = [
    health, bootstrap, changes, changeHints, shops, login, loginSessions, members, cards,
    balances, ledgerEntries, tiers, consents, export, rewards, coupons, wishes,
    promotions, stampCards, promoCodes, referrals, notifications, preferences, tillPurchases,
    tillReturns,
    screens, drafts, publications, contentChoices, revisions, presence, pictures, problems,
  ].flatMap(\.self)
}
