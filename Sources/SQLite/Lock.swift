/// What a transaction is about, so that two that are about the same wait for each other.
public enum Lock: Hashable, Comparable, Sendable {
  /// A member, by id.
  case member(String)
  /// A phone number, in E.164.
  case phone(String)
  case named(String)
}
