import App
import Cells
import Client
import FlowLanguage

extension Wanted {
  /// The visible elements that fit: in reading order where one is counted out, else the nearest
  /// first where they stand beside another.
  func matches(in frame: Frame) -> [Element] {
    var fitting = frame.elements.filter { !$0.bounds.isEmpty && fits($0, frame) }
    var isSorted = index != nil
    for relation in relations {
      switch relation {
      case .beside(let side, let other):
        fitting = Wanted.beside(side, other.matches(in: frame), fitting, sorts: !isSorted)
        isSorted = true
      case .childOf(let other):
        let parents = other.matches(in: frame)
        fitting.removeAll { child in !parents.contains { $0.holds(child) } }
      case .contains(let others):
        for other in others {
          let children = other.matches(in: frame)
          fitting.removeAll { parent in !children.contains { parent.holds($0) } }
        }
      }
    }
    guard let index else { return fitting }
    let place = index < 0 ? fitting.count + index : index
    return fitting.indices.contains(place) ? [fitting[place]] : []
  }

  func isMissing(in app: HeadlessApp) -> Bool { matches(in: app.frame).isEmpty }

  private func fits(_ element: Element, _ frame: Frame) -> Bool {
    names(element) && misfits(element, frame).isEmpty
  }

  /// Whether its text and id are the wanted ones.
  func names(_ element: Element) -> Bool {
    if let text, !text.fits(plain(element.text)) { return false }
    return id?.fits(element.id.rawValue) ?? true
  }

  /// What beside its text and id is not as wanted, as it is.
  func misfits(_ element: Element, _ frame: Frame) -> [String] {
    var words: [String] = []
    func compare(_ name: String, _ wanted: Bool?, _ actual: @autoclosure () -> Bool?) {
      guard let wanted else { return }
      let actual = actual()
      if actual != wanted { words.append("\(name): \(actual.map { "\($0)" } ?? "no such thing")") }
    }
    compare("enabled", enabled, element.isEnabled)
    compare("checked", checked, element.isChecked)
    compare("selected", selected, element.isSelected)
    compare("focused", focused, element.isFocused)
    compare("drawn", drawn, frame.hasPicture(in: element.bounds))
    let bounds = element.bounds
    if let width, abs(bounds.width - width) > tolerance { words.append("width: \(bounds.width)") }
    if let height, abs(bounds.height - height) > tolerance {
      words.append("height: \(bounds.height)")
    }
    for trait in traits where !element.has(trait) { words.append("no trait \(trait.rawValue)") }
    return words
  }

  private static func beside(
    _ side: Side, _ others: [Element], _ elements: [Element], sorts: Bool
  ) -> [Element] {
    let distances = elements.map { element in
      others.filter { element.bounds.stands(side, of: $0.bounds) }
        .map { element.bounds.distance(to: $0.bounds) }.min()
    }
    let places = elements.indices.filter { distances[$0] != nil }
    guard sorts else { return places.map { elements[$0] } }
    // NB: the sort is stable, so that equally near ones keep their order.
    return places.sorted { distances[$0] ?? 0 < distances[$1] ?? 0 }.map { elements[$0] }
  }
}

extension Element {
  /// Whether another one is inside its bounds.
  fileprivate func holds(_ other: Element) -> Bool {
    other != self && bounds.intersection(other.bounds) == other.bounds
  }

  fileprivate func has(_ trait: Selector.Trait) -> Bool {
    switch trait {
    case .text: !text.isEmpty
    case .longText: text.count > 200
    // A cell is twice as high as it is wide.
    case .square: abs(bounds.width - 2 * bounds.height) <= 1
    }
  }
}

extension Rect {
  /// As Maestro: by the corners at the top left.
  fileprivate func stands(_ side: Wanted.Side, of other: Rect) -> Bool {
    switch side {
    case .below: y > other.y
    case .above: y < other.y
    case .leftOf: x < other.x
    case .rightOf: x > other.x
    }
  }

  /// Between the middles, squared, in half cells of the width.
  fileprivate func distance(to other: Rect) -> Int {
    let across = (x + maxX) - (other.x + other.maxX)
    let down = 2 * ((y + maxY) - (other.y + other.maxY))
    return across * across + down * down
  }
}

extension Frame {
  fileprivate func hasPicture(in place: Rect) -> Bool {
    pictures.contains { !$0.intersection(place).isEmpty }
  }
}
