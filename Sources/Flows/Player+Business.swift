import App
import Client
import FlowLanguage
import FlowScripts

/// What happens around the app, and windows.
extension Player {
  func buy(_ amount: Template, _ key: String?, _ options: [String]) throws {
    guard let card = try running().state.home.contents.card else {
      throw StepError(
        en: "there is no card to show at the till", ru: "на кассе показать нечего: карты нет")
    }
    try world.sell(card, try roubles(amount), key: key, options: options)
  }

  func takeBack(_ amount: Template?, of sale: String?) throws {
    try world.takeBack(try amount.map { try roubles($0) }, of: sale)
  }

  private func roubles(_ amount: Template) throws -> String {
    let text = try scope.render(amount)
    guard Amount.isOne(text) else {
      let words = Amount.refusal(of: text)
      throw StepError(
        en: "\(words.english): \(Amount.form.english)",
        ru: "\(words.russian): \(Amount.form.russian)")
    }
    return text
  }

  func travel(_ milliseconds: Int64) throws {
    try running()
    try world.travel(milliseconds: milliseconds)
    for window in windows.values {
      window.send(.deadline)
      try settle(window)
    }
  }

  func show(window name: String) throws {
    guard windows[name] != nil else {
      throw StepError(en: "there is no window \(name)", ru: "окна «\(name)» нет")
    }
    window = name
  }
}
