import Cells
import Loyalty

/// What the core has to know of what is on top of the screen: a sheet, a section, the login.
///
/// Each feature describes its own; nothing else in the app knows them by name. What a new one leaves
/// out has the value that most of them have.
struct Surface: Sendable {
  /// How much of the screen it takes.
  enum Kind: Sendable {
    /// All of it, for the eye or at least for the keys and the mouse.
    case full
    /// What takes the whole screen below it stays to be seen around it.
    case panel
    /// It is about one row of a section's list, and stands beside it where there is room.
    case detail
  }

  var kind = Kind.full
  /// The part of the program that it goes with.
  var part: Feature?
  /// The keys that count only here, in the order in which footer, hints and help name them.
  var commands: [Command] = []
  /// Of the keys that count in many places, those that count here too.
  var scopes: Set<Command.Scope> = [.sheet, .anywhere]
  /// What the keys of a list move here.
  var list: SurfaceList?
  /// What it shows and only the local store or the server knows: the former is read again when it has
  /// changed, the latter is asked after each pull.
  var loads: @Sendable (State) -> [Effect] = { _ in [] }
  /// Whether its form keeps what was typed for the next time, or asks for no words of one's own.
  var keepsWords = false
  /// What it shows the till.
  var paper: @Sendable (State) -> Paper? = { _ in nil }
  /// The number, the code or the link that is copied here, of what is selected or open.
  var copies: @Sendable (State) -> String? = { _ in nil }
  /// Words about it for somebody else; each is a fact of its own.
  var shares: @Sendable (State) -> [String?] = { _ in [] }
  /// What it does itself with keys, the mouse and what is pasted, before all else; `nil` where they
  /// mean what they mean elsewhere.
  var input: @Sendable (Input, inout State) -> [Effect]? = { _, _ in nil }
  /// The line that takes what is typed, where that is neither a form's nor a search.
  var line: @Sendable (State) -> TypedLine? = { _ in nil }
  /// The keys that do here what Enter does.
  var enterKeys: [Key] = []
  /// What Enter does where nothing is marked; a sheet that names nothing and on
  /// which nothing else can be done is closed by it.
  var enter: @Sendable (State) -> Action? = { _ in nil }
  /// What Esc does here before it leaves; `nil` when there is nothing of the kind.
  var back: @Sendable (inout State) -> [Effect]? = { _ in nil }
  /// What is asked for when a section is gone to, or a sheet is come back to.
  var arriving: @Sendable (inout State) -> [Effect] = { _ in [] }
  /// What opens for the selected row, and how: it is looked at beside the list where there is room.
  var detail: @Sendable (State) -> (sheet: Sheet, action: Action)? = { _ in nil }
  /// What is said of the selected row there, where the row leads elsewhere.
  var look: @Sendable (State) -> PaneLook? = { _ in nil }
  /// Columns of the place beside the list, where what stands there asks for more than usual.
  var paneWidth: (@Sendable (Size) -> Int)?
  /// What belongs to the list as a whole, at the right edge of a very wide window.
  var aside: (@Sendable (State, Rect, inout Canvas) -> Void)?
  let draw: @Sendable (State, inout Canvas) -> Void
}

/// What is moved through on a surface: the rows of a list, or the lines of a text.
struct SurfaceList: Sendable {
  let move: @Sendable (Move, inout State) -> [Effect]
  /// Brings the selection back to the screen after its size has changed.
  var keepVisible: @Sendable (inout State) -> Void = { _ in }
  /// The line in which it is searched.
  var search: ListSearch?
  /// Whether how far it goes is known by what stands on the screen alone.
  var isOfScreen = false

  /// - Parameters:
  ///   - rows: how many there are.
  ///   - height: rows of the screen.
  static func rows(
    _ list: any WritableKeyPath<State, ListState> & Sendable,
    count: @escaping @Sendable (State) -> Int,
    height: @escaping @Sendable (State) -> Int = \.sheetRows,
    search: ListSearch? = nil
  ) -> SurfaceList {
    SurfaceList(
      move: { move, state in
        let (count, height) = (count(state), height(state))
        state[keyPath: list].move(move, count: count, height: height)
        return []
      },
      keepVisible: { state in
        let (count, height) = (count(state), height(state))
        state[keyPath: list].scrollToSelection(count: count, height: height)
      }, search: search)
  }

  /// The text of a sheet that `sheetText` has drawn; the arrows go along its buttons.
  static let sheetText = SurfaceList(
    move: { move, state in
      if case .rows(let rows) = move, abs(rows) == 1 { return moveFocus(by: rows, &state) }
      guard let scrolled = state.seen?.scrolled else { return [] }
      state.textTop = move.firstLine(
        from: state.textTop, of: scrolled.count, height: scrolled.height)
      return []
    }, isOfScreen: true)

  /// A text without a selection.
  static func text(_ scroll: @escaping @Sendable (inout State, Move) -> Void) -> SurfaceList {
    SurfaceList(move: { move, state in
      scroll(&state, move)
      return []
    })
  }
}

/// A line in which a list is searched: keys, clicks and Tab reach it by what stands here.
struct ListSearch: Sendable {
  /// Of the element that `drawSearchLine` draws.
  let id: Element.ID
  let text: any WritableKeyPath<State, TextField> & Sendable
  /// Whether what is typed goes into it.
  let isTyping: any WritableKeyPath<State, Bool> & Sendable
  /// What puts the caret into it.
  let action: Action
  /// Searches for what is typed now.
  let follow: @Sendable (inout State) -> [Effect]
  /// Esc takes one step back, from typing to the list and from there to the whole list; `nil` when
  /// that is shown already.
  let leave: @Sendable (inout State) -> [Effect]?
}

/// A line that takes what is typed.
struct TypedLine: Sendable {
  let id: Element.ID
  let text: any WritableKeyPath<State, TextField> & Sendable
  /// What Enter does in it.
  let enter: Action
  /// Whether it chooses among what is shown, so that a line below plain lines is no Enter.
  var isFilter = false
  /// What is over with the first key.
  var willEdit: @Sendable (inout State) -> Void = { _ in }
  /// What follows another text.
  var didChange: @Sendable (inout State) -> Void = { _ in }
}

extension State {
  /// What takes the keys.
  var surface: Surface { sheets.last?.surface ?? base }

  /// Whether the arrows move anything here.
  var isMovable: Bool {
    guard let list = surface.list else { return false }
    return [1, -1].contains { rows in
      var moved = self
      return !list.move(.rows(rows), &moved).isEmpty || moved != self
    }
  }

  /// What is below all sheets.
  var base: Surface {
    if forgetting.outcome != nil { return .forgotten }
    return isJoining ? .joining : isIntroduced ? .intro : isInside ? tab.surface : .login
  }

  /// Whether it is seen: no sheet takes the whole screen.
  var isBaseSeen: Bool { !sheets.contains { $0.surface.kind == .full } }

  /// Whether the caret is in the line in which the list on top is searched.
  public var isSearching: Bool {
    surface.list?.search.map { self[keyPath: $0.isTyping] } ?? false
  }

  /// What is moved through is moved on top of the screen.
  mutating func moveInList(_ move: Move) -> [Effect] { surface.list?.move(move, &self) ?? [] }

  /// Whatever chose the row, and whatever came meanwhile: what is on top shows it.
  mutating func keepSelectionVisible() { surface.list?.keepVisible(&self) }

  /// Brings the selections back to the screen after its size has changed.
  mutating func keepSelectionsVisible() {
    for list in openLists { list.keepVisible(&self) }
  }

  /// The lists of all sections and of the sheets that are open.
  var openLists: [SurfaceList] {
    (Tab.own.map(\.surface) + sheets.map(\.surface)).compactMap(\.list)
  }
}
