import Loyalty
import YAML

extension YAMLNode {
  /// A text in which something can be seen.
  func visibleText() throws(YAMLError) -> String {
    let text = try string()
    guard text.contains(where: { !$0.isWhitespace }) else { throw missingWords() }
    return text
  }

  func missingWords() -> YAMLError {
    YAMLError(en: "A text is missing here", ru: "Здесь не хватает текста", at: mark)
  }

  /// A name that other files and addresses use: ASCII letters, digits, `_` and `-`.
  func identifier() throws(YAMLError) -> String {
    let text = try string()
    let isName = text.allSatisfy { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_" || letter == "-")
    }
    guard isName, (1...64).contains(text.utf8.count) else {
      throw YAMLError(
        en: "\"\(text.prefix(40))\" is no id: up to 64 Latin letters, digits, _ and -",
        ru: "«\(text.prefix(40))» — не идентификатор: до 64 латинских букв, цифр, «_» и «-»",
        at: mark)
    }
    return text
  }

  /// One of some names.
  func choice(of known: [String]) throws(YAMLError) -> String {
    let text = try string()
    guard known.contains(text) else {
      let quoted = known.map { "«\($0)»" }.joined(separator: ", ")
      throw YAMLError(
        en: "\"\(text.prefix(40))\" is not known here; known are \(known.joined(separator: ", "))",
        ru: "«\(text.prefix(40))» здесь не бывает; бывают \(quoted)", at: mark)
    }
    return text
  }

  /// The id of something that another place has.
  func reference(to known: Set<String>, in place: String) throws(YAMLError) -> String {
    let id = try string()
    guard known.contains(id) else {
      throw YAMLError(
        en: "\"\(id.prefix(40))\" is not among \(place)",
        ru: "«\(id.prefix(40))» нет среди «\(place)»", at: mark)
    }
    return id
  }

  func references(to known: Set<String>, in place: String) throws(YAMLError) -> [String] {
    var ids: [String] = []
    for item in try list() { ids.append(try item.reference(to: known, in: place)) }
    return ids
  }

  func identifiers() throws(YAMLError) -> [String] {
    var names: [String] = []
    for item in try list() { names.append(try item.identifier()) }
    return names
  }

  func whole(in range: ClosedRange<Int>) throws(YAMLError) -> Int {
    let number = try int()
    guard range.contains(number) else {
      throw outside("\(range.lowerBound)", "\(range.upperBound)")
    }
    return number
  }

  func outside(_ least: String, _ most: String) -> YAMLError {
    YAMLError(
      en: "The number must be from \(least) to \(most)",
      ru: "Число должно быть от \(least) до \(most)", at: mark)
  }

  /// A number with up to so many decimals, in units of the last of them.
  func decimal(digits: Int, in range: ClosedRange<Int64>) throws(YAMLError) -> Int64 {
    guard case .scalar(let text, .plain) = content,
      let number = YAMLNode.scaled(text, digits: digits)
    else {
      let like = YAMLNode.written(12_500_000, 6).prefix(3 + digits)
      throw digits == 0
        ? YAMLError(en: "Expected a whole number", ru: "Нужно целое число", at: mark)
        : YAMLError(en: "Expected a number like \(like)", ru: "Нужно число вроде \(like)", at: mark)
    }
    guard range.contains(number) else {
      throw outside(
        YAMLNode.written(range.lowerBound, digits), YAMLNode.written(range.upperBound, digits))
    }
    return number
  }

  private static func scaled(_ text: String, digits: Int) -> Int64? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard let whole = parts.first, !whole.isEmpty, fraction.utf8.count <= digits,
      parts.count == 1 || !fraction.isEmpty,
      (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(
        whole + fraction + String(repeating: "0", count: digits - fraction.utf8.count))
    else { return nil }
    return isNegative ? -number : number
  }

  private static func written(_ number: Int64, _ digits: Int) -> String {
    guard digits > 0 else { return String(number) }
    let text = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let (whole, fraction) = (padded.dropLast(digits), padded.suffix(digits))
    let shown = fraction.allSatisfy { $0 == "0" } ? String(whole) : "\(whole).\(fraction)"
    return number < 0 ? "-\(shown)" : shown
  }

  /// `2026-12-31`.
  func day() throws(YAMLError) -> Day {
    let text = try string()
    guard let day = Day(text) else {
      throw YAMLError(
        en: "\"\(text.prefix(40))\" is no day; write one like 2026-12-31",
        ru: "«\(text.prefix(40))» — не дата; пишите вроде «2026-12-31»", at: mark)
    }
    return day
  }
}
