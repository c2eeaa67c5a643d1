/// What a column holds or a parameter is bound to.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }

  public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
  public static func optional(_ number: Int64?) -> Value { number.map(Value.integer) ?? .null }
}
