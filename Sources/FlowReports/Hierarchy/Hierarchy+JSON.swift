public import App
import Cells
import FoundationEssentials

extension Hierarchy {
  /// The same for a program: elements with those inside them as `children`.
  ///
  /// - Throws: `EncodingError`, which nothing in a frame can cause.
  public static func json(_ frame: Frame) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let screen = PrintedScreen(
      title: frame.modes.title, width: frame.grid.size.width, height: frame.grid.size.height,
      elements: nodes(of: frame).map(PrintedElement.init))
    return String(decoding: try encoder.encode(screen), as: UTF8.self) + "\n"
  }

  private struct PrintedScreen: Encodable {
    let title: String
    let width: Int
    let height: Int
    let elements: [PrintedElement]
  }

  private struct PrintedElement: Encodable {
    let id: String
    let role: String
    let text: String
    let bounds: Rect
    let enabled: Bool
    let focused: Bool
    let selected: Bool
    let tappable: Bool
    /// Whether a picture is to be seen in it.
    let drawn: Bool
    let children: [PrintedElement]

    init(_ node: Node) {
      id = node.element.id.rawValue
      role = node.element.role.rawValue
      text = node.element.text
      bounds = node.element.bounds
      enabled = node.element.isEnabled
      focused = node.element.isFocused
      selected = node.element.isSelected
      tappable = node.element.isTappable
      drawn = node.isDrawn
      children = node.children.map(PrintedElement.init)
    }
  }
}
