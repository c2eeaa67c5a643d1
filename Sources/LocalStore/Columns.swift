import Loyalty

/// Values of several languages in one column, so that the first frame needs no JSON.
///
/// `ru␟Зёрна␞en␟Zerna`: the separators of ASCII, which no cleaned text holds.
enum Columns {
  private static let betweenForms: UInt8 = 0x1D
  private static let betweenItems: UInt8 = 0x1E
  private static let afterLanguage: UInt8 = 0x1F

  /// A short text of one line.
  static func word(_ text: String) -> String { cleaned(text, limit: 100) }

  static func encode(_ text: LocalizedText, limit: Int = 500) -> String {
    pack(text.values.mapValues { cleaned($0, limit: limit) })
  }

  static func text(_ column: String) -> LocalizedText { Localized(unpack(column)) }

  static func encode(_ forms: Localized<PluralForms>) -> String {
    pack(
      forms.values.mapValues { forms in
        join(
          [forms.one, forms.few, forms.many, forms.other].map {
            $0.map { cleaned($0, limit: 60) } ?? ""
          }, betweenForms)
      })
  }

  static func forms(_ column: String) -> Localized<PluralForms> {
    Localized(
      unpack(column).mapValues { packed in
        let forms = split(packed, betweenForms, keepingEmpty: true)
          .map { $0.isEmpty ? nil : String($0) }
        guard forms.count == 4 else { return PluralForms(other: packed) }
        return PluralForms(one: forms[0], few: forms[1], many: forms[2], other: forms[3] ?? "")
      })
  }

  static func encode(_ list: [String]) -> String {
    join(list.map { cleaned($0, limit: 60) }.filter { !$0.isEmpty }, betweenItems)
  }

  static func list(_ column: String) -> [String] {
    split(column, betweenItems).map(String.init)
  }

  private static func pack(_ values: [String: String]) -> String {
    let items = values.sorted { $0.key < $1.key }
      .map { join([cleaned($0.key, limit: 35), $0.value], afterLanguage) }
    return join(items, betweenItems)
  }

  private static func unpack(_ column: String) -> [String: String] {
    var values: [String: String] = [:]
    for item in split(column, betweenItems) {
      guard let end = item.utf8.firstIndex(of: afterLanguage) else { continue }
      values[String(item[..<end])] = String(item[item.utf8.index(after: end)...])
    }
    return values
  }

  private static func join(_ parts: [String], _ separator: UInt8) -> String {
    parts.joined(separator: String(Unicode.Scalar(separator)))
  }

  /// By bytes: to find the characters of a text costs more than to read it.
  private static func split(
    _ text: String, _ separator: UInt8, keepingEmpty: Bool = false
  ) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: !keepingEmpty)
      .map(Substring.init)
  }
}
