public import App
import Cells
import Loyalty

/// The elements of a screen, as a selector finds them; those inside the bounds of another one below it.
public enum Hierarchy {
  /// An element and those inside it.
  struct Node {
    let element: Element
    let isDrawn: Bool
    var children: [Node] = []
  }

  /// A line for each element: its id, what it is, where it stands, what is said of it, its text.
  ///
  /// ```
  /// 80x24 Kofeynya
  /// login.phone   field  2,5 30x1  focused, tappable  "Phone"
  /// ```
  public static func text(_ frame: Frame) -> String {
    var rows: [[String]] = []
    func add(_ node: Node, depth: Int) {
      let element = node.element
      let indent = String(repeating: "  ", count: depth)
      rows.append([
        indent + cleaned(element.id.rawValue, limit: 200), element.role.rawValue,
        element.bounds.words, node.flags.joined(separator: ", "),
        "\"\(cleaned(element.text, limit: 400))\"",
      ])
      for child in node.children { add(child, depth: depth + 1) }
    }
    for node in nodes(of: frame) { add(node, depth: 0) }
    let widths = (0..<4).map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    let lines = rows.map { row in
      zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - displayWidth(of: text))
      }.joined(separator: "  ") + "  " + row[4]
    }
    let head = "\(frame.grid.size.width)x\(frame.grid.size.height) \(frame.modes.title)"
    return ([cleaned(head)] + lines).joined(separator: "\n") + "\n"
  }

  /// In the order in which they are read.
  static func nodes(of frame: Frame) -> [Node] {
    let elements = frame.elements
    let parents = elements.indices.map { parent(of: $0, among: elements) }
    func nodes(below parent: Int?) -> [Node] {
      elements.indices.filter { parents[$0] == parent }.map { index in
        let place = elements[index].bounds
        let isDrawn = frame.pictures.contains { !$0.intersection(place).isEmpty }
        return Node(element: elements[index], isDrawn: isDrawn, children: nodes(below: index))
      }
    }
    return nodes(below: nil)
  }

  /// The smallest element that holds all of it; of those with the same bounds the last one.
  private static func parent(of index: Int, among elements: [Element]) -> Int? {
    let own = elements[index].bounds
    guard !own.isEmpty else { return nil }
    return elements.indices.filter { other in
      let bounds = elements[other].bounds
      guard other != index, bounds.intersection(own) == own else { return false }
      return bounds != own || other < index
    }.reversed().min { elements[$0].bounds.area < elements[$1].bounds.area }
  }
}

extension Rect {
  fileprivate var area: Int { width * height }

  /// `2,5 30x1`, or that nothing of it is on the screen.
  fileprivate var words: String { isEmpty ? "off screen" : "\(x),\(y) \(width)x\(height)" }
}

extension Hierarchy.Node {
  var flags: [String] {
    [
      element.isFocused ? "focused" : nil, element.isSelected ? "selected" : nil,
      element.isEnabled ? nil : "disabled", element.isTappable ? "tappable" : nil,
      isDrawn ? "drawn" : nil,
    ].compactMap(\.self)
  }
}
