import Cells
import Themes

/// Draws the form of the topmost sheet: labels in a column, what is wrong below its field, and the
/// button; where there is no room for all, the part around the caret.
///
/// - Returns: the place that is left below.
@discardableResult
func drawForm(_ state: State, in rect: Rect, on canvas: inout Canvas) -> Rect {
  guard let form = state.openForm, !rect.isEmpty else { return rect }
  let layout = FormLayout(form, state, rect)
  var rest = rect
  for (place, field) in form.fields.enumerated() where place >= layout.first {
    guard rest.height > 1 else { break }
    rest = rest.inset(top: drawField(field, layout, state, in: rest, on: &canvas))
  }
  // What can be typed and what sends it are kept apart where one row is to spare.
  if !layout.isAiry, layout.hasAir { rest = rest.inset(top: 1) }
  canvas.button(
    "form.submit", state.phrases.say(form.submitTitle),
    in: rest.inset(left: layout.column).centered(width: rest.width), action: form.submit,
    isEnabled: !form.isBusy, isPrimary: true)
  return rest.inset(top: 2)
}

/// Rows that the open form takes with room between its fields.
func formRows(_ state: State, width: Int) -> Int {
  guard let form = state.openForm else { return 0 }
  let column = FormLayout.column(form, state, width)
  return form.fields.reduce(1) {
    $0 + 2 + FormLayout.problemLines($1, state, width - column).count
  }
}

private struct FormLayout {
  /// Columns of the labels; 0 where a label has no room and stands in its field.
  let column: Int
  /// Whether there is a row between the fields.
  let isAiry: Bool
  /// Whether there is one above the button.
  let hasAir: Bool
  /// The first field that is drawn.
  let first: Int

  init(_ form: Form, _ state: State, _ rect: Rect) {
    let column = FormLayout.column(form, state, rect.width)
    let heights = form.fields.map {
      1 + FormLayout.problemLines($0, state, rect.width - column).count
    }
    let total = heights.reduce(1, +)
    isAiry = total + heights.count <= rect.height
    hasAir = total < rect.height
    let focused = form.fields.firstIndex { $0.id == state.focus }
    let caret = focused ?? (state.focus == nil ? 0 : form.fields.count - 1)
    var first = 0
    while first < caret, heights[first...caret].reduce(1, +) > rect.height { first += 1 }
    self.first = first
    self.column = column
  }

  static func column(_ form: Form, _ state: State, _ width: Int) -> Int {
    guard width >= 30 else { return 0 }
    let widest = form.fields.map { displayWidth(of: state.phrases.say($0.label)) }.max() ?? 0
    return min(widest + 2, width / 2 - 2)
  }

  static func problemLines(_ field: Form.Field, _ state: State, _ width: Int) -> [String] {
    field.problem.map { wrapped(state.say($0), width: max(1, width), maxLines: 3) } ?? []
  }
}

/// - Returns: the rows that it took.
private func drawField(
  _ field: Form.Field, _ layout: FormLayout, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) -> Int {
  let label = state.phrases.say(field.label)
  if layout.column > 0 {
    canvas.write(label, in: rect.top(1).inset(right: rect.width - layout.column + 1), .sheetMuted)
  }
  let box = rect.top(1).inset(left: layout.column)
  switch field.content {
  case .text(let text):
    let placeholder = layout.column == 0 ? label : field.placeholder.map { state.phrases.say($0) }
    let zone = field.isMoment ? state.zoneWords(at: state.instant(text.text) ?? state.now) : ""
    drawInput(
      field.id, zone.isEmpty ? label : "\(label) (\(zone))", field.isSecret ? text.masked : text,
      placeholder: placeholder ?? "", state, in: box, on: &canvas)
    let room = box.width - displayWidth(of: text.text.isEmpty ? placeholder ?? "" : text.text) - 4
    if !zone.isEmpty, room >= displayWidth(of: zone) {
      canvas.write(
        zone, in: box.inset(left: box.width - displayWidth(of: zone) - 1), .placeholder)
    }
  case .choice(let choices, let chosen):
    let title = choices.indices.contains(chosen) ? state.say(choices[chosen].title) : ""
    let isFocused = canvas.isFocused(field.id)
    canvas.fill(box, isFocused ? .fieldFocused : .field)
    canvas.write(
      isFocused ? "‹ \(title) ›" : title, in: box.inset(x: box.width >= 8 ? 1 : 0),
      isFocused ? .fieldFocused : .field)
    canvas.add(
      Element(
        field.id, .button, "\(label): \(title)", bounds: box, action: .form(.choose(field.id, 1))))
  }
  var rows = 1
  if let problem = field.problem, rect.height > 2 {
    let place = rect.inset(left: layout.column, top: 1, bottom: 1)
    rows += canvas.paragraph(
      Element.ID(rawValue: "\(field.id.rawValue).problem"), state.say(problem), in: place,
      .sheetNegative)
  }
  return rows + (layout.isAiry ? 1 : 0)
}
