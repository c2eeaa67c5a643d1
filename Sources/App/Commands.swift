import Cells

/// One thing that can be asked for: the key map, the footer and the help come from this table.
struct Command: Sendable {
  /// Where a command's keys count.
  enum Place: Hashable, Sendable {
    case anywhere
    case login
    case signedIn
    case home
    case list
    case history
    case sheet
    case tierSheet
    case inbox
    case switches
    case stores
    case shop
    case referral
    case promotions
    case paper
    case wallet
    case localCard
    case accounts
    case intro
    case sessions
    case screen
    case editor
    case drafts
    case conflict
    case revisions

    /// Whether it is no single screen.
    var isCommon: Bool { [.anywhere, .signedIn, .sheet].contains(self) }
  }

  let action: Action
  let title: Phrase
  let place: Place
  let keys: [Key]
  /// How the help and the footer write the keys.
  let hint: String
  /// Whether the footer names it.
  var isInFooter = false

  static let all: [Command] =
    [
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
        action: .logOut, title: .logOut, place: .signedIn, keys: [Key(.function(10))], hint: "F10"),
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
    ] + inbox + stores + referral + wallet + accounts + intro + sessions + editor + revisions
    + drafts

  /// The command that a key stands for where the state is; a place of its own wins.
  static func command(for key: Key, in state: State) -> Command? {
    let places = state.places
    let fits = all.filter {
      $0.keys.contains(key) && places.contains($0.place) && state.offers($0.action)
    }
    return fits.first { $0.place != .anywhere } ?? fits.first
  }
}

extension State {
  /// Where the state is, as far as keys are concerned.
  var places: Set<Command.Place> { places(on: sheets.last) }

  /// Where the keys count of which the help speaks: what it covers.
  var placesBelowHelp: Set<Command.Place> { places(on: sheets.last { $0 != .help }) }

  private func places(on sheet: Sheet?) -> Set<Command.Place> {
    switch sheet {
    case nil: break
    case .explanation, .stamps, .profile: return [.anywhere, .sheet, .list]
    case .sessions: return [.anywhere, .sheet, .list, .sessions]
    case .tier: return [.anywhere, .sheet, .tierSheet]
    case .inbox: return [.anywhere, .sheet, .list, .inbox]
    case .preferences: return [.anywhere, .switches]
    case .stores: return [.anywhere, .sheet, .list, .stores]
    case .shop: return [.anywhere, .list, .shop]
    case .origins: return [.anywhere, .sheet, .list]
    case .referral: return [.anywhere, .sheet, .list, .referral]
    case .accounts: return [.anywhere, .sheet, .list, .accounts]
    case .screen: return [.anywhere, .list, .screen]
    case .drafts: return [.anywhere, .sheet, .list, .drafts]
    case .editor(.main): return [.anywhere, .list, .editor]
    case .editor(.kinds), .editor(.targets): return [.anywhere, .list]
    case .editor(.conflict): return [.anywhere, .conflict]
    case .editor(.revisions), .editor(.difference): return [.anywhere, .list, .revisions]
    case .card, .coupon, .wallet(.paper): return [.anywhere, .sheet, .paper]
    case .wallet(.list): return [.anywhere, .sheet, .list, .wallet]
    case .wallet(.card): return [.anywhere, .list, .localCard]
    default: return [.anywhere, .sheet]
    }
    if isIntroduced { return [.anywhere, .intro] }
    guard isInside else { return [.anywhere, .login] }
    switch tab {
    case .home: return [.anywhere, .signedIn, .home]
    case .history: return [.anywhere, .signedIn, .list, .history]
    case .rewards, .more: return [.anywhere, .signedIn, .list]
    case .promotions: return [.anywhere, .signedIn, .list, .promotions]
    case .screen: return [.anywhere, .signedIn, .list, .screen]
    }
  }
}

extension Key {
  /// The key on the same place of a Latin keyboard, for commands typed in a Russian layout.
  var latin: Key {
    guard case .character(let text) = code, let character = text.first,
      let place = Key.cyrillic.firstIndex(of: character)
    else { return self }
    let letters = Array(Key.qwerty)
    let offset = Key.cyrillic.distance(from: Key.cyrillic.startIndex, to: place)
    return Key(.character(String(letters[offset])), modifiers)
  }

  private static let cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
  private static let qwerty = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
}
