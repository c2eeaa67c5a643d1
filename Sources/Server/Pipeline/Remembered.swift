import Synchronization

/// What was made of some texts of the database last, for as long as the texts are the same.
///
/// It spares the decoding, not the reading: another instance's write is seen at once.
final class Remembered<Value: Sendable>: Sendable {
  private struct Contents: Sendable {
    var texts: [String]
    var value: Value
  }

  private let contents = Mutex(Contents?.none)

  func value(of texts: [String], _ make: ([String]) throws -> Value) rethrows -> Value {
    if let known = contents.withLock(\.self), known.texts == texts { return known.value }
    let value = try make(texts)
    contents.withLock { $0 = Contents(texts: texts, value: value) }
    return value
  }
}
