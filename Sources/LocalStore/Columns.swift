import Loyalty

/// Values of several languages in one column, so that the first frame needs no JSON.
///
/// `ru␟Зёрна␞en␟Zerna`: the separators of ASCII, which no cleaned text holds.
enum Columns {
  static func encode(_ text: LocalizedText, limit: Int = 500) -> String {
    pack(text.values.mapValues { cleaned($0, limit: limit) })
  }

  static func text(_ column: String) -> LocalizedText { Localized(unpack(column)) }

  static func encode(_ forms: Localized<PluralForms>) -> String {
    pack(
      forms.values.mapValues { forms in
        [forms.one, forms.few, forms.many, forms.other]
          .map { $0.map { cleaned($0, limit: 60) } ?? "" }.joined(separator: "\u{1D}")
      })
  }

  static func forms(_ column: String) -> Localized<PluralForms> {
    Localized(
      unpack(column).mapValues { packed in
        let forms = packed.split(separator: "\u{1D}", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? nil : String($0) }
        guard forms.count == 4 else { return PluralForms(other: packed) }
        return PluralForms(
          one: forms[0], few: forms[1], many: forms[2], other: forms[3] ?? "")
      })
  }

  static func encode(_ list: [String]) -> String {
    list.map { cleaned($0, limit: 60) }.joined(separator: "\u{1E}")
  }

  static func list(_ column: String) -> [String] {
    column.split(separator: "\u{1E}").map(String.init)
  }

  private static func pack(_ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }
      .map { cleaned($0.key, limit: 35) + "\u{1F}" + $0.value }.joined(separator: "\u{1E}")
  }

  private static func unpack(_ column: String) -> [String: String] {
    var values: [String: String] = [:]
    for pair in column.split(separator: "\u{1E}") {
      guard let end = pair.firstIndex(of: "\u{1F}") else { continue }
      values[String(pair[..<end])] = String(pair[pair.index(after: end)...])
    }
    return values
  }
}
