import Content
import HTTPTypes
public import Loyalty

/// Body of `POST /v1/admin/screens/{id}/publication`.
public struct Publication: Codable, Equatable, Sendable {
  /// When the newest revision is to be published; `nil` is now.
  @Nullable public var at: Instant?

  public init(at: Instant? = nil) {
    self.at = at
  }
}

extension Endpoint {
  static let ofPublications: [Endpoint] = [.publish, .unpublish, .cancelPlan]

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
}

extension Schema {
  static let publications: [String: JSON] = [
    "Publication": object(
      "When to publish; null is now.", [:], optional: ["at": nullable(instant)])
  ]
}

extension Sample {
  static let publications = [
    Sample("Publication", Publication()),
    Sample("Publication", Publication(at: now)),
  ]
}
