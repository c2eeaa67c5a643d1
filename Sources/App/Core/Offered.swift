import Content
import Loyalty

/// What the program does without is nowhere: no section, no key, no line of a menu.
extension State {
  /// The sections, in the order of the bar.
  var tabs: [Tab] { numberedTabs.map(\.tab) }

  /// The sections with their numbers, which are their keys: the app's own and those that the
  /// business made, as the server orders them.
  ///
  /// A section keeps its number where others are missing, so that its key is the same.
  var numberedTabs: [(number: Int, tab: Tab)] {
    let own = zip(Tab.own, Screen.Tab.positions).map { (tab: $0, position: $1.value) }
    // The server has ordered them already, and "More" is the last of all.
    let made = screens.screens(in: .bar).prefix(4).map { screen in
      (tab: Tab.screen(screen.slug), position: min(999, screen.tab?.position ?? 999))
    }
    let all = (own + made).enumerated().sorted { left, right in
      (left.element.position, left.offset) < (right.element.position, right.offset)
    }
    return zip(1..., all.map(\.element.tab)).filter { offers($1.surface.part) }
      .map { (number: $0, tab: $1) }
  }

  /// The program's languages that we speak; all of ours where there is none among them.
  var languages: [Language] {
    let ours = Phrasebook.languages
    let offered = ours.filter { program?.languages.contains($0) ?? true }
    return offered.isEmpty ? ours : offered
  }

  /// Speaks the language that the person chose, or the program's first when it has not that one.
  mutating func settleLanguage() {
    let first = program?.languages.first { languages.contains($0) } ?? languages[0]
    settings.language = languages.contains(chosenLanguage) ? chosenLanguage : first
  }

  mutating func switchLanguage() {
    let languages = languages
    guard languages.count > 1 else { return }
    let place = languages.firstIndex(of: settings.language) ?? 0
    chosenLanguage = languages[(place + 1) % languages.count]
    settings.language = chosenLanguage
  }

  /// The themes that one goes through; the first is the program's own.
  private static let themes: [(name: String?, title: Phrase)] = [
    (nil, .themeOfBrand), ("dark", .themeDark), ("light", .themeLight),
    ("high-contrast", .themeHighContrast),
  ]

  mutating func switchTheme() {
    let themes = State.themes
    let place = themes.firstIndex { $0.name == settings.look.chosen }
    settings.look.chosen = themes[((place ?? -1) + 1) % themes.count].name
    dress()
  }

  /// What the theme is called; one of a file has the name that it was chosen by.
  var themeName: String {
    let chosen = settings.look.chosen
    return State.themes.first { $0.name == chosen }.map { phrases.say($0.title) } ?? chosen ?? ""
  }

  /// Leaves the places that the program has no longer.
  mutating func leaveWithdrawn() {
    if !tabs.contains(tab) { tab = .home }
    let kept = sheets.filter { offers($0.surface.part) }
    if kept != sheets { sheets = kept }
  }
}
