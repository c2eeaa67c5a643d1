public import Loyalty

/// What happens to the inbox.
public enum InboxEvent: Equatable, Sendable {
  case loaded(InboxContents)
}

/// What a member changes in the inbox, until the server has it.
public enum InboxChange: Equatable, Sendable {
  case read([Notification.ID])
  case preference(Preference.Change)
}

func takeInbox(_ event: InboxEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isSignedIn else { return [] }
    state.inbox.replaceContents(with: contents, height: state.sheetRows)
  }
  return []
}
