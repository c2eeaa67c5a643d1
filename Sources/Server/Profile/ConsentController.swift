import Contract
import HTTPTypes
import Loyalty

/// What the member agrees to.
struct ConsentController {
  let server: LoyaltyServer

  func consents(_ context: RequestContext) throws -> Response {
    .revalidated(try server.store.consents(of: try context.member()), for: context.request)
  }

  func setConsents(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let changes = try context.body(ConsentChanges.self).changes
    let rules = try server.store.consentRules()
    try check(changes, against: rules, context.language)
    return .json(try server.store.set(changes, of: member, at: context.now))
  }

  private func check(
    _ changes: [Consent.Change], against rules: [Consent], _ language: Language
  ) throws(Problem) {
    let limits = ConsentChanges.limits
    guard limits.contains(changes.count) else {
      throw invalid(
        "/changes", "out_of_range", "От \(limits.lowerBound) до \(limits.upperBound).",
        "From \(limits.lowerBound) to \(limits.upperBound).", language)
    }
    for (index, change) in changes.enumerated() {
      let place = "/changes/\(index)"
      guard let consent = rules.first(where: { $0.id == change.id }) else {
        throw invalid(
          "\(place)/id", "invalid", "Такого согласия нет.", "There is no such consent.", language)
      }
      guard change.isGiven || !consent.isRequired else {
        throw invalid(
          "\(place)/is_given", "required",
          "Без этого согласия нет участия: чтобы отозвать его, удалите аккаунт.",
          "There is no membership without it: to take it back, delete the account.", language)
      }
      guard !change.isGiven || change.version == consent.version else {
        throw invalid(
          "\(place)/version", "outdated", "Текст изменился. Прочтите его снова.",
          "The text has changed. Read it again.", language)
      }
    }
  }

  private func invalid(
    _ place: String, _ code: String, _ russian: String, _ english: String, _ language: Language
  ) -> Problem {
    var problem = Problem.invalid(
      place, code, language == .russian ? russian : english, in: language)
    problem.detail = problem.errors.first?.message
    return problem
  }
}
