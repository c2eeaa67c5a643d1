import HTTPTypes
import Loyalty

/// What is kept about the member, and what the member has agreed to.
extension Endpoint {
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

  static let export = Endpoint(
    .get, "/v1/me/export", .member, needs: [], feature: nil,
    answer: .fresh("MemberExport"),
    id: "exportMember",
    summary: "Everything that is kept about the member."
  ) { _ in .export }

  static let ofProfile: [Endpoint] = [
    .changeProfile, .deleteMember, .consents, .setConsents, .export,
  ]
}
