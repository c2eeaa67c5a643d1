import App
import LocalStore
import Loyalty
import Sync

extension Services {
  /// Newest lines that the home screen can show.
  static let latest = 12

  /// NB: what the store keeps in columns of its own was cleaned when it was written.
  func home() throws -> HomeContents {
    var home = try store.home(latest: Services.latest)
    for item in try store.outbox() { home.member?.apply(item) }
    return HomeContents(
      program: home.program, member: home.member, card: home.card, balance: home.balance,
      latest: home.latest, linked: try store.ledger(linkedTo: home.latest),
      confirmedAt: home.balanceFetchedAt,
      tier: tierStatus(), tierConfirmedAt: try store.confirmed(.tier), stamps: stamps(),
      stampsConfirmedAt: try store.confirmed(.stamps))
  }
}
