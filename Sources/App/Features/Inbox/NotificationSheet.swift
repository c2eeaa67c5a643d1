import Cells
import Loyalty
import Themes

/// One message, and the way to what it is about.
func drawNotification(_ id: Notification.ID, _ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let notification = state.inbox.notification(id) else {
    drawNoteSheet(.inbox, "message.gone", phrases.say(.messageGone), state, on: &canvas)
    return
  }
  let language = state.settings.language
  let body = notification.body.value(in: language) ?? ""
  let lines = wrapped(body, width: 54, maxLines: 40).count
  let way = state.way(of: notification.action)
  let title = notification.title.value(in: language) ?? ""
  var rest = drawSheet(
    title, rows: lines + (way == nil ? 3 : 5), state,
    on: &canvas)
  let moment = phrases.moment(notification.createdAt, now: state.now, in: state.settings.zone)
  canvas.label("message.time", .status, moment, in: rest, .sheetMuted)
  rest = rest.inset(top: rest.height >= 8 ? 2 : 1)
  let foot = way == nil ? 0 : 2
  let rows = canvas.sheetText(
    [TextLine](
      ("message.whole", displayWidth(of: title) > rest.width ? title : "", .sheetHeading),
      ("message.body", body, .sheetText)),
    state, in: rest.top(max(1, rest.height - foot)))
  rest = rest.inset(top: rows + (rest.height > rows + 1 ? 1 : 0))
  switch way {
  case nil: break
  case .button(let title):
    canvas.button(
      "message.follow", title, in: rest.inset(right: max(0, rest.width - 34)),
      action: .inbox(.follow), isPrimary: true)
  case .address(let address):
    canvas.label("message.address", .text, address, in: rest, .sheetHeading)
  }
}

/// How a message leads on.
enum Way: Equatable {
  case button(String)
  /// To be opened elsewhere.
  case address(String)
}

extension State {
  /// `nil` when it leads nowhere, or to something that this program does not know.
  func way(of action: Notification.Action) -> Way? {
    guard let target = action.target, !target.isEmpty else { return nil }
    switch action.kind {
    case .screen:
      let tab = Tab.own.first { $0.name == target }
      let title = tab.map { self.title(of: $0) } ?? screens.screen(target)?.title(in: self)
      return title.map { .button(phrases.say(.openSection, ["section": $0])) }
    case .reward:
      return rewards.reward(.init(target)).map { _ in .button(phrases.say(.openReward)) }
    case .shop: return .button(phrases.say(.openShop))
    case .url: return .address(target)
    default: return nil
    }
  }
}
