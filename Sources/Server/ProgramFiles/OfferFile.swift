import Loyalty
import YAML

/// An offer as a business writes it, by days where the program is at home.
struct WrittenOffer: Hashable, Sendable {
  var id: Promotion.ID
  var title: LocalizedText
  var description: LocalizedText
  var reward: LocalizedText
  var terms: LocalizedText
  /// The first day.
  var from: Day
  /// The last day, all of it.
  var to: Day
  var enrollment: Promotion.Enrollment
  /// Members who can join; `nil` is any number.
  let places: Int?
  var tiers: [Tier.ID]
  var segments: [String]
  let goal: PromotionRule.Goal?
  let bonus: Points?
  /// Days that the bonus lives.
  var bonusDays: Int
  var picture: Picture?
}

extension ProgramTerms {
  private static let enrollments: [Promotion.Enrollment] = [.none, .auto, .required]

  /// `offers.yaml`: what is on, in the order of the list.
  ///
  /// - Parameter tiers: the ids of those there are.
  func offers(_ node: YAMLNode, tiers: Set<String>) throws(YAMLError) -> [WrittenOffer] {
    var offers: [WrittenOffer] = []
    for fields in try node.items() {
      try fields.allow(
        Self.pictureKeys.union([
          "id", "title", "description", "reward", "terms", "from", "to", "enrollment", "places",
          "tiers", "segments", "goal", "bonus", "bonus_days",
        ]))
      let from = try fields.required("from").day()
      let last = try fields.required("to")
      let to = try last.day()
      guard from <= to else {
        throw YAMLError(
          en: "The offer ends before it begins", ru: "Акция кончается раньше, чем начинается",
          at: last.mark)
      }
      let enrollment =
        try fields.optional("enrollment") { (node) throws(YAMLError) in
          try node.choice(of: Self.enrollments.map(\.rawValue))
        }
      let own =
        try fields.optional("tiers") { (node) throws(YAMLError) in
          try node.references(to: tiers, in: "tiers.yaml")
        }
      let segments =
        try fields.optional("segments") { (node) throws(YAMLError) in try node.identifiers() }
      offers.append(
        WrittenOffer(
          id: .init(try fields.required("id").identifier()),
          title: try text(try fields.required("title")),
          description: try text(try fields.required("description")),
          reward: try text(try fields.required("reward")),
          terms: try text(try fields.required("terms")), from: from, to: to,
          enrollment: Promotion.Enrollment(rawValue: enrollment ?? "none"),
          places: try fields.optionalWhole("places", in: 0...1_000_000_000),
          tiers: (own ?? []).map { .init($0) }, segments: segments ?? [],
          goal: try fields.optional("goal", goal), bonus: try fields.optional("bonus", somePoints),
          bonusDays: try fields.optionalWhole("bonus_days", in: 1...3650) ?? 30,
          picture: try picture(fields)))
    }
    return offers
  }

  /// What has to be reached: one of `purchases`, `days`, `money` and `points`.
  private func goal(_ node: YAMLNode) throws(YAMLError) -> PromotionRule.Goal {
    let fields = try node.mapping()
    let units = ["purchases", "days", "money", "points"]
    try fields.allow(Set(units + ["category"]))
    let named = fields.entries.filter { units.contains($0.key) }
    guard let entry = named.first, named.count == 1 else {
      throw YAMLError(
        en: "A goal is one of \(units.joined(separator: ", "))",
        ru: "Цель — что-то одно: \(units.map { "«\($0)»" }.joined(separator: ", "))", at: node.mark)
    }
    let target: Int64 =
      switch entry.key {
      case "money": try money(entry.value).amount
      case "points": try somePoints(entry.value).rawValue
      default: Int64(try entry.value.whole(in: 1...1_000_000))
      }
    let category =
      try fields.optional("category") { (node) throws(YAMLError) in try node.identifier() }
    return PromotionRule.Goal(
      target: target, unit: .init(rawValue: entry.key),
      category: category.map { .init(rawValue: $0) },
      currency: entry.key == "money" ? currency : nil)
  }
}
