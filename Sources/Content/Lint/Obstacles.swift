extension Screen {
  /// What is in the way of saving: values that stand there and are wrong.
  ///
  /// What is still to be written is none of them, a draft may be unfinished.
  ///
  /// - Parameters:
  ///   - findings: of this screen.
  ///   - base: what the edit began with. What leads to something else may have become wrong without
  ///     the editor, so it counts only where it was written since.
  public func obstacles(
    among findings: [Finding], since base: Screen, on ground: LintGround
  ) -> [Finding] {
    let errors = findings.filter { $0.severity == .error && $0.isAboutValue }
    guard errors.contains(where: \.isAboutOthers) else { return errors }
    let before = base.findings(on: ground).map(\.withoutRow)
    return errors.filter { !$0.isAboutOthers || !before.contains($0.withoutRow) }
  }
}

extension Finding {
  /// Whether it is about what is written, rather than about what is missing.
  fileprivate var isAboutValue: Bool {
    switch code {
    case .badInstant, .badWindow, .badValue, .badSlug, .tooLong, .overflow, .controlCharacter,
      .duplicateID:
      true
    case .deadLink, .unknownTier, .unknownSegment: !detail.isEmpty
    default: false
    }
  }

  /// Whether it depends on what else the program has.
  fileprivate var isAboutOthers: Bool {
    [.deadLink, .unknownTier, .unknownSegment].contains(code)
  }

  /// The same, wherever its block stands.
  fileprivate var withoutRow: Finding {
    var finding = self
    finding.index = nil
    return finding
  }
}
