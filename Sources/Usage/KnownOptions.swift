import ArgumentParser
import Loyalty

/// The options that a command takes, as its own help names them, with those of its default command.
///
/// ArgumentParser has no other way to ask for them.
struct KnownOptions {
  /// With their dashes.
  private(set) var names: Set<String> = []
  /// Those that the next word belongs to.
  private(set) var withValue: Set<String> = []

  /// What ArgumentParser takes everywhere and its help does not tell.
  private static let untold = [
    "generate-completion-script", "experimental-dump-help", "help-hidden",
  ]

  init(_ command: any ParsableCommand.Type, below root: any ParsableCommand.Type) {
    names = Set(KnownOptions.untold.map { "--" + $0 })
    add(root.helpMessage(for: command, includeHidden: true, columns: 10_000))
    if let next = command.configuration.defaultSubcommand {
      add(root.helpMessage(for: next, includeHidden: true, columns: 10_000))
    }
  }

  /// Takes the lines that begin with two spaces and a dash: ``  -o, --output <output>   Words``.
  private mutating func add(_ help: String) {
    // What the command says of itself stands above.
    let lines = help.split(separator: "\n").drop { !$0.hasPrefix("USAGE:") }
    for line in lines where line.hasPrefix("  -") {
      let words = line.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
      let label = words.prefix { !$0.isEmpty }
      let found = label.filter { $0.hasPrefix("-") }
        .map { String($0.hasSuffix(",") ? $0.dropLast() : $0) }
      names.formUnion(found)
      if label.contains(where: { $0.hasPrefix("<") }) { withValue.formUnion(found) }
    }
  }

  /// The option that was meant by one that is none, with its dashes; `nil` when none is like it.
  func nearest(to name: some StringProtocol) -> String? {
    let known = names.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
    let told = known.filter { !KnownOptions.untold.contains($0) }.sorted()
    return Loyalty.nearest(String(name), among: told).map { "--" + $0 }
  }
}
