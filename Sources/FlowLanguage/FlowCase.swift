/// A flow as it is played once: with one of its languages, sizes, themes and brands.
public struct FlowCase: Sendable {
  public var flow: Flow
  /// Of the matrix; `nil` is what `launchApp` says.
  public var language: String?
  public var size: String?
  public var theme: String?
  public var brand: String?
  public var seed: UInt64
  /// From 1, where the flow is played several times; `nil` where once.
  public var round: Int?

  public init(_ flow: Flow, seed: UInt64) {
    self.flow = flow
    self.seed = seed
  }

  /// The flow's name with what tells this case from the others.
  public var name: String {
    let parts = [language, size, theme, brand, round.map { "round \($0)" }].compactMap(\.self)
    return parts.isEmpty ? flow.name : "\(flow.name) [\(parts.joined(separator: " "))]"
  }

  /// A name for files: the flow's file without its folder and its end, and the same words.
  public var fileName: String {
    let last = flow.file.lastIndex(of: "/").map { flow.file[flow.file.index(after: $0)...] }
    let name = last ?? flow.file[...]
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let own = [language, size, theme, brand, round.map(String.init)].compactMap(\.self)
    return ([String(stem)] + own).joined(separator: "-")
  }

  /// All cases of a flow.
  ///
  /// - Parameters:
  ///   - seed: of the first round; each further one has the next.
  ///   - rounds: how often each combination is played.
  public static func all(of flow: Flow, seed: UInt64, rounds: Int = 1) -> [FlowCase] {
    var cases: [FlowCase] = []
    for round in 0..<max(1, rounds) {
      var one = FlowCase(flow, seed: seed &+ UInt64(round))
      one.round = rounds > 1 ? round + 1 : nil
      cases += one.spread(flow.matrix)
    }
    return cases
  }

  private func spread(_ matrix: Flow.Matrix) -> [FlowCase] {
    spread(matrix.languages, \.language).flatMap { $0.spread(matrix.sizes, \.size) }
      .flatMap { $0.spread(matrix.themes, \.theme) }
      .flatMap { $0.spread(matrix.brands, \.brand) }
  }

  private func spread(_ values: [String], _ axis: WritableKeyPath<FlowCase, String?>) -> [FlowCase]
  {
    guard !values.isEmpty else { return [self] }
    return values.map { value in
      var one = self
      one[keyPath: axis] = value
      return one
    }
  }
}
