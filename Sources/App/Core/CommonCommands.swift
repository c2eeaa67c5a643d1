import Cells

/// Keys that mean the same in many places.
extension Command {
  /// Wherever there is something to move through.
  static let list: [Command] = [
    Command(
      action: .move(.rows(1)), title: .move, scope: .list,
      keys: [Key(.down), .character("j")], hint: "↑↓", isHinted: true),
    Command(
      action: .move(.rows(-1)), title: .move, scope: .list,
      keys: [Key(.up), .character("k")], hint: "↑↓"),
    Command(
      action: .move(.pages(1)), title: .move, scope: .list,
      keys: [Key(.pageDown), .character(" "), .control("f")], hint: "PgDn"),
    Command(
      action: .move(.pages(-1)), title: .move, scope: .list,
      keys: [Key(.pageUp), .control("b")], hint: "PgUp"),
    Command(
      action: .move(.first), title: .move, scope: .list,
      keys: [Key(.home), .character("g")], hint: "Home"),
    Command(
      action: .move(.last), title: .move, scope: .list,
      keys: [Key(.end), .character("G")], hint: "End"),
  ]

  static let core: [Command] = [
    Command(
      action: .card(.show), title: .showCard, scope: .section,
      keys: [.character("z"), .character("Z")], hint: "z", isHinted: true, label: { _ in .card }),
    Command(
      action: .showTab(.home), title: .home, scope: .section,
      keys: [.character("1")], hint: "1"),
    Command(
      action: .showTab(.history), title: .history, scope: .section,
      keys: [.character("2")], hint: "2"),
    Command(
      action: .refresh, title: .refresh, scope: .anywhere,
      keys: [.character("r"), Key(.function(5))], hint: "r", isHinted: true),
    Command(
      action: .activate, title: .open, scope: .anywhere, keys: [Key(.enter)], hint: "Enter"),
    Command(
      action: .focusNext, title: .choose, scope: .anywhere, keys: [Key(.tab)], hint: "Tab"),
    Command(
      action: .focusPrevious, title: .choose, scope: .anywhere, keys: [Key(.tab, .shift)],
      hint: "Shift-Tab"),
    Command(action: .back, title: .back, scope: .anywhere, keys: [Key(.escape)], hint: "Esc"),
    Command(
      action: .showHelp, title: .help, scope: .anywhere,
      keys: [.character("?"), Key(.function(1))], hint: "?", isHinted: true),
    Command(
      action: .switchLanguage, title: .language, scope: .anywhere,
      keys: [Key(.function(3))], hint: "F3", when: { $0.languages.count > 1 }),
    Command(
      action: .copy, title: .copyCode, scope: .anywhere, keys: [.character("y")], hint: "y",
      isAnswered: true, when: { $0.copyable != nil }),
    Command(
      action: .share, title: .copyWords, scope: .anywhere, keys: [.character("Y")], hint: "Y",
      isAnswered: true, when: { $0.shareable != nil }),
    Command(
      action: .form(.submit), title: .submitForm, scope: .sheet, keys: [.control("s")],
      hint: "Ctrl-S", isOnScreenOnly: true, when: { $0.openForm.map { !$0.isBusy } ?? false }),
    Command(
      action: .redraw, title: .redraw, scope: .anywhere, keys: [.control("l")], hint: "Ctrl-L"),
    Command(
      action: .suspend, title: .suspend, scope: .anywhere, keys: [.control("z")],
      hint: "Ctrl-Z"),
    Command(
      action: .login(.askToLogOut), title: .logOut, scope: .section, keys: [Key(.function(10))],
      hint: "F10"),
    Command(
      action: .quit, title: .quit, scope: .anywhere,
      keys: [.character("q"), .control("c"), .control("q")], hint: "q", isHinted: true),
    Command(
      action: .showTab(.rewards), title: .rewards, scope: .section, keys: [.character("3")],
      hint: "3"),
    Command(
      action: .focusNext, title: .choose, scope: .sheet, keys: [Key(.down), Key(.right)],
      hint: "↓"),
    Command(
      action: .focusPrevious, title: .choose, scope: .sheet, keys: [Key(.up), Key(.left)],
      hint: "↑"),
    Command(
      action: .showTab(.more), title: .more, scope: .section,
      keys: [.character("5"), .character("m")], hint: "5"),
    Command(
      action: .showTab(.promotions), title: .promotions, scope: .section,
      keys: [.character("4")], hint: "4"),
  ]

  /// Last, as a small screen has no room for all of them in its help.
  static let sectionsBeside: [Command] = [
    Command(
      action: .nextTab, title: .sectionBeside, scope: .section,
      keys: [Key(.right), .character("l")], hint: "→"),
    Command(
      action: .previousTab, title: .sectionBeside, scope: .section,
      keys: [Key(.left), .character("h")], hint: "←"),
  ]
}
