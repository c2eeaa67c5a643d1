/// A content screen as a file that a person can read and git can merge.
public enum ContentFile {
  /// How the name of such a file ends.
  public static let suffix = ".yaml"
}
