import App
import Cells
import FlowLanguage
import FlowScripts
import Loyalty

extension Player {
  func notFound(_ wanted: Wanted, in frame: Frame) -> StepError {
    if let fault = wanted.fault { return fault }
    let visible = frame.elements.filter { !$0.bounds.isEmpty }
    let named = visible.first { wanted.names($0) }
    return StepError(
      en: "\(wanted.words) is not visible", ru: "\(wanted.words): на экране этого нет",
      expected: wanted.words,
      actual: named.map { element in
        let misfits = wanted.misfits(element, frame)
        let words = misfits.isEmpty ? "elsewhere" : misfits.joined(separator: ", ")
        return "\(element.words): \(words)"
      },
      nearest: wanted.nearest(among: visible).map(scope.masked))
  }
}

extension Wanted {
  private static let mostNearest = 3
  /// Characters of a text that are compared.
  private static let longest = 60

  /// The texts and ids that are most like the wanted ones.
  func nearest(among elements: [Element]) -> [String] {
    var found: [(words: String, distance: Int)] = []
    if let text {
      let texts = elements.map { plain($0.text) }
      found += Wanted.likeness(of: text.literal, to: texts) { "\"\($0)\"" }
    }
    if let id {
      found += Wanted.likeness(of: id.literal, to: elements.map(\.id.rawValue)) { "id \($0)" }
    }
    return found.sorted { $0.distance < $1.distance }.prefix(Wanted.mostNearest).map(\.words)
  }

  /// Words that share more than half of their letters with a pattern.
  private static func likeness(
    of pattern: String, to texts: [String], _ name: (String) -> String
  ) -> [(words: String, distance: Int)] {
    // What an expression asks for beside its letters is like nothing.
    let letters = Array(
      pattern.lowercased().filter { !"\\.*+?^$[](){}|".contains($0) }.prefix(longest))
    guard !letters.isEmpty else { return [] }
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }.compactMap { text in
      let own = Array(text.lowercased().prefix(longest))
      let isPart = text.lowercased().contains(String(letters))
      let distance = isPart ? 0 : editDistance(letters, own)
      let limit = (max(letters.count, own.count) + 1) / 2
      return distance <= limit ? (name(text), distance) : nil
    }
  }
}

extension Element {
  /// As a report names it.
  var words: String {
    let text = plain(text)
    let name = "\(role.rawValue) \(id.rawValue)"
    return text.isEmpty ? name : "\(name) \"\(text.prefix(80))\(text.count > 80 ? "…" : "")\""
  }
}
