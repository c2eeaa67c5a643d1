public import Content
import HTTPTypes
public import Loyalty

/// Body of `PUT /v1/admin/screens/{id}/presence`.
public struct Presence: Codable, Equatable, Sendable {
  /// The block that the editor is in.
  @Nullable public var block: Block.ID?

  public init(block: Block.ID? = nil) {
    self.block = block
  }

  /// Seconds after which an editor who has not said so again is taken to have left.
  public static let lifetime: Int64 = 45
}

/// Answer of `PUT /v1/admin/screens/{id}/presence`: who else has the screen open.
public struct ScreenEditors: Codable, Equatable, Sendable {
  public var editors: [ScreenEditor]
  /// The screen's present entity tag: who has another one knows that it was saved meanwhile.
  public var etag: String

  public init(editors: [ScreenEditor], etag: String) {
    self.editors = editors
    self.etag = etag
  }
}

public struct ScreenEditor: Codable, Equatable, Sendable {
  public var author: Screen.Author
  @Nullable public var block: Block.ID?
  public var since: Instant

  public init(author: Screen.Author, block: Block.ID?, since: Instant) {
    self.author = author
    self.block = block
    self.since = since
  }
}

extension Endpoint {
  static let ofPresence: [Endpoint] = [.announceEditor, .dismissEditor]

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
}

extension Schema {
  static let presence: [String: JSON] = [
    "Presence": object(
      "Where somebody is editing.", [:],
      optional: ["block": nullable(text("The block's id."))]),
    "ScreenEditors": object(
      "Who else has a screen open.",
      ["editors": list(of: reference("ScreenEditor")), "etag": text("The screen's, now.")]),
    "ScreenEditor": object(
      "Somebody who has a screen open.",
      ["author": reference("Author"), "block": nullable(string), "since": instant]),
  ]
}

extension Sample {
  static let presence = [
    Sample("Presence", Presence(block: .init("b"))),
    Sample("Presence", Presence()),
    Sample(
      "ScreenEditors",
      ScreenEditors(
        editors: [nil, .init("b")].map { ScreenEditor(author: author, block: $0, since: now) },
        etag: "\"a\"")),
  ]
}
