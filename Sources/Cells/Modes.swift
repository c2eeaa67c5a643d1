/// What a frame asks of the terminal beside its cells.
///
/// A view declares the modes it wants; the presenter opens and closes what changed, and leaving is
/// the inverse of the last frame's modes.
public struct Modes: Hashable, Codable, Sendable {
  public var mouse: Bool
  public var bracketedPaste: Bool
  public var title: String
  /// The caret; `nil` hides the cursor.
  public var cursor: Point?
  /// What leads out of the app, for terminals that open links.
  public var links: [Hyperlink] = []

  public init(
    mouse: Bool = true, bracketedPaste: Bool = true, title: String = "", cursor: Point? = nil
  ) {
    self.mouse = mouse
    self.bracketedPaste = bracketedPaste
    self.title = title
    self.cursor = cursor
  }
}
