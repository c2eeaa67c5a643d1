import App
import ArgumentParser
import Client
import Glibc
import Loyalty
import Themes

/// How the app looks; the same for each command that opens it.
struct ViewOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  @Flag(help: "Plain lines with numbered choices, for screen readers, pipes and dumb terminals.")
  var linear = false

  @OptionGroup var language: LanguageOption

  @Option(
    help: ArgumentHelp(
      "\(Theme.shipped.joined(separator: ", ")); the default is the brand's.", valueName: "name"))
  var theme: String?

  @Option(help: "Whether to use colours.")
  var color: Color = .auto

  @Flag(help: "Nothing moves: numbers change at once.")
  var reduceMotion = false

  /// Colours that the terminal may be asked for; 0 writes none.
  var maximumColors: Int {
    switch color {
    case .never: 0
    case .always: .max
    case .auto: ViewOptions.variable("NO_COLOR").map { $0.isEmpty ? .max : 0 } ?? .max
    }
  }

  /// - Parameter colors: what the terminal has.
  func settings(colors: Int) throws -> Settings {
    Settings(
      language: language.spoken, look: try Look(chosen: theme, depth: ColorDepth(colors: colors)),
      zone: .system(around: .current()), hasMotion: !linear && !reduceMotion)
  }
}

/// The language of words; the same for each command that says some.
struct LanguageOption: ParsableArguments {
  @Option(help: "ru or en; the default is the system's language.")
  var language: String?

  /// The language asked for, else the one of `LC_ALL`, `LC_MESSAGES` or `LANG`, as `setlocale(3)`.
  var spoken: Language {
    language.map { $0.hasPrefix("ru") ? .russian : .english } ?? LanguageOption.system
  }

  static var system: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(ViewOptions.variable).first { !$0.isEmpty }
    return (locale ?? "en").hasPrefix("ru") ? .russian : .english
  }
}

extension ViewOptions {
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
