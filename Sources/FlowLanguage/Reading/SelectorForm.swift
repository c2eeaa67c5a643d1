import YAML

/// What has the keys of a selector beside its own.
protocol HasSelector: Sendable {
  var selector: Selector { get set }
}

extension Selector: HasSelector {
  var selector: Selector {
    get { self }
    set { self = newValue }
  }
}

enum SelectorForm {
  static func keys<Root: HasSelector>() -> [KeyForm<Root>] {
    [
      KeyForm("text", .pattern) { $0.selector.text = $1 },
      KeyForm("id", .pattern) { $0.selector.id = $1 },
      KeyForm("index", .numberOrScript(-10_000...10_000)) { $0.selector.index = $1 },
      KeyForm("enabled", .flag) { $0.selector.enabled = $1 },
      KeyForm("checked", .flag) { $0.selector.checked = $1 },
      KeyForm("selected", .flag) { $0.selector.selected = $1 },
      KeyForm("focused", .flag) { $0.selector.focused = $1 },
      KeyForm("width", .number(0...10_000)) { $0.selector.width = $1 },
      KeyForm("height", .number(0...10_000)) { $0.selector.height = $1 },
      KeyForm("tolerance", .number(0...10_000)) { $0.selector.tolerance = $1 },
      KeyForm("traits", .traits) { $0.selector.traits = $1 },
      KeyForm("drawn", .flag) { $0.selector.drawn = $1 },
    ] + relations() + meaningless()
  }

  private static func relations<Root: HasSelector>() -> [KeyForm<Root>] {
    [
      KeyForm("below", .selector) { $0.selector.relations.append(.below($1)) },
      KeyForm("above", .selector) { $0.selector.relations.append(.above($1)) },
      KeyForm("leftOf", .selector) { $0.selector.relations.append(.leftOf($1)) },
      KeyForm("rightOf", .selector) { $0.selector.relations.append(.rightOf($1)) },
      KeyForm("childOf", .selector) { $0.selector.relations.append(.childOf($1)) },
      KeyForm("containsChild", .selector) { $0.selector.relations.append(.containsChild($1)) },
      KeyForm("containsDescendants", .list(of: .selector)) {
        $0.selector.relations.append(.containsDescendants($1))
      },
    ]
  }

  private static func meaningless<Root: HasSelector>() -> [KeyForm<Root>] {
    [
      KeyForm(
        "css", meaningless: .text, of: "selector",
        Wording(
          en: "A terminal has no CSS; name the element by its text or its id",
          ru: "В терминале нет CSS; назовите элемент по тексту («text») или по имени («id»)")),
      KeyForm(
        "displayId", meaningless: .number(0...1000, isTemplate: false), of: "selector",
        Wording(
          en: "A terminal is one display; leave it out, and switch windows with `window`",
          ru: "Терминал — один экран; уберите ключ, а окна меняет команда «window»")),
    ]
  }

  /// Of a selector that is no step itself; with `optional` in it the step is.
  static let own: [KeyForm<Selector>] =
    keys() + [
      KeyForm(
        "optional", .flag,
        ofStep: { isOptional, reading in
          if isOptional { reading.isOptional = true }
        })
    ]

  /// Keys that find an element; the others only tell several apart.
  private static let naming: Set<String> = [
    "text", "id", "checked", "selected", "focused", "width", "height", "traits", "below", "above",
    "leftOf", "rightOf", "childOf", "containsChild", "containsDescendants", "css",
  ]

  /// Whether there is something to find it by.
  static func check(_ mapping: YAMLMapping, _ reading: FlowReading) -> Bool {
    // What is not known was meant for something.
    let isNamed = mapping.entries.contains { entry in
      naming.contains(entry.key) || !own.contains { $0.name == entry.key }
    }
    guard !isNamed else { return true }
    reading.report(
      mapping.mark, en: "Say which element: by its text or its id",
      ru: "Назовите элемент по тексту («text») или по имени («id»)")
    return false
  }
}

extension Kind where Value == Selector {
  /// A text alone, or keys and values.
  static var selector: Kind {
    Kind(.textOr("selector")) { node, reading in
      guard case .mapping(let mapping) = node.content else {
        return Kind<Template>.pattern.read(node, reading).map { Selector(text: $0) }
      }
      var selector = Selector()
      let isWhole = reading.fill(
        &selector, from: mapping, SelectorForm.own, of: "selector", at: reading.place(node.mark))
      return isWhole && SelectorForm.check(mapping, reading) ? selector : nil
    }
  }
}

extension Kind where Value == [Selector.Trait] {
  static var traits: Kind {
    let words = Selector.Trait.allCases.map(\.rawValue)
    return Kind(.form("^(\(words.joined(separator: "|")) ?)+$", example: "text square")) {
      node, reading in
      reading.attempt { () throws(YAMLError) in try node.string() }?
        .split(separator: " ")
        .compactMap { word in
          let plain = word.lowercased().replacing("_", with: "-")
          return reading.word(plain, .these(words), of: node).flatMap(Selector.Trait.init)
        }
    }
  }
}
