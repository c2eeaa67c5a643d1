import App
import Cells
import Client
import FlowLanguage
import FlowScripts

/// Text and keys.
extension Player {
  /// Maestro's, where no number is given.
  private static let erasedCharacters = 50
  private static let mostErased = 10_000

  func type(_ text: String, isTyped: Bool) throws {
    writing(in: try running(), isEmpty: text.isEmpty) { app in
      guard isTyped else {
        app.send(.input(.paste(text)))
        return
      }
      for character in text {
        switch character {
        case "\n", "\r\n": app.send(.input(.key(Key(.enter))))
        case "\t": app.send(.input(.key(Key(.tab))))
        default: app.send(.input(.key(.character(String(character)))))
        }
      }
    }
  }

  func erase(_ count: Template?) throws {
    let count = try count.map { try number($0, of: "charactersToErase") } ?? Player.erasedCharacters
    guard count <= Player.mostErased else {
      throw StepError(
        en: "eraseText takes \(Player.mostErased) characters at most, here are \(count)",
        ru: "eraseText стирает не больше \(Player.mostErased) символов, здесь \(count)")
    }
    writing(in: try running(), isEmpty: count == 0) { app in
      for _ in 0..<count { app.send(.input(.key(Key(.backspace)))) }
    }
  }

  /// Warns when nothing takes what is typed, which fails nothing in Maestro either.
  private func writing(
    in app: HeadlessApp, isEmpty: Bool, _ write: (HeadlessApp) -> Void
  ) {
    let before = app.frame
    write(app)
    guard before.modes.cursor == nil, !isEmpty, app.frame == before else { return }
    guard let place = current?.place else { return }
    warn(
      Wording(
        en: "nothing takes what is typed: no field has the caret",
        ru: "вводить некуда: курсора нет ни в одном поле"), at: place)
  }

  func copyText(from selector: Selector) throws {
    let element = try find(selector)
    guard !element.text.isEmpty else {
      throw StepError(
        en: "\(selector.words) has no text", ru: "\(selector.words): текста здесь нет")
    }
    scope.copiedText = plain(element.text)
  }

  func paste() throws {
    guard let text = scope.copiedText else {
      throw StepError(en: "nothing has been copied", ru: "ничего не скопировано")
    }
    try type(text, isTyped: false)
  }

  func press(_ name: String) throws {
    guard let key = Key(flow: name) else {
      throw StepError(en: "there is no key \(name)", ru: "клавиши «\(name)» нет")
    }
    try send(key)
  }

  /// A search gives the keys back to its list; other fields cover nothing, and keep the caret.
  func hideKeyboard() throws {
    if try running().state.isSearching { try send(Key(.escape)) }
  }
}
