import Contract
import Loyalty

/// Texts as rows hold them, each read once: a long history has few different ones.
struct Texts {
  private var known: [String: LocalizedText] = [:]

  mutating func text(_ json: String) throws -> LocalizedText {
    if let text = known[json] { return text }
    let text = try Wire.decode(LocalizedText.self, from: Array(json.utf8))
    known[json] = text
    return text
  }
}
