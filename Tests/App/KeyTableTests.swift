import Foundation
import Loyalty
import Testing

@testable import App

/// The keys are stated once: README's table is made of the commands.
///
/// `RECORD_GOLDEN=1 swift test` writes it anew and fails.
@Suite struct KeyTableTests {
  private static let places: [(name: String, commands: [Command])] = [
    ("everywhere", common(.anywhere)), ("in the sections", common(.section)),
    ("in lists", Command.list), ("home", own(.home)), ("history", own(.history)),
    ("offers", own(.promotions)), ("a code for the till", own(.card)), ("tier", own(.tier)),
    ("messages", own(.inbox)), ("shops", own(.shops)), ("a shop", own(.shop(.init("")))),
    ("friends", own(.referral)), ("other cards", own(WalletSheet.list.surface)),
    ("one of them", own(WalletSheet.card(.init("")).surface)), ("accounts", own(.accounts)),
    ("where you are signed in", own(.sessions)), ("the first slides", own(.intro)),
    ("login", own(.login)), ("a content screen, for editors", own(.screen(""))),
    ("list of screens", own(.drafts)), ("editor", own(EditorSheet.main.surface)),
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

  @Test func `the table of keys in the README is what the commands say`() throws {
    let phrases = Phrasebook(.english)
    var lines = ["| where | keys |", "|---|---|"]
    for (name, commands) in KeyTableTests.places {
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
    let table = lines.joined(separator: "\n")

    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let start = try #require(text.range(of: "| where | keys |"))
    let end = text.range(of: "\n\n", range: start.lowerBound..<text.endIndex)?.lowerBound
    let old = start.lowerBound..<(end ?? text.endIndex)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try text.replacingCharacters(in: old, with: table).write(
        to: readme, atomically: true, encoding: .utf8)
    }
    #expect(text[old] == table)
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
