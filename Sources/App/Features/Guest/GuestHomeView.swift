import Cells
import Loyalty
import Themes

/// Home of a guest: the business's face with the way to an account, and below it what there is: offers,
/// what points buy, where, and news.
func drawGuestHome(_ state: State, on canvas: inout Canvas) {
  let layout = GuestLayout(state)
  drawGuestFace(state, in: layout.face, on: &canvas)
  let parts = state.guestParts
  guard !parts.isEmpty else {
    canvas.awaited("guest.advice", state, in: layout.columns[0])
    return
  }
  for (place, column) in layout.columns.enumerated() {
    let own = parts.enumerated().filter { $0.offset % layout.columns.count == place }
      .map(\.element)
    drawGuestParts(own, in: column, on: &canvas)
  }
}

/// How the home of a guest is divided.
private struct GuestLayout {
  /// From the edge to the edge of the window.
  let face: Rect
  let columns: [Rect]

  init(_ state: State) {
    let page = Layout(state.size).page
    let rows = page.height >= 34 ? 11 : page.height >= 20 ? 9 : page.height >= 10 ? 4 : 2
    face = page.top(rows)
    let air = page.height >= 34 ? 2 : page.height >= 10 ? 1 : 0
    let rest = page.inset(top: rows + air).inset(x: state.margin)
    let count = rest.width >= 104 ? 3 : rest.width >= 66 ? 2 : 1
    let gap = 3
    let width = min(64, (rest.width - gap * (count - 1)) / count)
    columns = (0..<count).map { index in
      Rect(x: rest.x + index * (width + gap), y: rest.y, width: width, height: rest.height)
    }
  }
}

/// The name as large as it fits, what one has of it, and the way in.
private func drawGuestFace(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let phrases = state.phrases
  canvas.brandGround(state.program, in: rect)
  let name = state.program?.name.value(in: state.settings.language) ?? phrases.say(.loginTitle)
  let inner = rect.inset(x: state.margin)
  let isTall = rect.height >= 9
  let top = rect.height >= 11 ? 2 : isTall ? 1 : 0
  let mark = inner.inset(top: top).top(isTall ? 3 : 1)
  let rows = canvas.brandMark(name, in: mark.inset(right: 16))
  canvas.add(Element("guest.title", .heading, name, bounds: mark.top(max(1, rows))))
  let lead = inner.inset(top: top + (isTall ? 4 : 1))
  if lead.height >= 2 {
    canvas.faceLabel("guest.lead", .text, state.guestLead, in: lead, .brandFaceMuted)
  }
  let button = isTall ? lead.inset(top: 2) : inner.bottom(1)
  drawLogInButton(state, in: button.top(1), on: &canvas)
}

func drawLogInButton(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  var place = rect
  place.width = min(place.width, 34)
  canvas.button(
    .logIn, state.phrases.say(.logInOrJoin), in: place, action: .guest(.logIn), isPrimary: true)
}

/// A few rows of each part, as the column has room.
private func drawGuestParts(_ parts: [GuestPart], in rect: Rect, on canvas: inout Canvas) {
  var rest = rect
  for (index, part) in parts.enumerated() {
    // Those that come after it have a few rows each.
    let others = parts.dropFirst(index + 1).reduce(0) { $0 + 2 + min(4, $1.rows.count) }
    let share = max(min(rest.height, 4), rest.height - others)
    guard rest.height >= 2 else { return }
    canvas.section(part.head, in: rest)
    rest = rest.inset(top: 1)
    var rows = part.rows
    var used = 1
    // The first as a card where there is room for its picture.
    if index == 0, share >= 17, rest.width >= 30, let first = rows.first {
      let height = max(8, min(Picture.rows(of: rest.width) + 2, share / 2))
      canvas.tile(first, in: rest.top(height))
      rest = rest.inset(top: height + 1)
      used += height + 1
      rows.removeFirst()
    }
    let shown = rows.prefix(max(0, min(rest.height, share - used)))
    let column = shown.map { displayWidth(of: $0.value) }.max() ?? 0
    for row in shown {
      canvas.linkRow(row, column: column, in: rest)
      rest = rest.inset(top: 1)
    }
    rest = rest.inset(top: 1)
  }
}
