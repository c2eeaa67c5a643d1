public import App
public import Cells
import Themes

/// What was on the screen at one moment, in few bytes.
public struct RecordedScreen: Hashable, Codable, Sendable {
  /// The cells, as a `StyledText`.
  public let styledText: String
  public let title: String
  /// The caret.
  public let cursor: Point?
  /// Whether a terminal's own ground is taken to be dark.
  public let isDark: Bool

  public init(_ frame: Frame, isDark: Bool = true) {
    styledText = StyledText(frame.grid).text
    title = frame.modes.title
    cursor = frame.modes.cursor
    self.isDark = isDark
  }

  /// Without elements; `nil` where the text is none of ours.
  public var frame: Frame? {
    StyledText(text: styledText).grid.map {
      Frame(grid: $0, elements: [], modes: Modes(title: title, cursor: cursor))
    }
  }

  public var svg: String? {
    frame.map { FrameImage(of: $0, in: isDark ? .dark : .light).svg }
  }
}
