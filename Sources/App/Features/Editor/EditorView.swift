import Cells
import Content
import Loyalty
import Themes

/// The editor: what there is, what the chosen block says, and how the phone shows it.
func drawEditor(_ state: State, on canvas: inout Canvas) {
  guard let editor = state.editor else { return }
  let layout = EditorLayout(state)
  canvas.fill(canvas.bounds, .background)
  drawEditorHeader(editor, state, in: layout.header, on: &canvas)
  if let outline = layout.outline { drawOutline(editor, state, in: outline, on: &canvas) }
  if let fields = layout.fields { drawFields(editor, state, in: fields, on: &canvas) }
  if let preview = layout.preview { drawPreview(editor, state, in: preview, on: &canvas) }
  drawEditorFoot(state, in: layout.foot, on: &canvas)
}

private func drawEditorHeader(
  _ editor: EditorState, _ state: State, in rect: Rect, on canvas: inout Canvas
) {
  guard !rect.isEmpty else { return }
  canvas.fill(rect, .header)
  let inner = rect.inset(x: rect.width >= 30 ? 1 : 0)
  let status = state.editorStatus(editor)
  let room = max(0, inner.width - displayWidth(of: status) - 2)
  canvas.label(
    "editor.title", .heading, truncated(editor.screen.title(in: state), to: room), in: inner,
    .header)
  let place = inner.inset(left: max(0, inner.width - displayWidth(of: status)))
  canvas.label("editor.status", .status, status, in: place, .header)
}

extension State {
  /// Where the screen stands: on the server, only here, being saved; and what is wrong with it.
  func editorStatus(_ editor: EditorState) -> String {
    var words = [presenceWords].filter { !$0.isEmpty }
    if editor.contested != nil { words.append(phrases.say(.editorContestedShort)) }
    let errors = editor.findings.count { $0.severity == .error }
    if errors > 0 { words.append(phrases.say(.editorErrors, ["count": String(errors)])) }
    if editor.isSaving {
      words.append(phrases.say(.editorSaving))
    } else if !editor.isDirty {
      words.append(phrases.say(.editorOnServer, ["revision": String(editor.base.revision)]))
    } else if editor.keeping.hasFailed {
      words.append(phrases.say(.editorUnkept))
    } else if editor.keeping.pendingSince == nil, let at = editor.keeping.at {
      let time = phrases.moment(at, now: now, in: settings.zone)
      words.append(phrases.say(.editorKept, ["time": time]))
    } else {
      words.append(phrases.say(.editorChanged))
    }
    return words.joined(separator: " · ")
  }

  /// After each event: drawing looks at what was found.
  mutating func checkEdited() {
    guard editor != nil else { return }
    let ground = lintGround
    editor?.check(on: ground)
  }

  /// What the screens are checked against, as far as it is known here.
  var lintGround: LintGround {
    var slugs = Set((screens.contents.screens ?? []).map(\.slug))
    if let slug = editor?.screen.slug { slugs.insert(slug) }
    return LintGround(
      languages: contentLanguages, screens: screens.contents.screens == nil ? nil : slugs,
      rewards: rewards.contents.rewards.map { Set($0.map(\.id.rawValue)) },
      shops: shops.contents.shops.map { Set($0.map(\.id.rawValue)) },
      tiers: screens.choices.map { Set($0.tiers) },
      segments: screens.choices.map { Set($0.segments) })
  }
}

/// What the keys do here, as many of them as fit.
private func drawEditorFoot(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  canvas.fill(rect, .bar)
  var hints: [Hint] = []
  let commands = state.takesLetters ? EditorSheet.writingCommands : EditorSheet.commands
  for command in commands where command.isHinted && command.when(state) {
    let title = state.phrases.say(command.label(state) ?? command.title)
    var (key, action) = (command.key.replacing("Ctrl-", with: "^"), command.action)
    if let last = hints.last, last.title == title {
      hints.removeLast()
      (key, action) = ("\(last.key) \(key)", last.action ?? action)
    }
    let id = Element.ID(rawValue: "editor.hint.\(key)")
    hints.append(Hint(id: id, key: key, title: title, action: action))
  }
  canvas.hintLine(hints, gap: 2, in: rect.inset(x: 1), on: .bar)
}
