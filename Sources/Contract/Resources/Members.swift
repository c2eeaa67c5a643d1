import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofMembers: [Endpoint] = [.member, .changeProfile, .deleteMember]

  static let member = Endpoint(
    .get, "/v1/me", .member, needs: [], feature: nil,
    answer: .tagged("Member"),
    id: "getMember",
    summary: "Who is signed in."
  ) { _ in .member }

  static let changeProfile = Endpoint(
    .patch, "/v1/me", .member, needs: .key, feature: nil,
    body: .patch("ProfilePatch"), answer: .fresh("Member"),
    id: "changeProfile",
    summary: "Change the profile; the answer is the member as changed."
  ) { _ in .changeProfile }

  static let deleteMember = Endpoint(
    .delete, "/v1/me", .member, needs: [], feature: nil,
    answer: .nothing,
    id: "deleteMember",
    summary: "Delete the account and all that is kept about the member; a repetition is 401."
  ) { _ in .deleteMember }
}

extension Schema {
  static let members: [String: JSON] = [
    "Member": object(
      "A person who takes part.",
      [
        "id": id, "name": text("The names below, else the phone with its middle hidden."),
        "phone": phone, "joined_at": instant, "roles": roles, "first_name": nullable(string),
        "last_name": nullable(string), "email": nullable(string),
        "birthday": nullable(day.merging(["description": "A day on the calendar."])),
        "language": nullable(text("BCP 47.")), "city": nullable(string),
      ]),
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
  ]

  private static func changed(_ field: ProfilePatch.Field, _ words: String) -> JSON {
    [
      "type": "string", "minLength": 1, "maxLength": .number(ProfileRules.limit(of: field)),
      "description": .string(words),
    ]
  }
}

extension Sample {
  static let members = [
    Sample(
      "Member",
      Member(
        id: .init("m"), name: "Анна", phone: "+79161234567", joinedAt: now, roles: [.member])),
    Sample("Member", member),
    Sample("ProfilePatch", ProfilePatch(values)),
    Sample("ProfilePatch", ProfilePatch(values.mapValues { _ in nil })),
  ]

  static let member = Member(
    id: .init("m"), name: "Анна Соколова", phone: "+79161234567", joinedAt: now, roles: [.member],
    firstName: "Анна", lastName: "Соколова", email: "a@e.x", birthday: Day(daysSince1970: 7000),
    language: .russian, city: "Москва")

  private static let values: [ProfilePatch.Field: String?] = [
    .firstName: "Анна", .lastName: "Соколова", .email: "a@e.x", .birthday: "1990-05-17",
    .language: "ru", .city: "Москва",
  ]
}
