import App
import Loyalty
import Sync

extension Services {
  /// Talks to the server; what it says is in the store when the event arrives.
  ///
  /// - Parameter tell: hands over, from any thread, how far it is before it is done.
  /// - Returns: what has come into the store, then what came of the request; nothing when nobody
  ///   has to know.
  func ask(
    _ request: ServerRequest, language: Language, tell: @escaping @Sendable (Event) -> Void
  ) async -> [Event] {
    let asker = sync.sessionName
    var answers: [Event]
    do throws(SyncFailure) {
      answers = try await answer(request, language, tell)
    } catch {
      answers = [.failed(request, Trouble(error))]
    }
    // Somebody else has logged in meanwhile, whom neither the answer nor its failure is about.
    if Self.isLate(asked: asker, answered: sync.sessionName) { answers = [] }
    let came = sync.takeArrived()
    // After the first pull all is shown, be there anything new or not.
    return (came.isEmpty && request != .pull ? [] : [.arrived(came)]) + answers
  }

  /// Whether an answer comes when another session than the one that asked is open.
  ///
  /// Of a session that has ended, and of none, the app knows by itself.
  static func isLate(asked before: String?, answered now: String?) -> Bool {
    if let before, let now { before != now } else { false }
  }

  private func answer(
    _ request: ServerRequest, _ language: Language, _ tell: @escaping @Sendable (Event) -> Void
  ) async throws(SyncFailure) -> [Event] {
    switch request {
    case .pull:
      let summary = try await sync.pull(language: language)
      return [refused(summary.refusals) ?? .pulled]
    case .olderHistory:
      return [.history(.olderPulled(hasMore: try await sync.loadOlder(language: language)))]
    case .outbox: return [refused(try await sync.sendOutbox(language: language)) ?? .outboxSent]
    case .login(let request): return [.login(try await ask(request, language))]
    case .redeem(let id, let cost):
      let coupon = try await sync.redeem(id, expectedCost: cost, language: language)
      return unstored(coupon) + [.rewards(.redeemed(coupon.body.id, of: coupon.body.rewardID))]
    case .tier(let points):
      return [.tier(.answered(try await sync.tier(supposing: points, language: language).cleaned))]
    case .claimReferral(let code):
      try await sync.claimReferral(code, language: language)
      return [.referral(.claimed)]
    case .promotions(let request): return try await ask(request, language)
    case .promoCode(let code):
      let gift = try await sync.enter(promoCode: code, language: language)
      return unstored(gift) + [.promoCode(.answered(PromoCodeOutcome(gift.body)))]
    case .cardCode(let card): return [.card(.codeArrived(try await cardCode(card, language)))]
    case .sessions(let request): return try await ask(request, language)
    case .profile(let request): return [.profile(try await ask(request, language))]
    case .editor(.putPicture(let file, let attempt)):
      let sent = try await send(file, attempt: attempt, language) {
        tell(.editor(.picture(.progress(attempt: attempt, sent: $0))))
      }
      return [.editor(sent)]
    case .editor(let request): return try await ask(request, language).map { [$0] } ?? []
    case .drafts(let request): return try await ask(request, language)
    }
  }
}
