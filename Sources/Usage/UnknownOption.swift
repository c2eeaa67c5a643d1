import ArgumentParser
import Loyalty

/// An option that the command does not have.
///
/// ArgumentParser tells of a missing argument first, and finds nothing near its own `--help` and
/// `--version`.
struct UnknownOption: CustomStringConvertible {
  let option: String
  /// The words down to the command that has no such option.
  let path: [String]
  let nearest: String?

  /// Follows the words as ArgumentParser does; `nil` when each option is one.
  init?(_ arguments: some Sequence<String>, below root: any ParsableCommand.Type) {
    var command = root
    var path = [root._commandName]
    var options = KnownOptions(root, below: root)
    var hasOptions = false
    var isValue = false
    for word in arguments {
      if word == "--" { return nil }
      let bare = word.drop { UnknownOption.dashes.contains($0) }
      // A value may begin with any dash but the keyboard's.
      let isOption = word.hasPrefix("-") || (!isValue && bare.startIndex > word.startIndex)
      guard isOption, !bare.isEmpty else {
        defer { isValue = false }
        guard !isValue, !hasOptions, word != "help", !Usage.isAddress(word) else { continue }
        let commands = command.configuration.subcommands
        guard !commands.isEmpty else { continue }
        guard let next = commands.first(where: { $0._commandName == word }) else { return nil }
        command = next
        path.append(word)
        options = KnownOptions(next, below: root)
        continue
      }
      let name = bare.prefix { $0 != "=" }
      let typed = String(word[..<name.endIndex])
      isValue = options.withValue.contains(typed) && name.endIndex == word.endIndex
      hasOptions = true
      guard !options.names.contains(typed) else { continue }
      // A single dash stands before letters and numbers too, and a long one before a value.
      let nearest = name.count > 1 ? options.nearest(to: name) : nil
      guard nearest != nil || typed.hasPrefix("--") else { continue }
      option = typed
      self.nearest = nearest
      self.path = path + [command.configuration.defaultSubcommand].compactMap { $0?._commandName }
      return
    }
    return nil
  }

  /// The minus of the keyboard, and what editors and manuals make of it.
  private static let dashes: Set<Character> = ["-", "–", "—", "−", "‐", "‑"]

  var description: String {
    let advice = nearest.map { " Did you mean '\($0)'?" } ?? ""
    return """
      Error: Unknown option '\(cleaned(option, limit: 60))'.\(advice)
        See '\(path.joined(separator: " ")) --help' for more information.
      """
  }
}
