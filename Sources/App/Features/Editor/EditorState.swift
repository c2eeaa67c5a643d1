public import Content
public import Loyalty

/// A screen that is being edited.
public struct EditorState: Equatable, Sendable {
  /// As the server had it when this edit began, with its entity tag.
  public internal(set) var base: Screen
  /// As it is now.
  public private(set) var screen: Screen
  /// The row of the outline: 0 is the screen itself, then its blocks.
  var selection = 0
  /// The first row of the outline on the screen.
  var outline = ListState()
  /// The chosen field of the selected row.
  var field = ListState() {
    didSet { if field.selection != oldValue.selection { text = nil } }
  }
  var pane = Pane.outline {
    didSet {
      hasEscaped = false
      if pane == .outline { text = nil }
    }
  }
  /// Whether Esc has ended the writing: letters are commands again, although a field is chosen.
  var hasEscaped = false
  var isPreviewing = false
  /// What is being written; `nil` while nothing has the caret.
  var text: TextArea?
  /// Where it stands in the block, or in the screen.
  var writtenPath: [String] = []
  /// Of the picker on top.
  var picker = ListState()
  var filter = TextField(limit: 60)
  var keeping = Keeping()
  /// While the server is asked to save.
  var isSaving = false
  /// What it was asked to save.
  var sent: Screen?
  /// What others have saved, as long as it is not settled with what is here.
  public internal(set) var conflict: ConflictState?
  var leavesWhenSaved = false
  /// Whether somebody asked for it while it was under way.
  var savesAgain = false
  var revisions = RevisionsState()
  /// The picture that is being chosen.
  var pictureChoice: PictureChoice?
  /// Files that were looked at in this sitting, by their digests.
  var pictureFiles: [String: PictureFile] = [:]
  /// Others who have the screen open.
  var colleagues: [Colleague] = []
  /// When the server hears next that it is open here.
  var announceAt: Instant?
  /// What others have saved that cannot be merged with what is here.
  var contested: Screen?
  /// Where a block that is dragged would go.
  var dragTarget: Int?
  var draggedFrom: Int?
  /// What is wrong with the screen.
  private(set) var findings: [Finding] = []
  private var checked: Checked?
  private(set) var history = EditHistory()
  private let seed: String
  private var made = 0
  private var pictureAttempts = 0

  enum Pane: Equatable, Sendable {
    case outline
    case fields
  }

  private struct Checked: Equatable, Sendable {
    var screen: Screen
    var ground: LintGround
  }

  /// Looks anew for what is wrong, when the screen or what it leads to is another one.
  mutating func check(on ground: LintGround) {
    let now = Checked(screen: screen, ground: ground)
    guard checked != now else { return }
    var before: (screen: Screen, findings: [Finding])?
    if let checked, checked.ground == ground { before = (checked.screen, findings) }
    findings = screen.findings(on: ground, since: before)
    checked = now
  }

  /// What is kept on this machine.
  struct Keeping: Equatable, Sendable {
    var kept: Screen
    var at: Instant?
    var generation: Int
    /// Since when something is not kept.
    var pendingSince: Instant?
    var isUnderWay = false
    var hasFailed = false

    init(kept: Screen = Screen(members: [:], blocks: []), at: Instant? = nil, generation: Int = 0) {
      self.kept = kept
      self.at = at
      self.generation = generation
    }
  }

  init(_ draft: EditedDraft, seed: String) {
    base = draft.base
    screen = draft.screen
    keeping = Keeping(kept: draft.screen, at: draft.keptAt, generation: draft.generation)
    self.seed = seed
  }

  /// Whether something is not on the server.
  public var isDirty: Bool { !screen.hasSameContent(as: base) }

  /// The block of the selected row; `nil` for the screen itself.
  var block: Block? {
    screen.blocks.indices.contains(selection - 1) ? screen.blocks[selection - 1] : nil
  }

  public var selected: Block.ID? { block?.id }
  var rows: Int { screen.blocks.count + 1 }

  public mutating func select(_ id: Block.ID) {
    guard let place = screen.blocks.firstIndex(where: { $0.id == id }) else { return }
    select(row: place + 1)
  }

  mutating func select(row: Int) {
    let row = max(0, min(row, rows - 1))
    if row != selection { field = ListState() }
    selection = row
    text = nil
  }

  /// An id that no block of this screen has, nor any of another sitting.
  mutating func freshID() -> Block.ID {
    made += 1
    return Block.ID("\(seed)\(made)")
  }

  /// A number that no other sending of a picture has in this sitting.
  mutating func nextPictureAttempt() -> Int {
    pictureAttempts += 1
    return pictureAttempts
  }

  /// One change, which can be taken back.
  ///
  /// - Parameter typing: what is being typed where: letters of one go are one change.
  mutating func change(
    at now: Instant, typing: [String]? = nil, _ change: (inout Screen) -> Void
  ) {
    var changed = screen
    change(&changed)
    guard changed != screen else { return }
    history.note(screen, selection, typing: typing.map { [selected?.rawValue ?? ""] + $0 }, at: now)
    screen = changed
    if keeping.pendingSince == nil { keeping.pendingSince = now }
  }

  mutating func undo(at now: Instant) {
    guard let (old, row) = history.undo(screen, selection) else { return }
    restore(old, row, at: now)
  }

  mutating func redo(at now: Instant) {
    guard let (next, row) = history.redo(screen, selection) else { return }
    restore(next, row, at: now)
  }

  private mutating func restore(_ other: Screen, _ row: Int, at now: Instant) {
    let id = selected
    screen = other
    selection = max(0, min(row, rows - 1))
    // In another block the same field has another text.
    if selected != id { text = nil }
    if keeping.pendingSince == nil { keeping.pendingSince = now }
  }

  /// Takes over what the server has now, and what is left to be saved over it; what was done before
  /// can still be taken back.
  ///
  /// - Parameter others: what others have changed, from what to what: it is no step of this
  ///   editor's, and stays where steps are taken back.
  mutating func adopt(
    _ screen: Screen, over base: Screen, others: (from: Screen, to: Screen)?, at now: Instant
  ) {
    let id = selected
    var before = self.screen
    if let others {
      before = history.rebase(before, from: others.from, to: others.to)
    }
    // What the server has only put into its canonical form is no step.
    if !screen.hasSameContent(as: before) {
      history.note(before, selection, typing: nil, at: now)
    }
    contested = nil
    // Rows may be others now than when one of them was taken.
    (draggedFrom, dragTarget) = (nil, nil)
    self.base = base
    self.screen = screen.content
    selection = min(selection, rows - 1)
    // The caret stays in the block, wherever it stands now.
    if let id, let place = self.screen.blocks.firstIndex(where: { $0.id == id }) {
      selection = place + 1
    } else {
      text = nil
    }
    keeping.pendingSince = now
  }
}
