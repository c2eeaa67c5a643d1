public import FlowLanguage

extension FlowScope {
  /// What a flow knows without having been told, as in Maestro: the name of its file, and what of the
  /// environment begins with `MAESTRO_`.
  public static func variables(
    of file: String, environment: [String: String] = [:]
  ) -> [Flow.Variable] {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let own = ["MAESTRO_FILENAME": stem]
    let all = environment.filter { $0.key.hasPrefix("MAESTRO_") }.merging(own) { _, own in own }
    return all.sorted { $0.key < $1.key }.map { Flow.Variable($0.key, Template($0.value)) }
  }

  /// Words of JavaScript that are no variables and need no script.
  private static let constants: Set<String> = [
    "true", "false", "null", "undefined", "NaN", "Infinity",
  ]

  func value(of name: String) throws(ScriptFailure) -> String {
    if let value = levels.reversed().lazy.compactMap({ $0[name] }).first { return value }
    if FlowScope.constants.contains(name) { return name }
    if ScriptWorld.names.contains(name) { return try ownValue(of: name) }
    let known = Set(levels.flatMap(\.keys)).sorted()
    let nearest = Nearest.word(to: name, among: known)
    throw ScriptFailure(
      en: "\(name) is not defined" + (nearest.map { "; did you mean \($0)?" } ?? "")
        + "; where it may be missing, write ${\(name) || ''}",
      ru: "\(name) не задано" + (nearest.map { "; может быть, \($0)?" } ?? "")
        + "; где его может не быть, пишите ${\(name) || ''}")
  }

  /// Of a name that scripts find, such as `output`.
  private func ownValue(of name: String) throws(ScriptFailure) -> String {
    do throws(ScriptFailure) {
      return try run(name, at: Place(""))
    } catch {
      var failure = error
      failure.place = nil
      throw failure
    }
  }
}
