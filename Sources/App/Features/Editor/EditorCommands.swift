import Cells

extension EditorSheet {
  static let commands: [Command] = [
    command(.save, .editorSave, [.control("s")], "Ctrl-S"),
    command(.write, .open, [Key(.enter)], "Enter"),
    command(.pane, .choose, [Key(.tab), Key(.tab, .shift)], "Tab"),
    command(.step(1), .editorChoose, [Key(.right), .character("l")], "→"),
    command(.step(-1), .editorChoose, [Key(.left), .character("h")], "←"),
    command(.add, .editorAdd, [.character("a"), Key(.insert), .control("n")], "a Ctrl-N"),
    command(.duplicate, .editorDuplicate, [.character("d")], "d"),
    command(.delete, .editorDelete, [.character("x"), Key(.delete)], "x"),
    command(.move(1), .editorMove, [.character("J"), Key(.down, .alt)], "J"),
    command(.move(-1), .editorMove, [.character("K"), Key(.up, .alt)], "K"),
    command(.retype, .editorRetype, [.character("t")], "t"),
    command(.undo, .editorUndo, [.character("u"), .control("_")], "u Ctrl-_"),
    command(.redo, .editorRedo, [.character("U"), .control("r")], "U Ctrl-R"),
    command(.preview, .editorPreview, [.character("p")], "p"),
    command(.writeOutside, .editorOutside, [.control("x")], "Ctrl-X"),
    command(.showRevisions, .revisionsTitle, [.character("H")], "H"),
    command(.showPublishing, .publishTitle, [.character("P")], "P"),
    command(.leave, .back, [Key(.escape)], "Esc"),
    Command(
      action: .travel(.open), title: .travel, keys: [.character("v")], hint: "v"),
  ]

  static let conflictCommands: [Command] = [
    conflict(.accept, .conflictAccept, [Key(.enter)], "Enter"),
    conflict(.field(isTheirs: false), .conflictFieldMine, [.character("m")], "m"),
    conflict(.field(isTheirs: true), .conflictFieldTheirs, [.character("t")], "t"),
    conflict(.mine, .conflictMine, [.character("M")], "M"),
    conflict(.theirs, .conflictTheirs, [.character("T")], "T"),
    conflict(.both, .conflictBoth, [.character("b")], "b"),
    conflict(.next(1), .move, [Key(.down), .character("j"), Key(.tab)], "↓"),
    conflict(.next(-1), .move, [Key(.up), .character("k"), Key(.tab, .shift)], "↑"),
  ]

  static let revisionCommands: [Command] = [
    Command(
      action: .editor(.revisionsAction(.mark)), title: .revisionsMark,
      keys: [.character("m")], hint: "m"),
    Command(
      action: .editor(.revisionsAction(.revert)), title: .revisionsRevert,
      keys: [.character("r")], hint: "r"),
  ]

  private static func command(
    _ action: EditorAction, _ title: Phrase, _ keys: [Key], _ hint: String
  ) -> Command {
    Command(action: .editor(action), title: title, keys: keys, hint: hint)
  }

  private static func conflict(
    _ action: ConflictAction, _ title: Phrase, _ keys: [Key], _ hint: String
  ) -> Command {
    Command(
      action: .editor(.conflict(action)), title: title, keys: keys, hint: hint)
  }
}
