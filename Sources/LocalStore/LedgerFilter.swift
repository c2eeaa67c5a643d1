public import Loyalty
import SQLite

/// Which lines of the ledger are wanted.
public struct LedgerFilter: Hashable, Sendable {
  public enum Sign: Hashable, Sendable {
    case positive
    case negative
  }

  /// Of the points; `nil` is any.
  public var sign: Sign?
  /// What title or place hold in any language; case and ё do not matter.
  public var text: String
  /// Where it happened.
  public var place: LocalizedText?
  /// The first moment, and the one after the last.
  public var from: Instant?
  public var until: Instant?

  public init(
    sign: Sign? = nil, text: String = "", place: LocalizedText? = nil, from: Instant? = nil,
    until: Instant? = nil
  ) {
    self.sign = sign
    self.text = text
    self.place = place
    self.from = from
    self.until = until
  }

  /// For `(?, ?, ?)`: the sign, the folded text and the place.
  var values: [Value] {
    let sign: Int64 =
      switch sign {
      case nil: 0
      case .positive: 1
      case .negative: -1
      }
    return [
      .integer(sign), .text(LedgerFilter.fold(text)),
      .optional(place.map { Columns.encode($0, limit: 200) }),
    ]
  }

  /// What a line is found by.
  static func searchText(_ entry: LedgerEntry) -> String {
    let texts = [entry.title, entry.place].compactMap(\.self).flatMap { $0.values.values.sorted() }
    return fold(texts.map { cleaned($0, limit: 200) }.joined(separator: " "))
  }

  /// NB: SQLite itself knows the case of ASCII letters only.
  static func fold(_ text: String) -> String {
    SearchableText(text.split { $0.isWhitespace }.joined(separator: " ")).text
  }
}
