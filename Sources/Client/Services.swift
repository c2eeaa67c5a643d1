import App
import Contract
import LocalStore
import Loyalty
import Sync

/// What the effects of the app are carried out with.
public struct Services: Sendable {
  let store: LocalStore
  let sync: SyncEngine
  let wallet: Wallet
  let clock: CalendarClock
  /// Where relative paths of exported files begin.
  let exports: String
  /// What `~` stands for in them; `nil` when nobody knows.
  let homeFolder: String?
  /// What brings pictures; `nil` where none are shown.
  let pictures: PictureDesk?

  func now() -> Instant { clock.now }
}
