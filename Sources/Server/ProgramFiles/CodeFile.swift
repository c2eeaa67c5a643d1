import Loyalty
import YAML

/// A promo code as a business writes it.
struct WrittenCode: Hashable, Sendable {
  /// As it is kept, see `PromoCodes.normalized`.
  var code: String
  var title: LocalizedText
  let points: Points?
  /// Days that the points live.
  var pointsDays: Int
  let reward: Reward.ID?
  let offer: Promotion.ID?
  var until: Until
  /// How often it is good for something; `nil` is any number.
  let uses: Int?
  /// Only for members of this segment; `nil` is for all.
  let segment: String?

  /// When it ends.
  enum Until: Hashable, Sendable {
    /// With this day, where the program is at home.
    case day(Day)
    case moment(Instant)
  }
}

extension ProgramTerms {
  /// `codes.yaml`: the promo codes, each of which gives one thing.
  ///
  /// - Parameters:
  ///   - rewards: the ids of those there are.
  ///   - offers: the ids of those there are.
  func codes(
    _ node: YAMLNode, rewards: Set<String>, offers: Set<String>
  ) throws(YAMLError) -> [WrittenCode] {
    var codes: [WrittenCode] = []
    for fields in try node.items(by: "code", kept: { PromoCodes.normalized($0) ?? $0 }) {
      try fields.allow([
        "code", "title", "points", "points_days", "reward", "offer", "until", "uses", "segment",
      ])
      let written = try fields.required("code")
      guard let code = PromoCodes.normalized(try written.string()) else {
        throw written.missingWords()
      }
      guard ["points", "reward", "offer"].count(where: { fields[$0] != nil }) == 1 else {
        throw YAMLError(
          en: "A code gives one of points, reward and offer",
          ru: "Промокод даёт что-то одно: «points», «reward» или «offer»", at: fields.mark)
      }
      let reward =
        try fields.optional("reward") { (node) throws(YAMLError) in
          try node.reference(to: rewards, in: "rewards.yaml")
        }
      let offer =
        try fields.optional("offer") { (node) throws(YAMLError) in
          try node.reference(to: offers, in: "offers.yaml")
        }
      codes.append(
        WrittenCode(
          code: code, title: try text(try fields.required("title")),
          points: try fields.optional("points", somePoints),
          pointsDays: try fields.optionalWhole("points_days", in: 1...3650) ?? 30,
          reward: reward.map { .init($0) }, offer: offer.map { .init($0) },
          until: try until(try fields.required("until")),
          uses: try fields.optionalWhole("uses", in: 0...1_000_000_000),
          segment: try fields.optional("segment") { (node) throws(YAMLError) in
            try node.identifier()
          }))
    }
    return codes
  }

  private func until(_ node: YAMLNode) throws(YAMLError) -> WrittenCode.Until {
    let text = try node.string()
    if let moment = Instant(rfc3339: text) { return .moment(moment) }
    return .day(try node.day())
  }
}
