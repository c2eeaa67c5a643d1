import Loyalty
import YAML

/// What the other files are read by: the program's languages, its points, its money, its zone.
struct ProgramTerms: Sendable {
  let languages: [Language]
  /// Decimals of a point.
  let pointsScale: Int
  let currency: String
  let timeZone: String
  let pictures: ProgramPictures

  init(_ file: ProgramFile, _ pictures: ProgramPictures) {
    languages = file.program.languages
    pointsScale = file.program.pointsScale
    currency = file.currency ?? Till.currency
    timeZone = file.program.timeZone
    self.pictures = pictures
  }

  init(
    languages: [Language], pointsScale: Int, currency: String, timeZone: String,
    pictures: ProgramPictures = .none
  ) {
    self.languages = languages
    self.pointsScale = pointsScale
    self.currency = currency
    self.timeZone = timeZone
    self.pictures = pictures
  }

  /// A text for each language of the program; one of a single language needs no name of it.
  func text(_ node: YAMLNode) throws(YAMLError) -> LocalizedText {
    if let only = languages.first, languages.count == 1, case .scalar = node.content {
      return LocalizedText([only.rawValue: try node.visibleText()])
    }
    let fields = try node.mapping()
    try fields.allow(Set(languages.map(\.rawValue)))
    var values: [String: String] = [:]
    for entry in fields.entries { values[entry.key] = try entry.value.visibleText() }
    guard !values.isEmpty else { throw node.missingWords() }
    return LocalizedText(values)
  }

  /// Points as people write them, `12.5`, in the smallest unit.
  func points(_ node: YAMLNode) throws(YAMLError) -> Points {
    Points(try node.decimal(digits: pointsScale, in: 0...1_000_000_000))
  }

  /// More than no points.
  func somePoints(_ node: YAMLNode) throws(YAMLError) -> Points {
    Points(try node.decimal(digits: pointsScale, in: 1...1_000_000_000))
  }

  /// Money as people write it, `11.99`, in hundredths.
  func money(_ node: YAMLNode) throws(YAMLError) -> Money {
    Money(amount: try node.decimal(digits: 2, in: 1...100_000_000_000), currency: currency)
  }
}
