import Loyalty
import YAML

/// `program.yaml`: whose program it is, in which languages, and what its points are called and worth.
struct ProgramFile: Sendable {
  let program: Program
  /// Hundredths of money for one whole point.
  let moneyPerPoint: Int64?
  let currency: String?

  init(_ node: YAMLNode, _ pictures: ProgramPictures) throws(YAMLError) {
    let fields = try node.mapping()
    try fields.allow([
      "id", "name", "languages", "time_zone", "points", "currency", "brand", "contacts", "features",
    ])
    let languages = try ProgramFile.languages(try fields.required("languages"))
    let zone = try ProgramFile.zone(try fields.required("time_zone"))
    let points = try fields.required("points").mapping()
    try points.allow(["name", "decimals", "money"])
    let scale = try points.optionalWhole("decimals", in: 0...2) ?? 0
    let currency = try fields.optional("currency", ProgramFile.currency)
    let terms = ProgramTerms(
      languages: languages, pointsScale: scale, currency: currency ?? Till.currency, timeZone: zone,
      pictures: pictures)
    let brand = try fields.required("brand").mapping()
    try brand.allow(ProgramTerms.pictureKeys.union(["theme", "accent"]))
    program = Program(
      id: .init(try fields.required("id").identifier()),
      name: try terms.text(try fields.required("name")),
      pointsName: try ProgramFile.forms(try points.required("name"), terms), pointsScale: scale,
      languages: languages, timeZone: zone,
      brand: Brand(
        theme: try brand.required("theme").identifier(),
        accent: try ProgramFile.color(try brand.required("accent")),
        picture: try terms.picture(brand)),
      contacts: try ProgramFile.contacts(fields["contacts"], terms),
      features: try fields.optional("features", ProgramFile.features))
    moneyPerPoint = try points.optional("money", terms.money)?.amount
    self.currency = currency
  }

  private static func languages(_ node: YAMLNode) throws(YAMLError) -> [Language] {
    var languages: [Language] = []
    for item in try node.list() { languages.append(Language(rawValue: try item.identifier())) }
    guard !languages.isEmpty else { throw node.missingWords() }
    return languages
  }

  /// A zone that the server knows: in another one points would expire at the wrong moment.
  static func zone(_ node: YAMLNode) throws(YAMLError) -> String {
    let name = try node.string()
    guard name == "UTC" || Zone.named(name) != .utc else {
      throw YAMLError(
        en: "The time zone \"\(name.prefix(40))\" is not built in",
        ru: "Часовой пояс «\(name.prefix(40))» не встроен", at: node.mark)
    }
    return name
  }

  private static func currency(_ node: YAMLNode) throws(YAMLError) -> String {
    let code = try node.string()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw YAMLError(
        en: "\"\(code.prefix(40))\" is no currency; write one like EUR",
        ru: "«\(code.prefix(40))» — не код валюты; пишите вроде «EUR»", at: node.mark)
    }
    return code
  }

  private static func color(_ node: YAMLNode) throws(YAMLError) -> String {
    let text = try node.string()
    guard text.utf8.count == 7, text.hasPrefix("#"), Int(text.dropFirst(), radix: 16) != nil else {
      throw YAMLError(
        en: "\"\(text.prefix(40))\" is no color; write one like \"#c4621a\", in quotes",
        ru: "«\(text.prefix(40))» — не цвет; пишите вроде \"#c4621a\", в кавычках", at: node.mark)
    }
    return text
  }

  /// The counted noun of the points; one of a single language needs no name of it.
  private static func forms(
    _ node: YAMLNode, _ terms: ProgramTerms
  ) throws(YAMLError) -> Localized<PluralForms> {
    let fields = try node.mapping()
    if let only = terms.languages.first, terms.languages.count == 1, fields[only.rawValue] == nil {
      return Localized([only.rawValue: try forms(fields)])
    }
    try fields.allow(Set(terms.languages.map(\.rawValue)))
    var values: [String: PluralForms] = [:]
    for entry in fields.entries { values[entry.key] = try forms(try entry.value.mapping()) }
    return Localized(values)
  }

  private static func forms(_ fields: YAMLMapping) throws(YAMLError) -> PluralForms {
    try fields.allow(["one", "few", "many", "other"])
    func form(_ node: YAMLNode) throws(YAMLError) -> String { try node.visibleText() }
    return PluralForms(
      one: try fields.optional("one", form), few: try fields.optional("few", form),
      many: try fields.optional("many", form), other: try form(try fields.required("other")))
  }

  private static func contacts(
    _ node: YAMLNode?, _ terms: ProgramTerms
  ) throws(YAMLError) -> Contacts {
    guard let fields = try node?.mapping() else {
      return Contacts(site: nil, phone: nil, email: nil, hours: nil)
    }
    try fields.allow(["site", "phone", "email", "hours"])
    func line(_ node: YAMLNode) throws(YAMLError) -> String { try node.visibleText() }
    return Contacts(
      site: try fields.optional("site", line), phone: try fields.optional("phone", line),
      email: try fields.optional("email", line), hours: try fields.optional("hours", terms.text))
  }

  private static func features(_ node: YAMLNode) throws(YAMLError) -> [Feature] {
    var features: [Feature] = []
    for item in try node.list() {
      features.append(Feature(rawValue: try item.choice(of: Feature.all.map(\.rawValue))))
    }
    return features
  }
}
