import Contract
import Foundation
import HTTPTypes
import InProcess
import Loyalty
import Testing
import Transport

@testable import App
@testable import Client
@testable import Sync

/// What a server says comes to the app only as something that may be drawn.
///
/// Each text of each resource, also those that are seldom there, is replaced in turn, wherever it is,
/// and every text of every event is looked at: a field that nobody cleans is found without its name.
struct ForeignTests {
  private static let hostile = "\u{1B}[2J\u{7}\u{202E}\u{9B}31m"

  /// What the till reads; never drawn as it is.
  private static let passed: Set<String> = ["Coupon.code", "Card.value"]

  /// Where nothing is a text: there are numbers and moments alone.
  private static let withoutTexts: Set<Resource> = [.balance]

  private static let loads: [Load] = [
    .home, .history(.page(after: nil, limit: 50, HistoryQuery())), .rewards, .promotions, .screens,
    .explanation, .inbox, .shops, .referral, .profile, .sessions, .drafts, .intro,
    .editor(.choices),
  ]

  @Test(arguments: Resource.allCases)
  func `no text of a server's reaches the app as it came`(resource: Resource) throws {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let nobody = HandlerTransport { _ in Response(status: .serviceUnavailable) }
    let services = try Launch.member(nobody, home: folder.path).services
    let pull = Pull(engine: services.sync, family: nil, language: .english)
    func store(_ json: Any) throws {
      try pull.store(Array(try JSONSerialization.data(withJSONObject: json)), as: resource)
    }

    let body = try FullBodies.made.get().body(of: resource)
    let loads = Self.loads.filter { $0.resources.contains(resource) }
    try #require(!loads.isEmpty, "nothing shows it")
    try store(body)
    let before = try loads.map { try #require(services.load($0)) }
    var seen = 0
    for place in Self.places(in: body) where !Self.isCompared(place, of: resource) {
      do {
        try store(Self.spoilt(body, at: place))
      } catch SyncFailure.garbled {
        // What is no text for the eye, such as a moment, makes no sense any more.
        continue
      }
      for (load, before) in zip(loads, before) {
        let event = try #require(services.load(load))
        if event != before { seen += 1 }
        for text in Self.texts(in: event) where text.value.utf8.contains(0x1B) {
          Issue.record("\(place) comes out as \(text.place): \(text.value.debugDescription)")
        }
      }
    }
    // The test would notice nothing if nothing was spoilt.
    #expect((seen == 0) == Self.withoutTexts.contains(resource), "\(seen) places")
  }

  /// Screens and their blocks are kept as they came, with what names them.
  private static func isCompared(_ place: String, of resource: Resource) -> Bool {
    [.screens, .drafts].contains(resource) && place.hasSuffix("/id")
  }

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
    case let list as [Any]: return list.map { spoilt($0, at: place, "\(path)/*") }
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
