public import Loyalty

/// What a person can ask of inbox.
public enum InboxAction: Equatable, Sendable {
  case show
  case open(row: Int)
  case markAllRead
  case showPreferences
  case switchPreference(Notification.Category, Preference.Channel)
  case follow
}

extension InboxAction {
  var access: Access { .member(with: .inbox) }
}
