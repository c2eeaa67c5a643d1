import Cells
import Content

extension EditorSheet {
  /// Those that the foot names first, in its order.
  static let commands: [Command] = [
    hinted(.save, .editorSave, [.control("s")], "Ctrl-S"),
    hinted(.add, .editorAdd, [.character("a"), Key(.insert), .control("n")], "a Ctrl-N"),
    hinted(.duplicate, .editorDuplicate, [.character("d")], "d", when: \.isOnBlock),
    hinted(
      .delete, .editorDelete, [.character("x"), Key(.delete)], "x", when: \.isOnBlock),
    hinted(
      .undo, .editorUndo, [.character("u"), .control("_")], "u Ctrl-_",
      when: { $0.editor?.history.canUndo == true }),
    hinted(.showPublishing, .publishTitle, [.character("P")], "P"),
    hinted(
      .move(1), .editorMove, [.character("J"), Key(.down, .alt)], "J", when: \.canMoveBlock),
    hinted(
      .move(-1), .editorMove, [.character("K"), Key(.up, .alt)], "K", when: \.canMoveBlock),
    hinted(.preview, .editorPreview, [.character("p")], "p"),
    hinted(.leave, .back, [Key(.escape)], "Esc"),
    Command(
      action: .travel(.open), title: .travel, keys: [.character("v")], hint: "v", isHinted: true,
      label: { _ in .travelHint }),
    hinted(.showRevisions, .revisionsTitle, [.character("H")], "H"),
    command(.write, .open, [Key(.enter)], "Enter"),
    command(.pane, .choose, [Key(.tab), Key(.tab, .shift)], "Tab"),
    command(.step(1), .editorChoose, [Key(.right), .character("l")], "→"),
    command(.step(-1), .editorChoose, [Key(.left), .character("h")], "←"),
    command(.retype, .editorRetype, [.character("t")], "t"),
    command(.redo, .editorRedo, [.character("U"), .control("r")], "U Ctrl-R"),
    command(.writeOutside, .editorOutside, [.control("x")], "Ctrl-X"),
  ]

  /// What can be asked for while letters are typed.
  static let writingCommands: [Command] = [
    hinted(.leave, .editorDone, [Key(.escape)], "Esc"),
    hinted(.nextField, .editorNext, [Key(.tab)], "Tab"),
    hinted(.writeOutside, .editorOutside, [.control("x")], "Ctrl-X"),
    hinted(.save, .editorSave, [.control("s")], "Ctrl-S"),
    hinted(.add, .editorAdd, [.control("n")], "Ctrl-N"),
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

  static let revisionCommands: [Command] = [revisions(.mark, .revisionsMark, "m"), revert]

  /// While two are compared there is nothing to mark in sight, but it can be done.
  static let differenceCommands: [Command] = [
    Command(
      action: .editor(.revisionsAction(.mark)), title: .revisionsMark, keys: [.character("m")],
      hint: "m"), revert,
  ]

  private static let revert = revisions(.revert, .revisionsRevert, "r")

  private static func revisions(
    _ action: RevisionsAction, _ title: Phrase, _ key: String
  ) -> Command {
    Command(
      action: .editor(.revisionsAction(action)), title: title, keys: [.character(key)], hint: key,
      isHinted: true, when: { $0.editor?.revisions.selected != nil })
  }

  private static func command(
    _ action: EditorAction, _ title: Phrase, _ keys: [Key], _ hint: String
  ) -> Command {
    Command(action: .editor(action), title: title, keys: keys, hint: hint)
  }

  private static func hinted(
    _ action: EditorAction, _ title: Phrase, _ keys: [Key], _ hint: String,
    when: @escaping @Sendable (State) -> Bool = { _ in true }
  ) -> Command {
    var command = command(action, title, keys, hint)
    command.isHinted = true
    command.when = when
    return command
  }

  private static func conflict(
    _ action: ConflictAction, _ title: Phrase, _ keys: [Key], _ hint: String
  ) -> Command {
    Command(
      action: .editor(.conflict(action)), title: title, keys: keys, hint: hint)
  }
}

extension State {
  /// What belongs to the screen as a whole stands above its blocks.
  fileprivate var isOnBlock: Bool { editor?.block != nil }
  fileprivate var canMoveBlock: Bool { isOnBlock && (editor?.screen.blocks.count ?? 0) > 1 }
}
