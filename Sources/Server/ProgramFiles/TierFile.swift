import Loyalty
import YAML

extension ProgramTerms {
  /// `tiers.yaml`: the tiers, each with more to earn than the one before.
  func tiers(_ node: YAMLNode) throws(YAMLError) -> [Tier] {
    var tiers: [Tier] = []
    for fields in try node.items() {
      try fields.allow(["id", "name", "threshold", "benefits"])
      let threshold = try fields.required("threshold")
      let points = try self.points(threshold)
      if let last = tiers.last, points <= last.threshold {
        throw YAMLError(
          en: "A tier needs more points than the one before",
          ru: "Уровню нужно больше баллов, чем предыдущему", at: threshold.mark)
      }
      var benefits: [LocalizedText] = []
      for item in try fields.optional("benefits", { (node) throws(YAMLError) in try node.list() })
        ?? []
      {
        benefits.append(try text(item))
      }
      tiers.append(
        Tier(
          id: .init(try fields.required("id").identifier()),
          name: try text(try fields.required("name")), threshold: points, benefits: benefits))
    }
    return tiers
  }
}
