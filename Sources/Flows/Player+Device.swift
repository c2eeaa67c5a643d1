import App
import Cells
import Client
import FlowLanguage
import FlowScripts
import Loyalty
import Themes

/// What a telephone has beside its apps, as a terminal has it.
extension Player {
  /// A new app is told what the terminal's ground is.
  func dress(_ app: HeadlessApp) {
    if let isDark = world.isDark { app.send(.terminalIsLight(!isDark)) }
  }

  func darken(_ isDark: Bool) throws {
    world.isDark = isDark
    for app in windows.values { dress(app) }
    try assertDark(isDark)
  }

  func assertDark(_ isDark: Bool) throws {
    let theme = try running().state.theme
    guard theme.isDark != isDark else { return }
    let wanted = isDark ? "dark" : "light"
    throw StepError(
      en: "the screen is not \(wanted): the theme is \(theme.name)",
      ru: "экран не \(isDark ? "тёмный" : "светлый"): тема — \(theme.name)", expected: wanted,
      actual: theme.isDark ? "dark" : "light")
  }

  func turn(_ orientation: Orientation) {
    world.orientation = orientation
    for app in windows.values { app.send(.input(.resize(orientation.size))) }
  }

  /// The shops are counted from the one that is nearest to a place.
  func move(to latitude: Template, _ longitude: Template) throws {
    let place = Loyalty.Place(
      latitude: try degrees(latitude, 90, "latitude"),
      longitude: try degrees(longitude, 180, "longitude"))
    let app = try running()
    if app.state.shops.contents.shops == nil {
      // The app reads them when somebody looks at them.
      app.send(.action(.shops(.show)))
      _ = app.wait(for: patience.lookup) { $0.state.shops.contents.shops != nil }
      app.send(.action(.back))
    }
    guard let shops = app.state.shops.contents.shops, !shops.isEmpty else {
      throw StepError(
        en: "the app has no stores to be near to", ru: "адресов, рядом с которыми быть, нет")
    }
    let nearest = shops.min { place.distance(to: $0.place) < place.distance(to: $1.place) }
    if let nearest { app.send(.action(.shops(.chooseOrigin(.shop(nearest.id))))) }
  }

  private func degrees(_ template: Template, _ most: Double, _ name: String) throws -> Int {
    let text = try scope.render(template)
    guard let number = Double(text), abs(number) <= most else {
      throw StepError(
        en: "\(name) is from -\(Int(most)) to \(Int(most)), here is \"\(text)\"",
        ru: "\(name) — от -\(Int(most)) до \(Int(most)), здесь «\(text)»")
    }
    return Int((number * 1_000_000).rounded())
  }
}

extension Orientation {
  /// Of the window.
  var size: Size {
    isPortrait ? Size(width: 44, height: 40) : Size(width: 120, height: 40)
  }
}
