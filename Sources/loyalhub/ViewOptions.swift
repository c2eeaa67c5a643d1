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
    case palette16 = "16"
    case palette256 = "256"
    case trueColor = "truecolor"
  }

  @Flag(help: "Plain lines with numbered choices, for screen readers, pipes and dumb terminals.")
  var linear = false

  @OptionGroup var language: LanguageOption
  @OptionGroup var calendar: ClockOption

  @Option(
    help: ArgumentHelp(
      "\(Theme.shipped.joined(separator: ", ")); the default is the brand's.", valueName: "name"))
  var theme: String?

  @Option(help: "Whether to use colours, and at most how many.")
  var color: Color = .auto

  @Flag(help: "As wide as on a phone, in the middle of the terminal.")
  var phone = false

  @Flag(help: "No pictures are fetched: their words stand in their places.")
  var noPictures = false

  @Flag(help: "Nothing moves: numbers change at once.")
  var reduceMotion = false

  func validate() throws {
    guard let theme, !Theme.shipped.contains(theme) else { return }
    let advice = nearest(theme, among: Theme.shipped).map { " Did you mean '\($0)'?" } ?? ""
    let all = Theme.shipped.joined(separator: ", ")
    throw ValidationError(
      "There is no theme '\(cleaned(theme, limit: 60))'.\(advice) There are \(all).")
  }

  /// Colours that the terminal may be asked for; 0 writes none.
  var maximumColors: Int {
    switch color {
    case .never: 0
    case .palette16: 16
    case .palette256: 256
    case .always, .trueColor: .max
    case .auto: ViewOptions.variable("NO_COLOR").map { $0.isEmpty ? .max : 0 } ?? .max
    }
  }

  /// Whether the terminal shows 24-bit colour; `nil` is what it says itself.
  var hasDirectColor: Bool? { color == .trueColor ? true : nil }

  /// - Parameter colors: what the terminal has.
  func settings(colors: Int, now: Instant) throws -> Settings {
    Settings(
      language: language.spoken, look: try Look(chosen: theme, depth: ColorDepth(colors: colors)),
      zone: .system(around: now), hasMotion: !linear && !reduceMotion)
  }
}

/// A calendar of one's own; the same for each command that has one.
struct ClockOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look at another time than today, such as 2026-12-31T23:59:00+03:00.", valueName: "instant"))
  var clock: String?

  /// `nil` is today; what was typed has been checked.
  var moment: Instant? { clock.flatMap(Instant.init(clock:)) }

  func validate() throws {
    guard let clock, moment == nil else { return }
    throw ValidationError("--clock needs \(CalendarClock.example), not: \(clock)")
  }
}

/// The language of words; the same for each command that says some.
struct LanguageOption: ParsableArguments {
  @Option(help: "ru or en; the default is the system's language.")
  var language: String?

  func validate() throws {
    guard let language, LanguageOption.language(named: language) == nil else { return }
    throw ValidationError(
      "There is no language '\(cleaned(language, limit: 60))'. There are ru and en.")
  }

  /// The language asked for, else the one of `LC_ALL`, `LC_MESSAGES` or `LANG`, as `setlocale(3)`.
  var spoken: Language {
    language.flatMap(LanguageOption.language(named:)) ?? LanguageOption.system
  }

  /// The same where the command line is not read yet, or was not understood.
  static var asked: Language {
    let words = CommandLine.arguments
    let names = words.indices.compactMap { index -> String? in
      if words[index].hasPrefix("--language=") { return String(words[index].dropFirst(11)) }
      return words[index] == "--language" && index + 1 < words.count ? words[index + 1] : nil
    }
    return names.last.flatMap(language(named:)) ?? system
  }

  static var system: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(ViewOptions.variable).first { !$0.isEmpty }
    return locale.flatMap(LanguageOption.language(named:)) ?? .english
  }

  /// `ru`, `en`, and either with a country and an encoding behind it.
  private static func language(named name: String) -> Language? {
    switch name.lowercased().prefix(while: { !"-_.@".contains($0) }) {
    case "ru": .russian
    case "en": .english
    default: nil
    }
  }
}

extension ViewOptions {
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
