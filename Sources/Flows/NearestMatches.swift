import App
import Cells
import FlowLanguage
import FlowScripts
import Loyalty

extension Player {
  func notFound(_ wanted: Wanted, in frame: Frame) -> StepError {
    if let fault = wanted.fault { return fault }
    let visible = frame.elements.filter { !$0.bounds.isEmpty }
    return StepError(
      en: "\(wanted.words) is not visible", ru: "\(wanted.words): на экране этого нет",
      expected: wanted.words,
      actual: wanted.misplaced(in: frame) ?? wanted.misfitting(among: visible, frame),
      nearest: wanted.nearest(among: visible).map(scope.masked))
  }
}

extension Wanted {
  private static let mostNearest = 3
  /// Characters of a text that are compared.
  private static let longest = 60

  /// That all but the index fits.
  fileprivate func misplaced(in frame: Frame) -> String? {
    guard let index else { return nil }
    var others = self
    others.index = nil
    let count = others.matches(in: frame).count
    guard count > 0 else { return nil }
    let words = count == 1 ? "element matches" : "elements match"
    return "\(count) \(words), index \(index) is asked for"
  }

  /// The element that has the text and the id, and what else of it is not as wanted.
  fileprivate func misfitting(among elements: [Element], _ frame: Frame) -> String? {
    let named = elements.filter { names($0) }
    let fitting = named.first { misfits($0, frame).isEmpty }
    guard let element = fitting ?? named.first else { return nil }
    let wrong = misfits(element, frame)
    let words = wrong.isEmpty ? unmet(by: element, frame) : wrong
    return words.isEmpty ? element.words : "\(element.words): \(words.joined(separator: ", "))"
  }

  /// The relations that do not hold for an element.
  private func unmet(by element: Element, _ frame: Frame) -> [String] {
    relations.compactMap { relation in
      var alone = self
      alone.index = nil
      alone.relations = [relation]
      return alone.matches(in: frame).contains(element) ? nil : relation.misfit(in: frame)
    }
  }

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

extension Wanted.Relation {
  /// What is said of it where it does not hold.
  fileprivate func misfit(in frame: Frame) -> String {
    let (name, others): (String, [Wanted]) =
      switch self {
      case .beside(let side, let other): (side.name, [other])
      case .childOf(let other): ("childOf", [other])
      case .contains(let all):
        (all.count == 1 ? "containsChild" : "containsDescendants", all)
      }
    if let missing = others.first(where: { $0.matches(in: frame).isEmpty }) {
      return "\(name): \(missing.words) is not visible"
    }
    return "not \(name) \(others.map(\.words).joined(separator: ", "))"
  }
}

extension Wanted.Side {
  fileprivate var name: String {
    switch self {
    case .below: "below"
    case .above: "above"
    case .leftOf: "leftOf"
    case .rightOf: "rightOf"
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
