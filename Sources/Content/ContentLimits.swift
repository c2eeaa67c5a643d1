/// How much of content there may be; the server refuses what is beyond.
public enum ContentLimits {
  public static let blocks = 1000
  /// Characters of one text in one language.
  public static let text = 20_000
  /// Characters of one line of a text field, such as a heading.
  public static let line = 500
  /// Bytes of a whole screen as JSON.
  public static let bytes = 1 << 20
  public static let slug = 60
  /// Columns of a narrow phone, in which nothing may overflow.
  public static let columns = 40
}
