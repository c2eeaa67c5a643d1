import App
import Cells
import FlowLanguage
import FlowScripts

/// A selector with all that it asks for, ready to be compared with a screen.
struct Wanted {
  enum Side {
    case below
    case above
    case leftOf
    case rightOf
  }

  indirect enum Relation {
    case beside(Side, Wanted)
    case childOf(Wanted)
    case contains([Wanted])
  }

  var text: Pattern?
  var id: Pattern?
  var index: Int?
  var enabled: Bool?
  var checked: Bool?
  var selected: Bool?
  var focused: Bool?
  var width: Int?
  var height: Int?
  var tolerance: Int
  var traits: [Selector.Trait]
  var relations: [Relation]
  var drawn: Bool?
  /// As a failure names it.
  var words: String
}

extension Player {
  /// Asks for what a selector's parts come to.
  func wanted(_ selector: Selector) throws -> Wanted {
    var named = selector
    named.text = try selector.text.map { Template(try scope.render($0)) }
    named.id = try selector.id.map { Template(try scope.render($0)) }
    let index = try selector.index.map { try position($0) }
    named.index = index.map { Template("\($0)") }
    return Wanted(
      text: named.text?.literal.map { Wanted.Pattern($0, at: current?.place) },
      id: named.id?.literal.map { Wanted.Pattern($0, at: current?.place) },
      index: index, enabled: selector.enabled, checked: selector.checked,
      selected: selector.selected, focused: selector.focused, width: selector.width,
      height: selector.height, tolerance: selector.tolerance ?? 0, traits: selector.traits,
      relations: try selector.relations.map(relation), drawn: selector.drawn, words: named.told)
  }

  private func relation(_ relation: SelectorRelation) throws -> Wanted.Relation {
    switch relation {
    case .below(let other): .beside(.below, try wanted(other))
    case .above(let other): .beside(.above, try wanted(other))
    case .leftOf(let other): .beside(.leftOf, try wanted(other))
    case .rightOf(let other): .beside(.rightOf, try wanted(other))
    case .childOf(let other): .childOf(try wanted(other))
    case .containsChild(let other): .contains([try wanted(other)])
    case .containsDescendants(let others): .contains(try others.map(wanted))
    }
  }

  /// Scripts count in numbers with a fraction.
  private func position(_ template: Template) throws -> Int {
    let text = try scope.render(template)
    guard let number = Double(text).flatMap({ Int(exactly: $0) }), abs(number) <= 1_000_000_000
    else {
      throw StepError(
        en: "index is a number, here is \"\(text)\"", ru: "index — число, здесь «\(text)»")
    }
    return number
  }
}

/// No-break spaces are for the eye; a flow is typed with plain ones.
func plain(_ text: String) -> String {
  text.replacing("\u{A0}", with: " ")
}

extension Selector {
  /// In a sentence: a text alone in quotes.
  fileprivate var told: String { text?.description == words ? "\"\(words)\"" : words }
}
