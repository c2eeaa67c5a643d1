public import Cells

/// Everything that was waiting when the loop woke up, in the order of arrival within each kind.
public struct Wake<Message: Sendable>: Sendable {
  public internal(set) var inputs: [Input] = []
  public internal(set) var signals: [Signal] = []
  public internal(set) var messages: [Message] = []
  /// The answer to `TerminalSession.askBackground()`, when it came now.
  public internal(set) var background: Background?
  /// Whether signs are two columns wide here, when the terminal has said so now.
  public internal(set) var areSignsWide: Bool?
  /// What there is to know for pictures, as it has turned out now.
  public internal(set) var pictureNews: [PictureNews] = []

  /// True when only the time has run out.
  public var isEmpty: Bool {
    inputs.isEmpty && signals.isEmpty && messages.isEmpty && background == nil
      && areSignsWide == nil && pictureNews.isEmpty
  }
}
