import Cells
import Loyalty

extension FeatureDescription {
  static let editor = FeatureDescription(
    deadline: {
      [$0.editorDeadline, $0.presenceDeadline, $0.pictureDeadline].compactMap(\.self).min()
    },
    pass: {
      $0.passEditorDeadline() + $0.passPresenceDeadline() + $0.passPictureDeadline()
    },
    moveMoments: { milliseconds, state in
      state.editor?.keeping.pendingSince?.move(milliseconds)
      state.editor?.announceAt?.move(milliseconds)
      state.editor?.pictureChoice?.lookAt?.move(milliseconds)
    }, rereads: [.editor(.choices)], settle: { $1.settlePicture() },
    asks: { $0.announce() + $0.choicesLoads })
}

extension EditorSheet {
  var surface: Surface {
    var surface = described
    surface.input = handleEditor
    return surface
  }

  private var described: Surface {
    switch self {
    case .main:
      Surface(
        commands: EditorSheet.commands, scopes: [.anywhere], list: moved,
        draw: drawEditor)
    case .kinds(let isRetyping):
      Surface(scopes: [.anywhere], list: moved) { drawKinds(isRetyping: isRetyping, $0, on: &$1) }
    case .targets:
      Surface(scopes: [.anywhere], list: moved, line: \.targetFilterLine, draw: drawTargets)
    case .names:
      // The space bar ticks a name.
      Surface(
        scopes: [.anywhere], list: moved, enterKeys: [.character(" ")], draw: drawNames)
    case .leaving: Surface(kind: .panel, draw: drawLeaving)
    case .conflict:
      Surface(commands: EditorSheet.conflictCommands, scopes: [.anywhere], draw: drawConflict)
    case .picture:
      Surface(kind: .panel, back: { $0.cancelPicture() }, draw: drawPictureSheet)
    case .publishing: Surface(kind: .panel, draw: drawPublishing)
    case .plan: Surface(kind: .panel, keepsWords: true, draw: drawPlan)
    case .revisions:
      Surface(
        commands: EditorSheet.revisionCommands, scopes: [.anywhere], list: moved,
        loads: \.revisionsLoads, draw: drawRevisions)
    case .difference:
      Surface(
        commands: EditorSheet.differenceCommands, scopes: [.anywhere], list: moved,
        draw: drawDifference)
    }
  }

  private var moved: SurfaceList {
    SurfaceList(
      move: { move, state in
        state.moveInEditor(move)
        return []
      }, keepVisible: { $0.keepEditorVisible() })
  }
}
