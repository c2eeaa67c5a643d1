import Loyalty

/// What the actions of the inbox do.
func performInbox(_ action: InboxAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .inbox(.list) else { return [] }
    state.inbox.list = ListState()
    state.openSheet(.inbox(.list))
    return [.load(.inbox)]
  case .open(let row):
    guard state.inbox.items.indices.contains(row) else { return [] }
    state.inbox.list.selection = row
    let notification = state.inbox.items[row]
    state.openSheet(.inbox(.notification(notification.id)))
    return notification.readAt == nil ? [.keep(.inbox(.read([notification.id])))] : []
  case .markAllRead:
    let unread = state.inbox.contents.unread.map(\.id)
    return unread.isEmpty ? [] : [.keep(.inbox(.read(unread)))]
  case .showPreferences:
    guard state.sheets.last != .inbox(.preferences) else { return [] }
    state.openSheet(.inbox(.preferences))
    return [.load(.inbox)]
  case .switchPreference(let category, let channel):
    guard
      let preference = state.inbox.contents.preferences.first(where: { $0.category == category })
    else { return [] }
    return [
      .keep(
        .inbox(
          .preference(
            .init(category: category, channel: channel, isEnabled: !preference[channel]))))
    ]
  case .follow: return follow(&state)
  }
}

/// Goes where the message on the screen leads.
private func follow(_ state: inout State) -> [Effect] {
  guard case .inbox(.notification(let id)) = state.sheets.last,
    let action = state.inbox.notification(id)?.action
  else { return [] }
  guard let target = action.target else { return [] }
  switch action.kind {
  case .screen:
    if let tab = Tab.own.first(where: { $0.name == target }) {
      return perform(.showTab(tab), &state)
    }
    return state.openScreen(target)
  case .reward:
    guard state.rewards.reward(.init(target)) != nil else { return [] }
    state.openSheet(.rewards(.reward(.init(target))))
  case .shop:
    state.openSheet(.shops(.shop(.init(target))))
    return [.load(.shops)]
  default: break
  }
  return []
}

extension State {
  /// Something is kept that the server has to hear; without a connection the next pull sends it.
  mutating func sendOutbox() -> [Effect] {
    if network.isAway {
      finishSaving(.profileKept)
      return [.load(.inbox)] + profileLoads
    }
    return [.load(.inbox)] + profileLoads + [.ask(.outbox)]
  }

  /// What waits could not be sent, or was refused for good.
  mutating func failOutbox(_ trouble: Trouble) -> [Effect] {
    guard case .refused = trouble else {
      finishSaving(.profileKept)
      // The pull that comes next sends it, again and again until it is through.
      guard !network.isWorking, network.trouble == nil else { return [] }
      let retryAt = now.adding(seconds: NetworkState.delay(afterAttempts: 1))
      network = .failed(trouble, attempts: 1, retryAt: retryAt)
      return []
    }
    finishSaving(.profileSaved)
    toast(words(for: trouble), isError: true)
    return network.isWorking ? takePull() : []
  }
}
