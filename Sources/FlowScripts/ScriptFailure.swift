public import FlowLanguage

/// Why a script, or a `${…}`, has come to nothing.
public struct ScriptFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// In the flow or in the file of the script; `nil` where the step's own place is meant.
  public var place: Place?
  public var wording: Wording

  init(_ place: Place? = nil, en english: String, ru russian: String) {
    self.place = place
    wording = Wording(en: english, ru: russian)
  }

  public var description: String {
    (place.map { "\($0): " } ?? "") + wording.english
  }
}
