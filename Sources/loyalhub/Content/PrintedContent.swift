import App
import Content
import FoundationEssentials
import Loyalty
import Output

/// A finding, or why a file could not be checked, as a script reads it.
struct PrintedFinding: Encodable {
  let place: String
  let severity: String
  let code: String
  let pointer: String
  let message: String

  init(_ found: FileFinding, _ language: Language) {
    place = cleaned(found.place, limit: 500)
    severity = found.finding.severity == .error ? "error" : "warning"
    code = found.finding.code.rawValue
    pointer = found.finding.pointer
    message = found.finding.words(in: language)
  }

  /// A file that could not be checked.
  init(_ problem: FileProblem, _ phrases: Phrasebook) {
    place = cleaned(problem.place, limit: 500)
    severity = "error"
    code = problem.code
    pointer = ""
    message = cleaned(phrases.message(for: problem), limit: 2000)
  }
}

/// What would change in a screen, as a script reads it.
struct PrintedChange: Encodable {
  struct Value: Encodable {
    let kind: String
    let block: String?
    let path: [String]
    let old: JSONValue?
    let new: JSONValue?
  }

  let screen: String
  let isNew: Bool
  let changes: [Value]

  init(_ change: ContentChange) {
    screen = change.slug
    isNew = change.isNew
    changes = change.difference.changes.map { change in
      let kind =
        switch change.kind {
        case .added: "added"
        case .removed: "removed"
        case .moved: "moved"
        case .changed: "changed"
        }
      return Value(
        kind: kind, block: change.block?.rawValue, path: change.path, old: change.old,
        new: change.new)
    }
  }
}

func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.keyEncodingStrategy = .convertToSnakeCase
  Output.print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
