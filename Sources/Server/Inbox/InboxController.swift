import Contract
import HTTPTypes
import Loyalty

/// What the program tells a member, and how the member wants to be told.
struct InboxController {
  let server: LoyaltyServer

  func notifications(_ context: RequestContext) throws -> Response {
    .revalidated(try server.store.notifications(of: try context.member()), for: context.request)
  }

  func markRead(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let marks = try context.body(ReadMarks.self)
    try check(marks.ids.count, ReadMarks.limits, "/ids", context)
    if let index = marks.ids.firstIndex(where: \.rawValue.isEmpty) {
      throw Problem.empty("/ids/\(index)", in: context.language)
    }
    try server.store.markRead(marks.ids, of: member, at: context.now)
    return Response(status: .noContent)
  }

  func preferences(_ context: RequestContext) throws -> Response {
    .revalidated(try server.store.preferences(of: try context.member()), for: context.request)
  }

  func setPreferences(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    return .json(try server.store.set(try changes(context), of: member))
  }

  private func changes(_ context: RequestContext) throws(Problem) -> [Preference.Change] {
    let changes = try context.body(PreferenceChanges.self).changes
    try check(changes.count, PreferenceChanges.limits, "/changes", context)
    let known = Set(Preferences.usual.categories.map(\.category))
    for (index, change) in changes.enumerated() where !known.contains(change.category) {
      throw .invalid(
        "/changes/\(index)/category", "invalid",
        context.language == .russian ? "Такой категории нет." : "There is no such category.",
        in: context.language)
    }
    return changes
  }

  private func check(
    _ count: Int, _ limits: ClosedRange<Int>, _ pointer: String, _ context: RequestContext
  ) throws(Problem) {
    guard !limits.contains(count) else { return }
    throw .invalid(
      pointer, "out_of_range",
      context.language == .russian
        ? "От \(limits.lowerBound) до \(limits.upperBound)."
        : "From \(limits.lowerBound) to \(limits.upperBound).",
      in: context.language)
  }
}
