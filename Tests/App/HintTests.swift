import Cells
import Loyalty
import Testing

@testable import App

/// Each key that the screen names does what stands beside it.
struct HintTests {
  /// A key and where it is named.
  private struct Named: Equatable {
    let key: String
    let words: String
    /// What a click on it does; the arrows, and the key of a button, have nothing to be clicked.
    let action: Action?
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 15)])
  func `each hint in the bar, beside a title and at a heading does what it says`(
    width: Int, height: Int
  ) throws {
    var seen: [[Named]] = []
    var tried = 0
    for who in Walk.Who.allCases {
      var state = try who.state(Size(width: width, height: height))
      for (number, step) in Walk.steps.enumerated() {
        _ = feed(step.events, to: &state)
        let frame = view(state)
        let hints = named(frame, state)
        guard seen.insert(new: hints) else { continue }
        for hint in hints {
          tried += 1
          let place = "\(hint.key) \(hint.words) of \(who), \(width)×\(height), step \(number)"
          press(hint, state, frame, Comment(rawValue: "\(place), \(step.name.prefix(60))"))
        }
      }
    }
    #expect(tried > 40)
  }

  /// Keys that bring what a list has not got, or are about something else than its rows.
  private func useful(_ place: ListSweepTests.Place) -> Set<String> {
    switch place {
    case .history, .rewards, .coupons, .promotions, .shops, .cities, .sessions, .stamps, .lots,
      .expiring, .revisions:
      []
    // What is sent, a friend's code, a new account, a new screen.
    case .inbox: ["p"]
    case .friends: ["e"]
    case .accounts, .drafts: ["n"]
    // A new card, and those of a file.
    case .wallet: ["a", "i"]
    // A first block, and the screen as a whole.
    case .outline: ["^S", "a", "P", "p", "Esc", "v", "H"]
    }
  }

  @Test(arguments: ListSweepTests.Place.allCases, [true, false])
  func `a list with nothing in it names no key that has nothing to act on`(
    place: ListSweepTests.Place, isKnown: Bool
  ) throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 40))
    var events = place.events(0)
    if !isKnown {
      state = State(
        size: state.size, settings: state.settings, isSignedIn: true, now: Fixture.now)
      _ = feed(
        [.home(.loaded(Fixture.publisherHome)), .failed(.pull, .offline(.refused))], to: &state)
      // What the store holds has never come, and cannot now; of this machine itself all is known.
      guard ![.accounts, .wallet, .outline, .revisions, .history].contains(place) else { return }
      events = events.filter { if case .action = $0 { true } else { false } }
    }
    _ = feed(events, to: &state)
    let own = Set(state.surface.commands.map(\.key) + ["^S"])
    let keys = Set(named(view(state), state).map(\.key)).intersection(own)
    var expected = useful(place)
    // A code is given to who knows one, and asked of who is asked for one.
    if place == .friends, isKnown { expected.insert("s") }
    #expect(keys == expected, "\(place)")
  }

  private func press(_ hint: Named, _ state: State, _ frame: Frame, _ comment: Comment) {
    guard let keys = Self.keys(hint.key) else {
      Issue.record("no such key: \(comment)")
      return
    }
    let results = keys.map { key in
      var pressed = state
      let effects = update(&pressed, .input(.key(key)), at: Fixture.now, seeing: frame)
      return (effects: effects, state: pressed)
    }
    // NB: Bools, so that a failure does not print two states.
    let doesAnything = results.contains { !$0.effects.isEmpty || $0.state != state }
    #expect(doesAnything, comment)
    guard let action = hint.action, let result = results.first else { return }
    var tapped = state
    let effects = update(&tapped, .action(action), at: Fixture.now, seeing: frame)
    let isSame = effects == result.effects && tapped == result.state
    #expect(
      isSame,
      "\(comment.rawValue), searching \(state.wallet.isSearching) \(result.state.sheets) \(tapped.sheets) focus \(state.focus?.rawValue ?? "")"
    )
  }

  /// What a frame names: hints that can be clicked, the arrows in the bar, and keys at headings.
  private func named(_ frame: Frame, _ state: State) -> [Named] {
    var all: [Named] = []
    // What comes and goes by itself lies over some of them.
    let words = frame.elements.filter(\.id.isToast).map(\.bounds)
    for element in frame.elements where !element.bounds.isEmpty {
      guard words.allSatisfy({ $0.intersection(element.bounds).isEmpty }) else { continue }
      let id = element.id.rawValue
      let isHint =
        Self.hintIDs.contains(where: id.hasPrefix) || ["sheet.close", "pane.open"].contains(id)
      let row = text(of: element.bounds, in: frame)
      if isHint {
        // Two keys may stand before one word there.
        let count = id.hasPrefix("editor.hint.") ? id.split(separator: " ").count : 1
        let words = row.split(separator: " ", maxSplits: count)
        all.append(
          Named(
            key: words.prefix(count).joined(separator: " "),
            words: words.last.map(String.init) ?? "", action: element.action))
      } else if element.role == .heading, let key = keyOfHeading(row) {
        all.append(Named(key: key, words: element.text, action: element.action))
      }
    }
    let bar = text(of: Rect(state.size).bottom(1), in: frame)
    if bar.contains("↑↓ ") { all.append(Named(key: "↑↓", words: "", action: nil)) }
    if frame.grid.text.contains("Ctrl-S ") {
      all.append(Named(key: "Ctrl-S", words: "", action: nil))
    }
    return all
  }

  private static let hintIDs = [
    "command.", "sheet.hint.", "rewards.look.", "palette.do", "editor.hint.",
  ]

  private func text(of place: Rect, in frame: Frame) -> String {
    String((place.x..<place.maxX).map { frame.grid[$0, place.y].text })
  }

  /// What stands behind the hairline: a key alone, or with what it does.
  private func keyOfHeading(_ row: String) -> String? {
    guard let rule = row.lastIndex(of: "─") else { return nil }
    let words = row[row.index(after: rule)...].split(separator: " ")
    guard let key = words.first, key != "▕", Self.keys(String(key)) != nil else { return nil }
    return String(key)
  }

  /// The keys that are written so; `nil` when it is no name of one.
  private static func keys(_ name: String) -> [Key]? {
    let named: [String: [Key]] = [
      "Esc": [Key(.escape)], "Enter": [Key(.enter)], "Tab": [Key(.tab)],
      "↑↓": [Key(.down), Key(.up)], "←→": [Key(.right), Key(.left)], "→": [Key(.right)],
      "Space": [.character(" ")], "Home": [Key(.home)], "End": [Key(.end)],
      "PgDn": [Key(.pageDown)], "PgUp": [Key(.pageUp)],
    ]
    if let keys = named[name] { return keys }
    let parts = name.split(separator: " ")
    if parts.count > 1 { return parts.flatMap { keys(String($0)) ?? [] } }
    // The editor's foot has little room.
    if name.hasPrefix("^"), name.count == 2 { return [.control(name.suffix(1).lowercased())] }
    if name.hasPrefix("Ctrl-"), name.count == 6 { return [.control(name.suffix(1).lowercased())] }
    if name.count == 1 { return [.character(name)] }
    guard name.first == "F", let number = Int(name.dropFirst()) else { return nil }
    return [Key(.function(number))]
  }
}
