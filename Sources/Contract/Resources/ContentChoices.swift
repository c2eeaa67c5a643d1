import Content
import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofContentChoices: [Endpoint] = [.contentChoices]

  static let contentChoices = Endpoint(
    .get, "/v1/admin/content-choices", .staff(.editor), needs: [], feature: nil,
    answer: .tagged("ContentChoices"),
    id: "getContentChoices",
    summary: "What blocks can be for, and whose clock counts."
  ) { _ in .contentChoices }
}

extension Schema {
  static let contentChoices: [String: JSON] = [
    "ContentChoices": object(
      "What the program has that blocks can be for, and its clock.",
      [
        "tiers": list(of: text("An id; the lowest first.")),
        "segments": list(of: text("A name.")),
        "time_zone": text("IANA name of the program's zone."),
        "zone": reference("ZoneOffsets"),
      ]),
    "ZoneOffsets": object(
      "The offsets of a zone in the years around now.",
      [
        "initial_offset": whole("Seconds east of UTC before the first change."),
        "changes": list(of: reference("ZoneChange")),
      ]),
    "ZoneChange": object(
      "A change of the clock.",
      ["from": instant, "offset": whole("Seconds east of UTC from then on.")]),
  ]
}

extension Sample {
  static let contentChoices = [
    Sample(
      "ContentChoices",
      ContentChoices(
        tiers: ["silver", "gold"], segments: ["regulars"], timeZone: "Europe/Dublin",
        zone: Zone(initialOffset: 0, changes: [.init(from: now, offset: 3600)])))
  ]
}
