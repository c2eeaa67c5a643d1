import Loyalty

extension Schema {
  /// The member's own data: profile, consents, sessions and the export of all of it.
  static let profile: [String: JSON] = [
    "ProfilePatch": [
      "type": "object",
      "description": .string(
        "A JSON merge patch (RFC 7396): what is not named stays, null takes a value away, what is "
          + "not known here is passed over."),
      "properties": [
        "first_name": nullable(changed(.firstName, "Letters, spaces, hyphens, apostrophes.")),
        "last_name": nullable(changed(.lastName, "Letters, spaces, hyphens, apostrophes.")),
        "email": nullable(changed(.email, "In ASCII.")),
        "birthday": nullable(day.merging(["description": "From 1900 to today."])),
        "language": nullable(changed(.language, "BCP 47, one of the program's.")),
        "city": nullable(changed(.city, "Letters, digits, spaces and some signs.")),
      ],
    ],
    "Consents": object(
      "All that a member can agree to.", ["consents": list(of: reference("Consent"))]),
    "Consent": object(
      "Something to agree to, and whether the member has.",
      [
        "id": open(["terms", "marketing", "profiling"]),
        "title": reference("LocalizedText"),
        "text": reference("LocalizedText"),
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
    "LoginSession": object(
      "A login of the member.",
      [
        "id": id, "device": nullable(text("What the program said of itself.")),
        "created_at": instant,
        "last_used_at": instant.merging(["description": "RFC 3339, in UTC; to the minute."]),
        "is_current": ["type": "boolean"],
      ]),
    "LoginSessionPage": page(of: "LoginSession"),
    "MemberExport": object(
      "Everything that the server keeps about the member; codes and answers that are gone after "
        + "15 days are left out.",
      [
        "exported_at": instant, "member": reference("Member"),
        "cards": list(of: reference("Card")), "balance": reference("Balance"),
        "ledger": list(of: reference("LedgerEntry")), "lots": list(of: reference("Lot")),
        "purchases": list(of: reference("ExportedPurchase")),
        "coupons": list(of: reference("Coupon")),
        "promotions": list(of: reference("ExportedEnrollment")),
        "stamps": list(of: reference("StampCard")),
        "promo_codes": list(of: reference("ExportedPromoCode")),
        "segments": list(of: string), "referral": reference("Referral"),
        "referred_at": nullable(instant),
        "notifications": list(of: reference("Notification")),
        "preferences": list(of: reference("Preference")),
        "consents": list(of: reference("Consent")),
        "consent_history": list(of: reference("ExportedConsent")),
        "sessions": list(of: reference("LoginSession")),
      ]),
    "ExportedPurchase": object(
      "Something that the member bought.",
      [
        "at": instant, "amount": reference("Money"), "categories": list(of: string),
        "returned": reference("Money"),
      ]),
    "ExportedEnrollment": object(
      "A promotion that the member joined or completed.",
      [
        "promotion": id, "joined_at": nullable(instant), "left_at": nullable(instant),
        "completed_at": nullable(instant),
      ]),
    "ExportedPromoCode": object("A promo code that was used.", ["code": string, "at": instant]),
    "ExportedConsent": object(
      "A consent that was given or taken back.",
      ["id": id, "version": string, "is_given": ["type": "boolean"], "at": instant]),
  ]

  private static func changed(_ field: ProfilePatch.Field, _ words: String) -> JSON {
    [
      "type": "string", "minLength": 1, "maxLength": .number(ProfileRules.limit(of: field)),
      "description": .string(words),
    ]
  }
}
