/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// The grapheme cluster that starts here; a space in the second half of a wide one.
  public var text: Character
  /// Columns that the cluster takes: 1 or 2; 0 marks the second half of a wide cluster.
  public var width: UInt8
  public var style: Style

  public init(_ text: Character, width: UInt8 = 1, style: Style = .plain) {
    self.text = text
    self.width = width
    self.style = style
  }

  public static let blank = Cell(" ")
}
