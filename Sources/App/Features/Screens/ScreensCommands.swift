import Cells

extension Command {
  static let screens: [Command] = [
    Command(
      action: .editor(.openHere), title: .editorOpen, place: .screen, keys: [.character("e")],
      hint: "e", isInFooter: true),
    Command(
      action: .travel(.open), title: .travel, place: .screen, keys: [.character("v")], hint: "v"),
  ]
}
