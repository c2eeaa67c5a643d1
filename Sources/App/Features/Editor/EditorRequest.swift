public import Content
public import Loyalty

/// What the editor reads from the local store.
public enum EditorLoad: Equatable, Sendable {
  /// What is kept of an earlier sitting.
  case draft(Screen.ID)
  /// What blocks can be for, as it was known here last.
  case choices
}

/// What the editor keeps in the local store.
public enum EditorChange: Equatable, Sendable {
  case draft(EditedDraft)
  /// Forgets what is kept of a screen here.
  case forget(Screen.ID)
}

/// What the editor asks of the server.
public enum EditorRequest: Equatable, Sendable {
  /// A screen as it is edited.
  case open(Screen.ID)
  /// All that is published of a screen, whoever it is for.
  case whole(Screen.ID)
  /// To save over what the server had last; somebody else's save in between is an event.
  case save(ScreenSave)
  /// To put what the server has into the app, or to take it out.
  ///
  /// Without a moment it is now.
  case publish(Screen, at: Instant?)
  case unpublish(Screen)
  case cancelPlan(Screen)
  /// To hear that the screen is open here, and to say who else has it open.
  case announce(Screen.ID, at: Block.ID?)
  case dismiss(Screen.ID)
  /// What others have saved.
  case refresh(Screen.ID)
  /// To keep a picture.
  case putPicture(PictureFile, attempt: Int)
  /// What blocks can be for.
  case choices
  case revisions(Screen.ID)
  case revision(ScreenRevision.ID)
  /// To make an old revision the newest, over what the server has.
  case revert(Screen, ScreenRevision.ID)
}
