import App
import Contract
import Foundation
import HTTPTypes
import InProcess
import LocalStore
import Loyalty
import Sync
import Testing
import Transport

@testable import Client

/// What a server says comes to the app only as something that may be drawn.
///
/// Each text of each resource that the reference server sends is replaced in turn, wherever it is, and
/// every text of every event is looked at: a field that nobody cleans is found without its name.
struct ForeignTests {
  private static let hostile = "\u{1B}[2J\u{7}\u{202E}\u{9B}31m"

  /// What the till reads, or is only compared; never drawn as it is.
  private static let passed: Set<String> = [
    "Coupon.code", "Notification.Action.kind", "Card.value",
  ]

  @Test func `no text of a server's reaches the app as it came`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let app = try server.signedIn()
      try app.wait("all of it") { $0.isIdle }
      let store = try LocalStore.open(folder: server.home + "/data/test").store
      let nobody = HandlerTransport { _ in Response(status: .serviceUnavailable) }
      let services = try Launch.member(nobody, home: server.home).services
      var seen = 0
      for (resource, load) in Self.loads {
        let body = try #require(try store.document(resource), "\(resource)")
        // Of each list a few: many of a kind take long and show no more.
        let json = Self.spoilt(try JSONSerialization.jsonObject(with: Data(body)), at: nil)
        let few = Array(try JSONSerialization.data(withJSONObject: json))
        try store.save(document: few, of: resource, at: services.now())
        let before = try #require(services.load(load))
        for place in Self.places(in: json) where resource != .screens || !place.hasSuffix("/id") {
          let bytes = Array(
            try JSONSerialization.data(withJSONObject: Self.spoilt(json, at: place)))
          try store.save(document: bytes, of: resource, at: services.now())
          let event = try #require(services.load(load))
          // What is no text for the eye, such as a moment, makes no sense any more.
          if case .storeFailed = event { continue }
          if case .home(.loaded(let contents)) = event,
            resource == .tier ? contents.tier == nil : contents.stamps == nil
          {
            continue
          }
          guard event != before else { continue }
          seen += 1
          for text in Self.texts(in: event) where text.value.utf8.contains(0x1B) {
            Issue.record(
              "\(resource)\(place) comes out as \(text.place): \(text.value.debugDescription)")
          }
        }
        try store.save(document: body, of: resource, at: services.now())
      }
      // The test would notice nothing if nothing was spoilt.
      #expect(seen > 60, "\(seen) places")
    }
  }

  private static let loads: [(Resource, Load)] = [
    (.rewards, .rewards), (.coupons, .rewards), (.promotions, .promotions), (.shops, .shops),
    (.referral, .referral), (.explanation, .explanation), (.notifications, .inbox),
    (.preferences, .inbox), (.member, .profile), (.consents, .profile), (.screens, .screens),
    (.tier, .home), (.stamps, .home),
  ]

  /// Where there are texts; the elements of a list are one place.
  private static func places(in json: Any, _ path: String = "") -> Set<String> {
    switch json {
    case let object as [String: Any]:
      object.reduce(into: []) { $0.formUnion(places(in: $1.value, "\(path)/\($1.key)")) }
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(places(in: $1, "\(path)/*")) }
    case is String: [path]
    default: []
    }
  }

  private static func spoilt(_ json: Any, at place: String?, _ path: String = "") -> Any {
    switch json {
    case let object as [String: Any]:
      var changed = object
      for (key, value) in object { changed[key] = spoilt(value, at: place, "\(path)/\(key)") }
      return changed
    case let list as [Any]: return list.prefix(12).map { spoilt($0, at: place, "\(path)/*") }
    case let text as String: return path == place ? text + hostile : text
    default: return json
    }
  }

  /// All texts within a value; what is an identifier or a name of a kind is compared, not drawn.
  private static func texts(
    in value: Any, _ place: String = ""
  ) -> [(place: String, value: String)] {
    if let text = value as? String { return [(place, text)] }
    let name = String(reflecting: type(of: value)).split(separator: ".").dropFirst()
      .joined(separator: ".")
    if value is any RawRepresentable || name.hasPrefix("Identifier<") { return [] }
    return Mirror(reflecting: value).children.flatMap { child in
      let place = child.label.map { "\(name).\($0)" } ?? place
      return passed.contains(place) ? [] : texts(in: child.value, place)
    }
  }
}
