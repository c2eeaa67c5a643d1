import Cells
import Loyalty
import Themes

/// Home of a guest: what there is to look at, and the way to an account.
func drawGuestHome(_ state: State, in body: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  var rest = body.inset(x: body.width > 30 ? 2 : 0, y: body.height > 10 ? 1 : 0)
    .centered(width: 60)
  let name = state.program?.name.value(in: state.settings.language) ?? phrases.say(.loginTitle)
  canvas.sectionTitle("guest.title", name, in: rest)
  rest = rest.inset(top: 1)
  let rows = canvas.paragraph("guest.lead", phrases.say(.guestLead), in: rest, .muted)
  rest = rest.inset(top: rows + (body.height >= 12 ? 1 : 0))
  for (title, note, action) in state.guestItems where rest.height > 2 {
    drawGuestItem(phrases.say(title), note, action, in: rest.top(1), on: &canvas)
    rest = rest.inset(top: 1)
  }
  rest = rest.inset(top: body.height >= 10 ? 1 : 0)
  drawLogInButton(state, in: rest, on: &canvas)
}

func drawLogInButton(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  var place = rect
  place.width = min(place.width, 34)
  canvas.button(
    .logIn, state.phrases.say(.submitCode), in: place, action: .guest(.logIn), isPrimary: true)
}

private func drawGuestItem(
  _ title: String, _ note: String, _ action: Action, in rect: Rect, on canvas: inout Canvas
) {
  let id = Element.ID(rawValue: "guest.\(title)")
  let isFocused = canvas.markInMargin(id, of: rect)
  canvas.write(note, in: rect.inset(left: displayWidth(of: title) + 2), .muted, .right)
  canvas.write(title, in: rect, isFocused ? .selection : .text)
  canvas.add(
    Element(
      id, .button, note.isEmpty ? title : "\(title), \(note)", bounds: rect, action: action))
}

/// What only a member has, and the way to it.
func drawLoginNeeded(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let dialog = Dialog(
    title: phrases.say(.guestOnly), rows: 6, id: "guest.advice",
    question: phrases.say(.guestOnlyHint),
    answers: [
      .init(
        id: .logIn, title: phrases.say(.submitCode), action: .guest(.logIn), isPrimary: true)
    ], leastQuestion: 0)
  drawDialog(dialog, state, on: &canvas)
}

/// A section in which only a member has something.
func drawGuestSection(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  let area = rect.inset(x: rect.width > 30 ? 2 : 0)
  canvas.label("guest.empty", .text, phrases.say(.guestOnly), in: area, .text)
  let rows = canvas.paragraph(
    "guest.advice", phrases.say(.guestHistory), in: area.inset(top: 1).top(3), .muted)
  drawLogInButton(state, in: area.inset(top: rows + (area.height > rows + 2 ? 2 : 1)), on: &canvas)
}

extension State {
  fileprivate var guestItems: [(Phrase, String, Action)] {
    let rewards = rewards.contents.rewards?.count ?? 0
    let promotions = promotions.items.count
    let all: [(Phrase, String, Action)] = [
      (.rewards, rewards > 0 ? phrases.decimal(Int64(rewards)) : "", .showTab(.rewards)),
      (
        .promotions, promotions > 0 ? phrases.decimal(Int64(promotions)) : "", .showTab(.promotions)
      ),
      (.shops, "", .shops(.show)),
    ]
    return all.filter { offers($0.2) }
  }
}
