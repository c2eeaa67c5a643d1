import HTTPTypes
import Loyalty

/// What the business says to everybody.
extension Endpoint {
  static let health = Endpoint(
    .get, "/v1/health", .everybody, needs: [], feature: nil,
    answer: .fresh("Health"),
    id: "getHealth",
    summary: "Whether the server is there."
  ) { _ in .health }

  static let bootstrap = Endpoint(
    .get, "/v1/bootstrap", .everybody, needs: [], feature: nil,
    answer: .tagged("Bootstrap"),
    id: "getBootstrap",
    summary: "The program, its brand and the versions that are served."
  ) { _ in .bootstrap }

  static let changes = Endpoint(
    .get, "/v1/changes", .guestOrMember, needs: [], feature: nil,
    query: ["Since"],
    answer: .fresh("Changes"),
    id: "listChanges",
    summary: "All that changed since a token, in one answer."
  ) { .changes(since: $0.query["since"]) }

  static let events = Endpoint(
    .get, "/v1/events", .guestOrMember, needs: [], feature: nil,
    answer: .stream("EventStream"), problems: [.rateLimited],
    id: "followEvents",
    summary: "Say what changes as it changes, until somebody hangs up."
  ) { _ in .events }

  static let stores = Endpoint(
    .get, "/v1/stores", .guestOrMember, needs: [], feature: .stores,
    answer: .tagged("StorePage"),
    id: "listStores",
    summary: "Stores with their hours for the next days."
  ) { _ in .stores }

  static let ofProgram: [Endpoint] = [
    .health, .bootstrap, .changes, .events, .stores,
  ]
}
