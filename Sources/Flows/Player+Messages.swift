import App
import Client
import FlowLanguage

/// A failure that the app has told of at the edge of its screen.
struct UnexpectedMessage {
  var text: String
  /// The step that brought it.
  var place: Place
  var path: [Int]
}

/// A message of a failure fails the flow, unless a step looks at it before anything else is done.
extension Player {
  /// Notes what came during a step.
  func noteMessages(of app: HeadlessApp, at place: Place) {
    let messages = app.failureMessages
    var old = messages.isEmpty ? [] : knownMessages[window] ?? []
    knownMessages[window] = messages
    for text in messages {
      if let index = old.firstIndex(of: text) {
        old.remove(at: index)
      } else {
        unexpected.append(UnexpectedMessage(text: text, place: place, path: path))
      }
    }
  }

  /// A step has looked at an element: if it is such a message, it is expected.
  func expect(_ element: Element) {
    guard element.id.isToast else { return }
    unexpected.removeAll { $0.text == element.text }
  }

  /// - Throws: `FlowFailure` when there is a message that nobody has looked at.
  func refuseMessages() throws(FlowFailure) {
    guard let message = unexpected.first else { return }
    unexpected = []
    var failed = FlowFailure(
      place: message.place, path: message.path,
      failure: StepError(
        en: "the app tells of a failure that no step looks at: \"\(message.text)\"",
        ru: "приложение сообщает о сбое, на который не смотрит ни один шаг: «\(message.text)»",
        expected: "no message, or assertVisible of it", actual: message.text),
      screen: "")
    failed.kind = .unexpectedMessage
    throw failed
  }
}

extension HeadlessApp {
  /// The words of all failures that it tells of now.
  var failureMessages: [String] { state.toasts.filter(\.isError).map(\.text) }
}
