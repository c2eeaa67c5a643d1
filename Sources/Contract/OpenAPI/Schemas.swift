import Loyalty

extension Schema {
  /// Each body and its parts, by the name of its Swift type.
  static let all: [String: JSON] = program.merging(access) { _, last in last }
    .merging(membership) { _, last in last }
    .merging(standing) { _, last in last }
    .merging(common) { _, last in last }
    .merging(spending) { _, last in last }
    .merging(inbox) { _, last in last }
    .merging(stores) { _, last in last }
    .merging(referrals) { _, last in last }
    .merging(cardCodes) { _, last in last }
    .merging(live) { _, last in last }
    .merging(till) { _, last in last }
    .merging(promotions) { _, last in last }
    .merging(profile) { _, last in last }
    .merging(content) { _, last in last }

  private static let common: [String: JSON] = [
    "Health": object(
      "Whether the server is there.",
      ["status": open(["ok", "draining"]), "version": version]),
    "PageInfo": object(
      "Where the list goes on.",
      [
        "next_cursor": nullable(text("For the next request's cursor; null at the end.")),
        "has_more": ["type": "boolean"],
      ]),
    "LocalizedText": localized(string),
    "Problem": object(
      "What went wrong (RFC 9457).",
      [
        "type": text("urn:loyalhub:problem: and the code."),
        "title": text("For people, in the language of the request."),
        "status": whole("The answer's status.", 400...599),
        "code": open(Problem.Code.all.map(\.rawValue)),
        "detail": nullable(string),
        "request_id": nullable(text("The same as the X-Request-Id field.")),
        "errors": list(of: reference("FieldError")),
        "retry_after_s": nullable(whole("Seconds to wait first.", 0...86_400)),
      ]),
    "FieldError": object(
      "What is wrong with one part of the request.",
      [
        "pointer": text(
          "RFC 6901 for a member of the body, the bare name for a query parameter or a field."),
        "code": open(Problem.Reason.allCases.map(\.rawValue)),
        "message": text("For people."),
      ]),
  ]

  private static let program: [String: JSON] = [
    "Bootstrap": object(
      "What a client needs before anybody has signed in.",
      [
        "program": reference("Program"),
        "minimum": version.merging(["description": "Oldest client that is still served."]),
        "latest": version.merging(["description": "Newest client that exists."]),
        "intro": list(of: reference("IntroSlide")),
      ]),
    "IntroSlide": object(
      "A slide that introduces the program before anybody has signed in; a content screen.",
      [
        "slug": id, "title": reference("LocalizedText"),
        "blocks": list(of: reference("IntroBlock")),
      ]),
    "IntroBlock": object(
      "A part of a slide; a client shows the fallback of a type that it does not know.",
      [
        "id": id, "type": open(["heading", "paragraph", "image"]), "props": reference("Props"),
        "text": reference("LocalizedText"), "fallback": nullable(reference("LocalizedText")),
      ]),
    "Props": object(
      "What a type of block has beside its text.",
      ["alt": nullable(reference("LocalizedText"))]),
    "Program": object(
      "A business's loyalty program.",
      [
        "id": id,
        "name": reference("LocalizedText"),
        "points_name": localized(reference("PluralForms")),
        "points_scale": whole("Decimals of a point.", 0...2),
        "languages": list(of: text("BCP 47; the first is the default.")),
        "time_zone": text("IANA name of the zone in which points expire."),
        "brand": reference("Brand"),
        "contacts": reference("Contacts"),
        "features": nullable(list(of: open(Feature.all.map(\.rawValue)))),
      ]),
    "PluralForms": object(
      "A counted noun in the plural categories of Unicode CLDR.",
      [
        "one": nullable(string), "few": nullable(string), "many": nullable(string),
        "other": string,
      ]),
    "Brand": object(
      "The colours of a business.",
      [
        "theme": text("Name of a theme to start from."),
        "accent": ["type": "string", "pattern": "^#[0-9a-f]{6}$", "description": "sRGB."],
      ]),
    "Contacts": object(
      "How to reach the business.",
      [
        "site": nullable(string), "phone": nullable(string), "email": nullable(string),
        "hours": nullable(reference("LocalizedText")),
      ]),
  ]

  private static let access: [String: JSON] = [
    "CodeRequest": object(
      "Where to send a one-time code.",
      ["phone": phone, "channel": ["type": "string", "enum": ["sms"]]],
      optional: [
        "replaces": id.merging([
          "description": "The challenge that a new code takes the place of; all others stay good."
        ])
      ]),
    "CodeChallenge": object(
      "A one-time code is on its way, if the phone belongs to a member.",
      [
        "challenge_id": id,
        "masked_target": text("The phone with its middle hidden."),
        "code_length": whole("Digits.", 4...12),
        "expires_at": instant,
        "resend_after_s": whole("Seconds before another code may be asked for.", 0...86_400),
      ]),
    "CodeVerification": object(
      "The code that arrived.",
      ["challenge_id": id, "code": ["type": "string", "pattern": "^[0-9]{4,12}$"]]),
    "RefreshRequest": object("The newest refresh token.", ["refresh_token": id]),
    "SessionTokens": object(
      "A session; the refresh token is used once.",
      [
        "access_token": id,
        "refresh_token": id,
        "expires_in_s": whole("Seconds that the access token lives.", 1...86_400),
        "roles": roles,
      ]),
  ]

  private static let membership: [String: JSON] = [
    "Member": object(
      "A person who takes part.",
      [
        "id": id, "name": text("The names below, else the phone with its middle hidden."),
        "phone": phone, "joined_at": instant, "roles": roles, "first_name": nullable(string),
        "last_name": nullable(string), "email": nullable(string),
        "birthday": nullable(day.merging(["description": "A day on the calendar."])),
        "language": nullable(text("BCP 47.")), "city": nullable(string),
      ]),
    "Card": object(
      "A card as the till reads it.",
      [
        "id": id,
        "symbology": open(["qr", "aztec", "data_matrix", "pdf417", "code128", "ean13"]),
        "value": [
          "type": "string", "minLength": 1, "maxLength": 62,
          "description": "What the symbol carries, at most 62 bytes.",
        ],
        "number": text("What is printed beside the symbol."),
      ]),
    "CardPage": page(of: "Card"),
    "Balance": object(
      "A member's points at one moment.",
      [
        "available": points.merging([
          "description": "Minor units; below zero is owed after a return, the next earnings pay it."
        ]), "pending": points, "reserved": points,
        "expiring": list(of: reference("Expiry")), "as_of": instant,
      ]),
    "Expiry": object(
      "Points that expire together at the end of a day.",
      ["points": points, "at": instant, "on": day]),
    "LedgerEntry": object(
      "One line of a ledger; lines are added, never changed.",
      [
        "id": id,
        "kind": open(["earn", "spend", "expire", "return", "adjust", "bonus"]),
        "points": points,
        "title": reference("LocalizedText"),
        "place": nullable(reference("LocalizedText")),
        "created_at": instant,
        "reverses": nullable(id),
      ]),
    "LedgerEntryPage": page(of: "LedgerEntry"),
  ]

  private static let roles = list(of: open(["member", "editor", "publisher", "admin"]))
}
