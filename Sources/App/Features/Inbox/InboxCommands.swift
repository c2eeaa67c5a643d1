import Cells
import Loyalty

extension Command {
  static let inbox: [Command] = [
    Command(
      action: .showInbox, title: .inbox, place: .signedIn, keys: [.character("i")], hint: "i"),
    Command(
      action: .markAllRead, title: .markAllRead, place: .inbox, keys: [.character("m")],
      hint: "m"),
    Command(
      action: .showPreferences, title: .preferences, place: .inbox, keys: [.character("p")],
      hint: "p"),
    Command(
      action: .stepFocus(Preference.Channel.allCases.count), title: .choose, place: .switches,
      keys: [Key(.down), .character("j")], hint: "↓"),
    Command(
      action: .stepFocus(-Preference.Channel.allCases.count), title: .choose, place: .switches,
      keys: [Key(.up), .character("k")], hint: "↑"),
    Command(
      action: .focusNext, title: .choose, place: .switches, keys: [Key(.right)], hint: "→"),
    Command(
      action: .focusPrevious, title: .choose, place: .switches, keys: [Key(.left)], hint: "←"),
  ]
}
