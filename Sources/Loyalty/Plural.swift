/// A plural category of Unicode CLDR.
public enum PluralCategory: String, Codable, CaseIterable, Sendable {
  case one
  case few
  case many
  case other

  /// The category of a number with `decimals` visible decimals.
  ///
  /// CLDR 44 cardinal rules: English `one: i = 1 and v = 0`; Russian
  /// `one: v = 0 and i % 10 = 1 and i % 100 != 11`,
  /// `few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14`, `many:` the other integers,
  /// `other:` numbers with decimals.
  public init(_ integer: UInt64, decimals: Int = 0, in language: Language) {
    guard decimals == 0 else {
      self = .other
      return
    }
    guard language.rawValue.hasPrefix("ru") else {
      self = integer == 1 ? .one : .other
      return
    }
    switch (integer % 10, integer % 100) {
    case (1, let tens) where tens != 11: self = .one
    case (2...4, let tens) where !(12...14).contains(tens): self = .few
    default: self = .many
    }
  }
}

/// The forms of a counted noun in one language: 1 балл, 2 балла, 5 баллов, 1.5 балла.
public struct PluralForms: Codable, Hashable, Sendable {
  @Nullable public var one: String?
  @Nullable public var few: String?
  @Nullable public var many: String?
  public var other: String

  public init(one: String? = nil, few: String? = nil, many: String? = nil, other: String) {
    self.one = one
    self.few = few
    self.many = many
    self.other = other
  }

  public subscript(category: PluralCategory) -> String {
    switch category {
    case .one: one ?? other
    case .few: few ?? other
    case .many: many ?? other
    case .other: other
    }
  }
}
