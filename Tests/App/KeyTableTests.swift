import Foundation
import Loyalty
import Testing

@testable import App

/// The keys are stated once: README's tables are made of the commands.
///
/// `RECORD_GOLDEN=1 swift test` writes them anew and fails.
@Suite struct KeyTableTests {
  /// In the order in which they stand in the README; `LeftOutTests` names a surface that is in none.
  static let tables = [places, editor]

  private static let places: [(name: String, commands: [Command])] = [
    ("everywhere", common(.anywhere)), ("in the sections", common(.section)),
    ("in lists", Command.list),
    ("in forms", Command.common.filter { $0.action == .form(.submit) }),
    ("the palette", own(.palette)), ("home", own(.home)),
    ("history", own(.history)), ("rewards", own(.rewards)),
    ("a reward", own(.reward(.init("")))), ("what expires", own(.expiry)),
    ("offers", own(.promotions)), ("a code for the till", own(.card)), ("tier", own(.tier)),
    ("messages", own(.inbox)), ("shops", own(.shops)), ("a shop", own(.shop(.init("")))),
    ("friends", own(.referral)), ("other cards", own(WalletSheet.list.surface)),
    ("one of them", own(WalletSheet.card(.init("")).surface)), ("accounts", own(.accounts)),
    ("where you are signed in", own(.sessions)), ("the first slides", own(.intro)),
    ("login", own(.login)),
  ]

  private static let editor: [(name: String, commands: [Command])] = [
    ("a screen of the business's", own(.screen(""))), ("list of screens", own(.drafts)),
    ("editor", own(EditorSheet.main.surface)),
    ("while writing there", EditorSheet.writingCommands),
    ("conflicts", own(EditorSheet.conflict.surface)),
    ("revisions", own(EditorSheet.revisions.surface)),
  ]

  private static func own(_ surface: Surface) -> [Command] { surface.commands }

  private static func common(_ scope: Command.Scope) -> [Command] {
    Command.common.filter { $0.scope == scope }
  }

  @Test func `a key that is named after a section leads there`() {
    let titles: [(Phrase, Tab)] = [
      (.home, .home), (.history, .history), (.rewards, .rewards), (.promotions, .promotions),
      (.more, .more),
    ]
    for (title, tab) in titles {
      let actions = Command.common.filter { $0.title == title }.map(\.action)
      #expect(actions == [.showTab(tab)], "\(tab)")
    }
  }

  @Test func `the tables of keys in the README are what the commands say`() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    var (made, rest) = ("", text[...])
    for places in KeyTableTests.tables {
      let start = try #require(rest.range(of: KeyTableTests.head)).lowerBound
      made += String(rest[..<start])
      made += KeyTableTests.lines(of: places).joined(separator: "\n")
      rest = rest[(rest[start...].range(of: "\n\n")?.lowerBound ?? rest.endIndex)...]
    }
    made += String(rest)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try made.write(to: readme, atomically: true, encoding: .utf8)
    }
    // Line by line, so that a failure shows what differs.
    #expect(made.split(separator: "\n") == text.split(separator: "\n"))
    #expect(rest.range(of: KeyTableTests.head) == nil, "a table that nobody makes")
  }

  private static let head = "| where | keys |"

  private static func lines(of places: [(name: String, commands: [Command])]) -> [String] {
    let phrases = Phrasebook(.english)
    var lines = [head, "|---|---|"]
    for (name, commands) in places {
      var rows: [(title: String, keys: [String])] = []
      for command in commands {
        let title = phrases.say(command.title)
        let keys = command.hint.split(separator: " ").map { "`\($0)`" }
        if let row = rows.firstIndex(where: { $0.title == title }) {
          rows[row].keys += keys.filter { !rows[row].keys.contains($0) }
        } else {
          rows.append((title, keys))
        }
      }
      let words = rows.map { "\($0.keys.joined(separator: " ")) \($0.title.lowercasedFirst)" }
      lines.append("| \(name) | \(words.joined(separator: " · ")) |")
    }
    return lines
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
