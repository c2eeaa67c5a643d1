import Cells

extension Command {
  static let drafts: [Command] = [
    Command(
      action: .drafts(.new), title: .draftsNew, place: .drafts,
      keys: [.character("n"), Key(.insert)], hint: "n"),
    Command(
      action: .drafts(.askDelete), title: .draftsDelete, place: .drafts,
      keys: [.character("x"), Key(.delete)], hint: "x"),
  ]
}
