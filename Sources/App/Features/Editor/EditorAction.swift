public import Content
public import Loyalty

/// What a person can ask of the editor.
public enum EditorAction: Equatable, Sendable {
  /// Opens a content screen in the editor.
  case open(Screen.ID)
  /// The same for the screen that is looked at.
  case openHere
  /// A row of the outline: 0 is the screen itself.
  case select(Int)
  case focusField(Int)
  /// Begins to write in the chosen field, or goes on to its next value.
  case write
  /// The next value of the chosen field, or the one before; else to the pane on that side.
  case step(Int)
  /// To the other pane.
  case pane
  /// To the next field, writing.
  case nextField
  case add
  case retype
  case pickKind(Int)
  case pickTarget(Int)
  /// Puts a name on the list of the chosen field, or takes it off.
  case pickName(Int)
  case duplicate
  case delete
  /// Down or up by so many places.
  case move(Int)
  case undo
  case redo
  /// Shows or hides the preview where there is no room for it beside the fields.
  case preview
  /// The chosen text in the person's own editor.
  case writeOutside
  case save
  /// Leaves; asks first when something is not on the server.
  case leave
  case leaveKeeping
  case leaveSaving
  case discard
  case conflict(ConflictAction)
  case picture(PictureChoiceAction)
  case showRevisions
  case revisionsAction(RevisionsAction)
  case showPublishing
  case publish
  /// Opens the form with a moment.
  case plan
  case submitPlan
  /// Takes back what was to be published later.
  case cancelPlan
  /// Takes the screen out of the app.
  case unpublish
}

/// What covers the editor, and the editor itself.
public enum EditorSheet: Equatable, Sendable {
  case main
  /// Which kind of block: for a new one, or in place of the chosen one's.
  case kinds(isRetyping: Bool)
  /// What an action leads to.
  case targets
  /// For whom a block is: any of a few names.
  case names
  case leaving
  case conflict
  /// Which picture a block shows.
  case picture
  case publishing
  case plan
  case revisions
  case difference
}

extension State {
  /// What of the editor is on top.
  var editorSheet: EditorSheet? {
    if case .editor(let sheet) = sheets.last { sheet } else { nil }
  }
}

/// A screen that is being edited, and what the edit began with.
public struct EditedDraft: Equatable, Sendable {
  public var base: Screen
  public var screen: Screen
  /// When it was kept on this machine.
  public var keptAt: Instant?
  /// How many times it was kept; whoever writes over another number has missed something.
  public var generation: Int

  public init(base: Screen, screen: Screen, keptAt: Instant? = nil, generation: Int = 0) {
    self.base = base
    self.screen = screen
    self.keptAt = keptAt
    self.generation = generation
  }
}

/// What comes back to the editor.
public enum EditorEvent: Equatable, Sendable {
  /// - seed: begins the ids of new blocks in this sitting, which no other has.
  case opened(EditedDraft, seed: String)
  /// Nothing is kept here of an earlier sitting.
  case nothingKept(Screen.ID)
  case wholeLoaded(Screen)
  case choicesLoaded(ContentChoices)
  case kept(generation: Int, at: Instant)
  /// Another window has kept its own changes meanwhile.
  case keptElsewhere(EditedDraft)
  case notKept(Trouble)
  /// It is on the server, with what others had changed (and who they are) merged in.
  case saved(EditedDraft, mergedWith: String?)
  case published(Screen)
  /// Who else has the screen open.
  ///
  /// - etag: of what the server has now.
  case met(Screen.ID, [Colleague], etag: String)
  case refreshed(Screen)
  /// What was to be looked at cannot be brought.
  case notBrought(Trouble)
  case revisionsLoaded([ScreenRevision])
  case revisionLoaded(ScreenRevision)
  /// A save was refused for this reason, as somebody else was first; and what the server has now.
  case overtaken(ScreenSave, by: Screen, Trouble)
  case picture(PictureFileEvent)
  case writtenOutside(String)
  case outsideFailed(OutsideFailure)
}

/// Why the person's own editor changed nothing.
public enum OutsideFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Neither `VISUAL` nor `EDITOR` names one, and there is no `vi`.
  case missing
  /// It ended with an error, or was killed.
  case failed
  /// What it wrote is no text in UTF-8, or too long.
  case unreadable
  /// There is no terminal to open it in.
  case noTerminal

  /// For the log.
  public var description: String {
    switch self {
    case .missing: "there is no editor"
    case .failed: "the editor failed"
    case .unreadable: "the editor wrote no text"
    case .noTerminal: "there is no terminal for an editor"
    }
  }
}

extension EditorAction {
  var access: Access {
    switch self {
    case .publish, .unpublish, .submitPlan, .cancelPlan:
      .publisher.needing(server: .publishOffline)
    case .plan: .publisher
    case .open, .openHere, .select, .focusField, .write, .step, .pane, .nextField, .add, .retype,
      .pickKind, .pickTarget, .pickName, .duplicate, .delete, .move, .undo, .redo, .preview,
      .writeOutside, .save, .leave, .leaveKeeping, .leaveSaving, .discard, .conflict,
      .picture, .showRevisions, .revisionsAction, .showPublishing:
      .editor
    }
  }

  /// Whether it needs no editor that is open already.
  var opensEditor: Bool {
    if case .open = self { true } else { self == .openHere }
  }
}
