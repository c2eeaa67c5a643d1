public import Content
import HTTPTypes
public import Loyalty

/// Body of `POST /v1/admin/screens/{id}/revert`.
public struct Revert: Codable, Equatable, Sendable {
  /// The revision whose content becomes a new revision.
  public var revision: ScreenRevision.ID

  public init(revision: ScreenRevision.ID) {
    self.revision = revision
  }
}

extension Endpoint {
  static let ofRevisions: [Endpoint] = [.revisions, .revision, .revert]

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
}

extension Schema {
  static let revisions: [String: JSON] = [
    "ScreenRevision": object(
      "One save of a screen.",
      [
        "id": id, "screen": id, "number": whole("From 1."), "author": reference("Author"),
        "created_at": instant,
        "reverts": nullable(whole("The number of the revision that it brought back.")),
        "published_at": nullable(instant),
        "content": nullable(reference("Screen")),
      ]),
    "ScreenRevisionPage": page(of: "ScreenRevision"),
    "Revert": object("Which revision to bring back.", ["revision": id]),
  ]
}

extension Sample {
  static let revisions = [
    Sample("ScreenRevision", revision),
    Sample(
      "ScreenRevisionPage",
      page([
        ScreenRevision(
          id: .init("r"), screen: .init("s"), number: 1, author: author, createdAt: now)
      ])),
    Sample("Revert", Revert(revision: .init("rev_1"))),
  ]

  private static let revision = ScreenRevision(
    id: .init("r"), screen: .init("s"), number: 7, author: author, createdAt: now, reverts: 3,
    publishedAt: now, content: screen.content)
}
