import Content

extension Route {
  /// What the document says about a route of content screens.
  var contentOperation: Operation {
    switch self {
    case .screens:
      Operation(
        id: "listScreens", summary: "The published screens with the blocks that are for who asks.",
        answer: "ScreenPage", isRevalidated: true)
    case .screen:
      Operation(
        id: "getScreen", summary: "A published screen.", answer: "Screen", isRevalidated: true)
    case .drafts:
      Operation(
        id: "listDrafts", summary: "All screens as they are edited, without their blocks.",
        answer: "ScreenPage", isRevalidated: true)
    case .contentChoices:
      Operation(
        id: "getContentChoices", summary: "What blocks can be for, and whose clock counts.",
        answer: "ContentChoices", isRevalidated: true)
    case .createScreen:
      Operation(
        id: "createScreen", summary: "A new screen, which nobody sees before it is published.",
        body: "Screen", status: 201, answer: "Screen", problems: [.limitReached])
    case .draft:
      Operation(
        id: "getDraft", summary: "A screen as it is edited.", answer: "Screen",
        isRevalidated: true)
    case .saveDraft:
      Operation(
        id: "saveDraft",
        summary: "Put a whole content in place of the one before, as a new revision; the same "
          + "content again is no revision.",
        body: "Screen", answer: "Screen")
    case .deleteScreen:
      Operation(
        id: "deleteScreen", summary: "Delete a screen with its revisions.", status: 204)
    case .publish:
      Operation(
        id: "publishScreen", summary: "Show the newest revision in the app, now or at a time.",
        body: "Publication", answer: "Screen", problems: [.publishBlocked])
    case .unpublish:
      Operation(
        id: "unpublishScreen",
        summary: "Take the screen out of the app, and back what was to be published later.",
        answer: "Screen")
    case .cancelPlan:
      Operation(
        id: "cancelPlan",
        summary: "Take back what was to be published later; the app shows what it shows.",
        answer: "Screen")
    case .revisions:
      Operation(
        id: "listRevisions",
        summary: "The screen's revisions, newest first, without contents: the newest "
          + "\(ContentLimits.revisions), the one in the app and the planned one. A save removes older "
          + "ones.",
        answer: "ScreenRevisionPage")
    case .revision:
      Operation(
        id: "getRevision",
        summary: "A revision with its content; 404 when it is too old to be kept.",
        answer: "ScreenRevision")
    case .revert:
      Operation(
        id: "revertScreen", summary: "Make the content of an old revision the newest one.",
        body: "Revert", answer: "Screen")
    case .announceEditor:
      Operation(
        id: "announceEditor", summary: "Say that the screen is open in an editor; hear who else.",
        body: "Presence", answer: "ScreenEditors")
    default:
      Operation(
        id: "dismissEditor", summary: "Say that the screen is no longer open in an editor.",
        status: 204)
    }
  }
}
