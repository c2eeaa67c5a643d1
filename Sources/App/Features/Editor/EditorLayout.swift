import Cells
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
    editor?.outline.show(count: rows, height: (layout.outline?.height ?? 1) - 1)
    editor?.field.show(count: count, height: max(1, (layout.fields?.height ?? 4) - 4))
  }

  /// Rows of a picker.
  var pickerRows: Int { sheetRows }
}
