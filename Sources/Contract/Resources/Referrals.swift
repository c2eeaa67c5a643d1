import HTTPTypes
import Loyalty

/// Body of `POST /v1/referrals`: who sent the member who asks.
public struct ReferralClaim: Codable, Equatable, Sendable {
  /// Case, spaces and hyphens do not matter.
  public var code: String

  public init(code: String) {
    self.code = code
  }

  /// Bytes.
  public static let longest = 40
}

extension Endpoint {
  static let ofReferrals: [Endpoint] = [.referral, .claimReferral]

  static let referral = Endpoint(
    .get, "/v1/me/referral", .member, needs: [], feature: .referral,
    answer: .tagged("Referral"),
    id: "getReferral",
    summary: "The member's own code and the friends who came by it."
  ) { _ in .referral }

  static let claimReferral = Endpoint(
    .post, "/v1/referrals", .member, needs: .key, feature: .referral,
    body: .json("ReferralClaim"), answer: .nothing,
    problems: [.notFound, .limitReached, .notEligible],
    id: "claimReferral",
    summary: "Say whose recommendation brought the member."
  ) { _ in .claimReferral }
}

extension Schema {
  static let referrals: [String: JSON] = [
    "Referral": object(
      "What the member's recommendation is worth, and what has come of it.",
      [
        "code": text("What a friend types in."),
        "link": text("What a friend opens."),
        "rules": reference("LocalizedText"),
        "bonus": points,
        "friends": list(of: reference("Friend")),
        "earned": points,
      ]),
    "Friend": object(
      "Somebody who came on the member's word.",
      [
        "name": text("With most of it hidden."),
        "stage": openEnum(["invited", "registered", "first_purchase", "rewarded"]),
        "since": instant,
        "points": points,
      ]),
    "ReferralClaim": object(
      "Who sent the member who asks.",
      [
        "code": [
          "type": "string", "minLength": 1, "maxLength": .number(ReferralClaim.longest),
          "description": "Case, spaces and hyphens do not matter.",
        ]
      ]),
  ]
}

extension Sample {
  static let referrals = [
    Sample(
      "Referral",
      Referral(
        code: "ABCD-2345", link: "https://e.x/i/A", rules: text, bonus: Points(200),
        friends: [.init(name: "О.", stage: .rewarded, since: now, points: Points(200))],
        earned: Points(200))),
    Sample("ReferralClaim", ReferralClaim(code: "ABCD2345")),
  ]
}
