import App
import LocalStore
import Loyalty
import Sync

extension Services {
  /// Kept on the disk before the event arrives; sent later.
  func keep(_ change: Change) -> Event {
    do {
      switch change {
      case .inbox(.read(let ids)): try sync.markRead(ids)
      case .inbox(.preference(let change)): try sync.set(change)
      case .profile(let patch): try sync.change(patch)
      case .consents(let changes): try sync.set(changes)
      case .wish(let change): try sync.set(change)
      case .shopsOrigin(let origin):
        try store.save(origin.rawValue, as: .shopsOrigin)
        return .shops(.loaded(try shops()))
      case .introSeen:
        try store.save("1", as: .introSeen)
        return .intro(.loaded([]))
      case .editor(.draft(let draft)): return .editor(keep(draft))
      case .editor(.forget(let id)): return .editor(forget(id))
      }
      return .outboxFilled
    } catch {
      return .storeFailed(Trouble(local: error))
    }
  }
}
