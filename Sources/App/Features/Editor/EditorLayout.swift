import Cells
import Content
import Loyalty

/// How the editor is divided: outline, fields and preview side by side where there is room, two of
/// them on a usual screen, one on a small one.
struct EditorLayout {
  let header: Rect
  let foot: Rect
  var outline: Rect?
  var fields: Rect?
  var preview: Rect?

  /// Columns of the phone, with its frame.
  static func phone(_ state: State) -> Int { (state.travel?.width ?? 38) + 4 }
  /// Columns that outline and fields keep beside the phone.
  private static let desk = 60

  init(_ state: State) {
    let all = Rect(state.size)
    header = all.top(state.size.height >= 4 ? 1 : 0)
    foot = all.bottom(state.size.height >= 6 ? 1 : 0)
    let body = all.inset(top: header.height, bottom: foot.height)
    let width = body.width
    let isPreviewing = state.editor?.isPreviewing ?? false
    if width >= 110 {
      let phone = min(EditorLayout.phone(state) + 2, width - EditorLayout.desk)
      preview = body.inset(left: width - phone)
      let rest = body.inset(right: phone)
      let column = min(36, rest.width * 2 / 5)
      outline = rest.inset(right: rest.width - column)
      fields = rest.inset(left: column + 1)
    } else if width >= 70 {
      outline = body.inset(right: width - 30)
      let rest = body.inset(left: 31)
      if isPreviewing { preview = rest } else { fields = rest }
    } else if isPreviewing {
      preview = body
    } else if state.editor?.pane == .fields {
      fields = body
    } else {
      outline = body
    }
  }

  /// Where the rows of the outline stand, below its title.
  static func blocks(in outline: Rect) -> Rect { outline.inset(top: outline.height >= 4 ? 1 : 0) }

  /// Columns in which a text is written.
  var textWidth: Int { max(1, (fields?.width ?? 1) - 4) }
}

extension State {
  /// Brings what is chosen to the screen.
  mutating func keepEditorVisible() {
    guard editor != nil else { return }
    let layout = EditorLayout(self)
    let (selection, rows, count) = (editor?.selection ?? 0, editor?.rows ?? 1, editorFields.count)
    editor?.outline.selection = selection
    if let outline = layout.outline {
      editor?.outline.scrollToSelection(count: rows, height: outline.height - 1)
    }
    if let fields = layout.fields {
      editor?.field.scrollToSelection(count: count, height: max(1, fields.height - 4))
    }
    keepChoiceVisible()
  }

  /// The same for what covers the outline and the fields.
  private mutating func keepChoiceVisible() {
    let height = pickerRows
    if let count = pickerCount { editor?.picker.scrollToSelection(count: count, height: height) }
    if let count = editor?.revisions.all?.count {
      editor?.revisions.list.scrollToSelection(count: count, height: height)
    }
  }

  /// Rows of the picker that is on top; `nil` when none is.
  var pickerCount: Int? {
    switch editorSheet {
    case .kinds: Block.Kind.all.count
    case .targets: filteredTargets.count
    case .names: nameChoices.count
    case .main, .leaving, .conflict, .picture, .publishing, .plan, .revisions, .difference, nil: nil
    }
  }

  /// Rows of a picker.
  var pickerRows: Int { sheetRows }
}
