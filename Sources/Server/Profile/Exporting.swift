import Contract
import HTTPTypes
import Loyalty
import SQLite
import Synchronization

/// An export is the one answer that grows with a history, and is put together beside all others.
extension LoyaltyServer {
  /// Only what is due is written for it; then it reads, while others write.
  func export(_ waiting: WaitingRequest, within milliseconds: Int) -> Answer {
    var context = waiting.context.begun(clock)
    do {
      try writing(within: milliseconds) { _ in
        try admit(waiting.route, &context)
        let member = try context.member()
        _ = try MemberController(server: self).settled(member, context)
        _ = try Referrals(store, try store.zone()).referral(of: member)
      }
      tellOfOwn(waiting.route)
    } catch let error as DatabaseError where error.isBusy {
      // As it was a moment ago.
    } catch {
      return refused(error, context)
    }
    return readAlone(waiting)
  }

  /// One long history at a time: each takes a thread that reads for as long as it lasts, and the
  /// others are for everybody.
  func exported(_ member: Member.ID, _ context: RequestContext) throws -> Response {
    let isLong = try store.database.read { try MemberErasure(store).isLong(member, $0) }
    if isLong, isExporting.exchange(true, ordering: .acquiringAndReleasing) {
      throw Problem(.busy, in: context.language, retryAfter: 5)
    }
    defer { if isLong { isExporting.store(false, ordering: .releasing) } }
    let export = try MemberExporter(self, context).export(member)
    return .json(export, fields: [.cacheControl: "no-store"])
  }
}
