import Cells

/// Keys that mean the same in many places.
extension Command {
  static let common: [Command] = [
    Command(
      action: .move(.rows(1)), title: .move, place: .list,
      keys: [Key(.down), .character("j")], hint: "↑↓", isInFooter: true),
    Command(
      action: .move(.rows(-1)), title: .move, place: .list,
      keys: [Key(.up), .character("k")], hint: "↑↓"),
    Command(
      action: .move(.pages(1)), title: .move, place: .list,
      keys: [Key(.pageDown), .character(" "), .control("f")], hint: "PgDn"),
    Command(
      action: .move(.pages(-1)), title: .move, place: .list,
      keys: [Key(.pageUp), .control("b")], hint: "PgUp"),
    Command(
      action: .move(.first), title: .move, place: .list,
      keys: [Key(.home), .character("g")], hint: "Home"),
    Command(
      action: .move(.last), title: .move, place: .list,
      keys: [Key(.end), .character("G")], hint: "End"),
    Command(
      action: .openSearch, title: .search, place: .history, keys: [.character("/")], hint: "/",
      isInFooter: true),
    Command(
      action: .nextFilter, title: .filter, place: .history, keys: [.character("f")], hint: "f"),
    Command(
      action: .showCard, title: .showCard, place: .signedIn,
      keys: [.character("z"), .character("Z")], hint: "z", isInFooter: true),
    Command(
      action: .showTab(.home), title: .home, place: .signedIn,
      keys: [.character("1")], hint: "1"),
    Command(
      action: .showTab(.history), title: .history, place: .signedIn,
      keys: [.character("2")], hint: "2"),
    Command(
      action: .nextTab, title: .history, place: .signedIn,
      keys: [Key(.right), .character("l")], hint: "→"),
    Command(
      action: .previousTab, title: .home, place: .signedIn,
      keys: [Key(.left), .character("h")], hint: "←"),
    Command(
      action: .refresh, title: .refresh, place: .anywhere,
      keys: [.character("r"), Key(.function(5))], hint: "r", isInFooter: true),
    Command(
      action: .insertCode, title: .insertCode, place: .login, keys: [Key(.function(2))],
      hint: "F2"),
    Command(
      action: .activate, title: .open, place: .anywhere, keys: [Key(.enter)], hint: "Enter"),
    Command(
      action: .focusNext, title: .choose, place: .anywhere, keys: [Key(.tab)], hint: "Tab"),
    Command(
      action: .focusPrevious, title: .choose, place: .anywhere, keys: [Key(.tab, .shift)],
      hint: "Shift-Tab"),
    Command(
      action: .focusNext, title: .choose, place: .login, keys: [Key(.down)], hint: "↓"),
    Command(
      action: .focusPrevious, title: .choose, place: .login, keys: [Key(.up)], hint: "↑"),
    Command(
      action: .focusNext, title: .choose, place: .home,
      keys: [Key(.down), .character("j")], hint: "↓"),
    Command(
      action: .focusPrevious, title: .choose, place: .home,
      keys: [Key(.up), .character("k")], hint: "↑"),
    Command(action: .back, title: .back, place: .anywhere, keys: [Key(.escape)], hint: "Esc"),
    Command(
      action: .showHelp, title: .help, place: .anywhere,
      keys: [.character("?"), Key(.function(1))], hint: "?", isInFooter: true),
    Command(
      action: .switchLanguage, title: .language, place: .anywhere,
      keys: [Key(.function(3))], hint: "F3"),
    Command(
      action: .redraw, title: .refresh, place: .anywhere, keys: [.control("l")], hint: "Ctrl-L"),
    Command(
      action: .suspend, title: .suspend, place: .anywhere, keys: [.control("z")],
      hint: "Ctrl-Z"),
    Command(
      action: .askToLogOut, title: .logOut, place: .signedIn, keys: [Key(.function(10))],
      hint: "F10"),
    Command(
      action: .quit, title: .quit, place: .anywhere,
      keys: [.character("q"), .control("c"), .control("q")], hint: "q", isInFooter: true),
    Command(
      action: .showTab(.rewards), title: .rewards, place: .signedIn, keys: [.character("3")],
      hint: "3"),
    Command(
      action: .focusNext, title: .choose, place: .sheet, keys: [Key(.down), Key(.right)],
      hint: "↓"),
    Command(
      action: .focusPrevious, title: .choose, place: .sheet, keys: [Key(.up), Key(.left)],
      hint: "↑"),
    Command(
      action: .explainBalance, title: .explainBalance, place: .home, keys: [.character("b")],
      hint: "b"),
    Command(
      action: .showTier, title: .tier, place: .home, keys: [.character("t")], hint: "t"),
    Command(
      action: .suppose(100), title: .whatIf, place: .tierSheet,
      keys: [.character("+"), .character("="), Key(.right)], hint: "+"),
    Command(
      action: .suppose(-100), title: .whatIf, place: .tierSheet,
      keys: [.character("-"), Key(.left)], hint: "−"),
    Command(
      action: .showTab(.more), title: .more, place: .signedIn,
      keys: [.character("5"), .character("m")], hint: "5"),
    Command(
      action: .showTab(.promotions), title: .promotions, place: .signedIn,
      keys: [.character("4")], hint: "4"),
    Command(
      action: .enterPromoCode, title: .promoCode, place: .promotions, keys: [.character("p")],
      hint: "p"),
    Command(
      action: .showStamps, title: .stamps, place: .home, keys: [.character("s")], hint: "s"),
    Command(
      action: .zoom(1), title: .larger, place: .paper, keys: [.character("+"), .character("=")],
      hint: "+"),
    Command(
      action: .zoom(-1), title: .smaller, place: .paper, keys: [.character("-")], hint: "−"),
    Command(action: .zoom(0), title: .fit, place: .paper, keys: [.character("0")], hint: "0"),
    Command(
      action: .swapInk, title: .swapInk, place: .paper, keys: [.character("i")], hint: "i"),
  ]
}
