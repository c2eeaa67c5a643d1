import Contract
import HTTPTypes
import Loyalty
import SQLite

/// What a member is saving for, and likes.
struct WishController {
  let server: LoyaltyServer

  func wishes(_ context: RequestContext) throws -> Response {
    .revalidated(try server.store.wishes(of: try context.member()), for: context.request)
  }

  func setWishes(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let changes = try context.body(WishChanges.self).changes
    try check(changes, context.language)
    return .json(try server.store.set(changes, of: member, at: context.now))
  }

  private func check(_ changes: [Wishes.Change], _ language: Language) throws {
    let limits = WishChanges.limits
    guard limits.contains(changes.count) else {
      throw Problem.invalid(
        "/changes", "out_of_range",
        language == .russian
          ? "От \(limits.lowerBound) до \(limits.upperBound)."
          : "From \(limits.lowerBound) to \(limits.upperBound).", in: language)
    }
    for (index, change) in changes.enumerated() where change.isSet {
      let isThere = try server.store.database.read { connection in
        try connection.first(
          "SELECT 1 FROM reward WHERE id = ? AND is_active <> 0", [.text(change.reward.rawValue)]
        ) { _ in true }
      }
      guard isThere == nil else { continue }
      var problem = Problem.invalid(
        "/changes/\(index)/reward", "invalid",
        language == .russian
          ? "Этой награды больше нет." : "This reward is no longer offered.", in: language)
      problem.detail = problem.errors.first?.message
      throw problem
    }
  }
}
