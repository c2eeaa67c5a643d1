import Cells

/// What a flow is played with; `nil` is what `launchApp` says.
public struct FlowDevice: Sendable {
  public var language: String?
  /// As `80x24`.
  public var size: String?
  public var theme: String?
  public var brand: String?

  public init() {}

  func fill(_ arguments: inout [String: String]) {
    arguments["language"] = language ?? arguments["language"]
    arguments["size"] = size ?? arguments["size"]
    arguments["theme"] = theme ?? arguments["theme"]
    arguments["brand"] = brand ?? arguments["brand"]
  }
}

extension Size {
  /// Reads `80x24`.
  init(flow text: String) throws(StepError) {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...1000).contains($0) }) else {
      throw StepError(
        en: "size: \(text) is not like 80x24", ru: "size: \(text) — не вида 80x24")
    }
    self.init(width: parts[0], height: parts[1])
  }
}
