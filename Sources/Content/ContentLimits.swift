/// How much of content there may be; the server refuses what is beyond.
public enum ContentLimits {
  public static let blocks = 1000
  /// Characters of one text in one language.
  public static let text = 20_000
  /// Characters of one line of a text field, such as a heading.
  public static let line = 500
  /// Bytes of a whole screen as JSON.
  public static let bytes = 1 << 20
  /// Values of a whole screen as JSON, and how deep they are.
  public static let values = JSONLimits(values: 50_000, depth: 64)
  /// Revisions of a screen that are kept, beside the one in the app and the one that is planned.
  public static let revisions = 200
  /// Bytes of a screen's title and of its place in the app, each as JSON: lists of screens hold them.
  public static let head = 8_192
  public static let slug = 60
  /// Columns of a narrow phone, in which nothing may overflow.
  public static let columns = 40
}
