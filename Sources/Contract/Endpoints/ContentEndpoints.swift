import Content
import HTTPTypes
import Loyalty

/// Screens, as everybody reads them and as editors write them.
extension Endpoint {
  static let screens = Endpoint(
    .get, "/v1/screens", .guestOrMember, needs: [], feature: nil,
    answer: .tagged("ScreenPage"),
    id: "listScreens",
    summary: "The published screens with the blocks that are for who asks."
  ) { _ in .screens }

  static let screen = Endpoint(
    .get, "/v1/screens/{slug}", .guestOrMember, needs: [], feature: nil,
    path: "ScreenSlug",
    answer: .tagged("Screen"),
    id: "getScreen",
    summary: "A published screen."
  ) { .screen(slug: $0.name) }

  static let drafts = Endpoint(
    .get, "/v1/admin/screens", .staff(.editor), needs: [], feature: nil,
    answer: .tagged("ScreenPage"),
    id: "listDrafts",
    summary: "All screens as they are edited, without their blocks."
  ) { _ in .drafts }

  static let contentChoices = Endpoint(
    .get, "/v1/admin/content-choices", .staff(.editor), needs: [], feature: nil,
    answer: .tagged("ContentChoices"),
    id: "getContentChoices",
    summary: "What blocks can be for, and whose clock counts."
  ) { _ in .contentChoices }

  static let createScreen = Endpoint(
    .post, "/v1/admin/screens", .staff(.editor), needs: .key, feature: nil,
    body: .screen, answer: .created("Screen"), problems: [.limitReached],
    id: "createScreen",
    summary: "A new screen, which nobody sees before it is published."
  ) { _ in .createScreen }

  static let draft = Endpoint(
    .get, "/v1/admin/screens/{id}", .staff(.editor), needs: [], feature: nil,
    path: "ScreenID",
    answer: .tagged("Screen"),
    id: "getDraft",
    summary: "A screen as it is edited."
  ) { .draft(Screen.ID($0.name)) }

  static let saveDraft = Endpoint(
    .put, "/v1/admin/screens/{id}", .staff(.editor), needs: .ifMatch, feature: nil,
    path: "ScreenID",
    body: .screen, answer: .fresh("Screen"),
    id: "saveDraft",
    summary: "Put a whole content in place of the one before, as a new revision; the same "
      + "content again is no revision."
  ) { .saveDraft(Screen.ID($0.name)) }

  static let deleteScreen = Endpoint(
    .delete, "/v1/admin/screens/{id}", .staff(.publisher), needs: .ifMatch, feature: nil,
    path: "ScreenID",
    answer: .nothing,
    id: "deleteScreen",
    summary: "Delete a screen with its revisions."
  ) { .deleteScreen(Screen.ID($0.name)) }

  static let publish = Endpoint(
    .post, "/v1/admin/screens/{id}/publication", .staff(.publisher), needs: .ifMatch, feature: nil,
    path: "ScreenID",
    body: .json("Publication"), answer: .fresh("Screen"), problems: [.publishBlocked],
    id: "publishScreen",
    summary: "Show the newest revision in the app, now or at a time."
  ) { .publish(Screen.ID($0.name)) }

  static let unpublish = Endpoint(
    .delete, "/v1/admin/screens/{id}/publication", .staff(.publisher), needs: .ifMatch,
    feature: nil,
    path: "ScreenID",
    answer: .fresh("Screen"),
    id: "unpublishScreen",
    summary: "Take the screen out of the app, and back what was to be published later."
  ) { .unpublish(Screen.ID($0.name)) }

  static let cancelPlan = Endpoint(
    .delete, "/v1/admin/screens/{id}/plan", .staff(.publisher), needs: .ifMatch, feature: nil,
    path: "ScreenID",
    answer: .fresh("Screen"),
    id: "cancelPlan",
    summary: "Take back what was to be published later; the app shows what it shows."
  ) { .cancelPlan(Screen.ID($0.name)) }

  static let revisions = Endpoint(
    .get, "/v1/admin/screens/{id}/revisions", .staff(.editor), needs: [], feature: nil,
    path: "ScreenID",
    answer: .fresh("ScreenRevisionPage"),
    id: "listRevisions",
    summary: "The screen's revisions, newest first, without contents: the newest "
      + "\(ContentLimits.revisions), the one in the app and the planned one. A save removes older "
      + "ones."
  ) { .revisions(Screen.ID($0.name)) }

  static let revision = Endpoint(
    .get, "/v1/admin/revisions/{id}", .staff(.editor), needs: [], feature: nil,
    path: "RevisionID",
    answer: .fresh("ScreenRevision"),
    id: "getRevision",
    summary: "A revision with its content; 404 when it is too old to be kept."
  ) { .revision(ScreenRevision.ID($0.name)) }

  static let revert = Endpoint(
    .post, "/v1/admin/screens/{id}/revert", .staff(.editor), needs: .ifMatch, feature: nil,
    path: "ScreenID",
    body: .json("Revert"), answer: .fresh("Screen"),
    id: "revertScreen",
    summary: "Make the content of an old revision the newest one."
  ) { .revert(Screen.ID($0.name)) }

  static let announceEditor = Endpoint(
    .put, "/v1/admin/screens/{id}/presence", .staff(.editor), needs: [], feature: nil,
    path: "ScreenID",
    body: .json("Presence"), answer: .fresh("ScreenEditors"),
    id: "announceEditor",
    summary: "Say that the screen is open in an editor; hear who else."
  ) { .announceEditor(Screen.ID($0.name)) }

  static let dismissEditor = Endpoint(
    .delete, "/v1/admin/screens/{id}/presence", .staff(.editor), needs: [], feature: nil,
    path: "ScreenID",
    answer: .nothing,
    id: "dismissEditor",
    summary: "Say that the screen is no longer open in an editor."
  ) { .dismissEditor(Screen.ID($0.name)) }

  static let ofContent: [Endpoint] = [
    .screens, .screen, .drafts, .contentChoices, .createScreen, .draft, .saveDraft, .deleteScreen,
    .publish, .unpublish, .cancelPlan, .revisions, .revision, .revert, .announceEditor,
    .dismissEditor,
  ]
}
