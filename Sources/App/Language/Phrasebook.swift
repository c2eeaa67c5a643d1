public import Loyalty

/// Speaks one language: phrases, counted nouns, numbers, points, days and times.
public struct Phrasebook: Equatable, Sendable {
  public let language: Language

  public init(_ language: Language) {
    self.language = language
  }

  public static let languages: [Language] = [.russian, .english]

  private var isRussian: Bool { language == .russian }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    filled(isRussian ? phrase.russian : phrase.english, values)
  }

  /// "5 минут": the number and the noun in its plural form.
  func count(_ number: Int, _ noun: Noun) -> String {
    let forms = isRussian ? noun.russian : noun.english
    let form = forms[PluralCategory(UInt64(number.magnitude), in: language)]
    return filled(form, ["n": decimal(Int64(number))])
  }

  /// A length of time in its largest whole unit: "3 часа".
  func duration(seconds: Int64) -> String {
    switch seconds {
    case ..<60: count(Int(max(0, seconds)), .second)
    case ..<3600: count(Int(seconds / 60), .minute)
    case ..<86_400: count(Int(seconds / 3600), .hour)
    default: count(Int(seconds / 86_400), .day)
    }
  }

  private func filled(_ template: String, _ values: [String: String]) -> String {
    guard !values.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
