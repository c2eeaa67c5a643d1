import Cells
public import Loyalty

extension FeatureDescription {
  static let inbox = FeatureDescription(
    commands: [
      Command(
        action: .inbox(.show), title: .inbox, scope: .section, keys: [.character("i")], hint: "i")
    ],
    menu: { state in
      [
        MoreItem(
          title: state.phrases.say(.inbox), note: state.unreadWords, group: .you,
          action: .inbox(.show), news: state.unreadWords, about: .inboxAbout,
          lines: { state in
            let zone = state.settings.zone
            let year = zone.local(state.now).day.year
            return state.inbox.items.prefix(12).map {
              (
                ($0.readAt == nil ? "● " : "")
                  + ($0.title.value(in: state.settings.language) ?? ""),
                state.phrases.day(zone.local($0.createdAt).day, in: year)
              )
            }
          })
      ]
    }, confirm: { $1.inbox.contents.confirmedAt? = $0 },
    shows: { $0.isSignedIn ? [.inbox] : [] })
}

/// What inbox covers the screen with.
public enum InboxSheet: Equatable, Sendable {
  case list
  case notification(Notification.ID)
  case preferences
}

extension InboxSheet {
  var surface: Surface {
    switch self {
    case .list: .inbox
    case .notification(let id): .notification(id)
    case .preferences: .preferences
    }
  }
}

extension Surface {
  static let inbox = Surface(
    part: .inbox,
    commands: [
      Command(
        action: .inbox(.markAllRead), title: .markAllRead, keys: [.character("m")], hint: "m",
        isHinted: true, when: { $0.inbox.unreadCount > 0 }),
      Command(
        action: .inbox(.showPreferences), title: .preferences, keys: [.character("p")], hint: "p",
        isHinted: true),
    ],
    list: .rows(\.inbox.list, count: \.inbox.items.count),
    detail: { state in
      let row = state.inbox.list.selection
      guard state.inbox.items.indices.contains(row) else { return nil }
      return (.inbox(.notification(state.inbox.items[row].id)), .inbox(.open(row: row)))
    }, draw: drawInbox)

  static func notification(_ id: Notification.ID) -> Surface {
    Surface(kind: .detail, part: .inbox, list: .sheetText) { drawNotification(id, $0, on: &$1) }
  }

  /// The arrows go along the rows and the columns of the switches.
  static let preferences = Surface(
    part: .inbox,
    commands: [
      step(Preference.Channel.allCases.count, [Key(.down), .character("j")], "↓"),
      step(-Preference.Channel.allCases.count, [Key(.up), .character("k")], "↑"),
      Command(action: .focusNext, title: .choose, keys: [Key(.right)], hint: "→"),
      Command(action: .focusPrevious, title: .choose, keys: [Key(.left)], hint: "←"),
    ], scopes: [.anywhere], draw: drawPreferences)

  private static func step(_ elements: Int, _ keys: [Key], _ hint: String) -> Command {
    Command(action: .stepFocus(elements), title: .choose, keys: keys, hint: hint)
  }
}
