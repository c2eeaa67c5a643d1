import HTTPTypes
public import Loyalty

/// All that a member can agree to.
public struct Consents: Codable, Equatable, Sendable {
  public var consents: [Consent]

  public init(consents: [Consent]) {
    self.consents = consents
  }
}

/// Body of `PATCH /v1/me/consents`: what is not named stays as it is.
public struct ConsentChanges: Codable, Equatable, Sendable {
  /// 1–20 of them, in the order in which they count.
  public var changes: [Consent.Change]

  public init(changes: [Consent.Change]) {
    self.changes = changes
  }

  public static let limits = 1...20
}

extension Endpoint {
  static let ofConsents: [Endpoint] = [.consents, .setConsents]

  static let consents = Endpoint(
    .get, "/v1/me/consents", .member, needs: [], feature: nil,
    answer: .tagged("Consents"),
    id: "getConsents",
    summary: "What the member has agreed to, and since when."
  ) { _ in .consents }

  static let setConsents = Endpoint(
    .patch, "/v1/me/consents", .member, needs: .key, feature: nil,
    body: .json("ConsentChanges"), answer: .fresh("Consents"),
    id: "setConsents",
    summary: "Give consents or take them back; the answer has them all."
  ) { _ in .setConsents }
}

extension Schema {
  static let consents: [String: JSON] = [
    "Consents": object(
      "All that a member can agree to.", ["consents": list(of: reference("Consent"))]),
    "Consent": object(
      "Something to agree to, in a sentence and as a whole, and whether the member has.",
      [
        "id": openEnum(["terms", "marketing", "profiling"]),
        "title": reference("LocalizedText"),
        "text": reference("LocalizedText"),
        "document": nullable(reference("LocalizedText")),
        "version": text("Of the text."),
        "is_required": [
          "type": "boolean", "description": "It is taken back by deleting the account only.",
        ],
        "given_at": nullable(instant),
        "given_version": nullable(text("Of the text that was agreed to.")),
      ]),
    "ConsentChanges": object(
      "Consents to give or to take back, in order; the others stay.",
      [
        "changes": list(of: reference("ConsentChange")).merging([
          "minItems": .number(ConsentChanges.limits.lowerBound),
          "maxItems": .number(ConsentChanges.limits.upperBound),
        ])
      ]),
    "ConsentChange": object(
      "One consent.",
      [
        "id": id, "is_given": ["type": "boolean"],
        "version": text("Of the text that the member saw; to give needs the present one."),
      ]),
  ]
}

extension Sample {
  static let consents = [
    Sample("Consents", Consents(consents: eachConsent)),
    Sample(
      "ConsentChanges",
      ConsentChanges(changes: [.init(id: .init("marketing"), isGiven: true, version: "1")])),
  ]

  static let eachConsent = [now, nil].map { at in
    Consent(
      id: .init("marketing"), title: text, text: text, document: at.map { _ in text },
      version: "2", isRequired: false, givenAt: at,
      givenVersion: at.map { _ in "1" })
  }
}
