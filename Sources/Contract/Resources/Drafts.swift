public import Content
import HTTPTypes
public import Loyalty

/// What `edit_conflict` (412) says beside the problem: the screen as it is now.
public struct StaleEdit: Codable, Equatable, Sendable {
  public var etag: String
  public var revision: Int
  /// Who saved it.
  @Nullable public var author: Screen.Author?
  /// Blocks that are not as they were in the revision that the client named, when it is known.
  public var changedBlocks: [Block.ID]

  public init(etag: String, revision: Int, author: Screen.Author?, changedBlocks: [Block.ID]) {
    self.etag = etag
    self.revision = revision
    self.author = author
    self.changedBlocks = changedBlocks
  }

  enum CodingKeys: String, CodingKey {
    case etag
    case revision
    case author
    case changedBlocks = "changed_blocks"
  }
}

extension Endpoint {
  static let ofDrafts: [Endpoint] = [.drafts, .createScreen, .draft, .saveDraft, .deleteScreen]

  static let drafts = Endpoint(
    .get, "/v1/admin/screens", .staff(.editor), needs: [], feature: nil,
    answer: .tagged("ScreenPage"),
    id: "listDrafts",
    summary: "All screens as they are edited, without their blocks."
  ) { _ in .drafts }

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
}

extension Schema {
  static let drafts: [String: JSON] = [
    "StaleEdit": object(
      "The screen as it is now, when it is not as the client thought.",
      [
        "etag": text("With its quotes."), "revision": whole("From 1."),
        "author": nullable(reference("Author")), "changed_blocks": list(of: id),
      ])
  ]
}

extension Sample {
  static let drafts = [
    Sample("StaleEdit", StaleEdit(etag: "\"a\"", revision: 1, author: nil, changedBlocks: [])),
    Sample(
      "StaleEdit",
      StaleEdit(etag: "\"a\"", revision: 3, author: author, changedBlocks: [.init("b")])),
  ]
}
