import Contract
import SQLite

extension Value {
  /// A value as JSON in a column, as the wire has it.
  static func json(_ value: some Encodable) -> Value {
    .text(String(decoding: Wire.encode(value), as: UTF8.self))
  }

  static func optionalJSON(_ value: (some Encodable)?) -> Value { value.map { .json($0) } ?? .null }
}
