/// A language tag (BCP 47), such as `ru` or `en`.
public struct Language: RawRepresentable, Hashable, Codable, Sendable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let russian = Language(rawValue: "ru")
  public static let english = Language(rawValue: "en")
}

/// A value for each language: on the wire an object from language tags to values.
public struct Localized<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable,
  ExpressibleByDictionaryLiteral
{
  public var values: [String: Value]

  public init(_ values: [String: Value]) {
    self.values = values
  }

  public init(dictionaryLiteral elements: (Language, Value)...) {
    values = Dictionary(
      elements.map { ($0.0.rawValue, $0.1) }, uniquingKeysWith: { _, last in last })
  }

  public init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: Value].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }

  /// The value in the language, else in the fallback, else in any (the first by tag).
  public func value(in language: Language, fallback: Language = .english) -> Value? {
    values[language.rawValue] ?? values[fallback.rawValue]
      ?? values.min { $0.key < $1.key }?.value
  }
}

public typealias LocalizedText = Localized<String>

extension Localized: Hashable where Value: Hashable {}
