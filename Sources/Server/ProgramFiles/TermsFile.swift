import Loyalty
import YAML

/// What a member agrees to, word for word.
struct MembershipTerms: Codable, Hashable, Sendable {
  let version: String
  /// Each line is a paragraph.
  let text: LocalizedText

  /// Characters of a language; a client shows so many.
  static let longest = 20_000
}

extension ProgramTerms {
  /// `terms.yaml`: the terms of the program; what has changed in them needs another version.
  func membership(_ node: YAMLNode) throws(YAMLError) -> MembershipTerms {
    let fields = try node.mapping()
    try fields.allow(["version", "text"])
    let words = try fields.required("text")
    let text = try text(words)
    guard text.values.values.allSatisfy({ $0.count <= MembershipTerms.longest }) else {
      throw YAMLError(
        en: "The terms have more than \(MembershipTerms.longest) characters",
        ru: "В правилах больше \(MembershipTerms.longest) знаков", at: words.mark)
    }
    return MembershipTerms(
      version: try fields.required("version").identifier(), text: text)
  }
}
