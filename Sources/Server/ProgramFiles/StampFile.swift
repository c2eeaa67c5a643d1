import Loyalty
import YAML

extension ProgramTerms {
  /// `stamps.yaml`: the stamp cards, in the order of the list.
  ///
  /// - Parameter rewards: the ids of those there are.
  func stamps(_ node: YAMLNode, rewards: Set<String>) throws(YAMLError) -> [StampRule] {
    var rules: [StampRule] = []
    for fields in try node.items() {
      try fields.allow(["id", "title", "category", "slots", "reward", "reward_title", "days"])
      let reward = try fields.required("reward").reference(to: rewards, in: "rewards.yaml")
      rules.append(
        StampRule(
          id: .init(try fields.required("id").identifier()),
          title: try text(try fields.required("title")),
          category: .init(rawValue: try fields.required("category").identifier()),
          slots: try fields.required("slots").whole(in: 1...100), reward: .init(reward),
          rewardTitle: try text(try fields.required("reward_title")),
          days: try fields.optionalWhole("days", in: 1...3650).map(Int64.init)))
    }
    return rules
  }
}
