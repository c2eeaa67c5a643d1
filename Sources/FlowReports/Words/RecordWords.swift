extension Outcome {
  /// For lists: told apart without colour.
  public var mark: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .warned: "!"
    case .skipped: "–"
    case .notReached: "·"
    }
  }
}

extension StepFailure {
  /// Several lines.
  public var text: String {
    let nearest = nearest.isEmpty ? nil : "nearest: " + nearest.joined(separator: ", ")
    return [message, expected.map { "expected: \($0)" }, actual.map { "actual: \($0)" }, nearest]
      .compactMap(\.self).joined(separator: "\n")
  }
}

extension RequestTrace {
  /// `GET /v1/card 200 · 12 ms · 4bf92f35`.
  public var words: String {
    let answer = status.map { "\($0)" } ?? "no answer"
    return ["\(method) \(path) \(answer)", "\(milliseconds) ms", traceID].compactMap(\.self)
      .joined(separator: " · ")
  }
}
