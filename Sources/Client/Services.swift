import App
import Contract
import LocalStore
import Loyalty
import Sync

/// What the effects of the app are carried out with.
public struct Services: Sendable {
  let store: LocalStore
  let sync: SyncEngine
  let wallet: Wallet
  let clock: CalendarClock
  /// Where relative paths of exported files begin.
  let exports: String
  /// What `~` stands for in them; `nil` when nobody knows.
  let homeFolder: String?

  func now() -> Instant { clock.now }

  /// Newest lines that the home screen can show.
  static let latest = 12

  func home() -> Event {
    do {
      var home = try store.home(latest: Services.latest)
      for item in try store.outbox() { home.member?.apply(item) }
      return .homeLoaded(
        HomeContents(
          program: home.program, member: home.member, card: home.card, balance: home.balance,
          latest: home.latest, confirmedAt: home.balanceFetchedAt,
          tier: tierStatus(),
          tierConfirmedAt: try store.confirmed(.tier), stamps: stamps(),
          stampsConfirmedAt: try store.confirmed(.stamps)))
    } catch {
      return .failed(.store, Trouble(local: error))
    }
  }

  /// A small resource as it was stored; `nil` when there is none yet.
  func document<Body: Decodable>(_ type: Body.Type, _ resource: Resource) throws -> Body? {
    try store.document(resource).map { try Wire.decode(type, from: $0) }
  }

  /// Talks to the server; what it says is in the store when the event arrives.
  func ask(_ effect: Effect, language: Language) async -> Event {
    do {
      switch effect {
      case .pull:
        let summary = try await sync.pull(language: language)
        return refused(summary.refusals) ?? .pulled
      case .pullOlder: return .pulledOlder(hasMore: try await sync.loadOlder(language: language))
      case .sendCode(let phone, let old):
        let challenge = try await sync.requestCode(
          phone: phone.e164, replacing: old.map { .init($0.rawValue) }, language: language)
        return .codeSent(Challenge(challenge, for: phone, now: now()))
      case .verifyCode(let id, let code):
        try await sync.verify(challenge: .init(id.rawValue), code: code, language: language)
        return .signedIn
      case .logOut:
        try await sync.logOut(language: language)
        return .signedOut
      case .redeem(let id, let cost):
        let coupon = try await sync.redeem(id, expectedCost: cost, language: language)
        return .redeemed(coupon.cleaned)
      case .askTier(let points):
        return .tierAnswered(try await sync.tier(supposing: points, language: language).cleaned)
      case .sendOutbox:
        return refused(try await sync.sendOutbox(language: language)) ?? .outboxSent
      case .claimReferral(let code):
        try await sync.claimReferral(code, language: language)
        return .referralClaimed
      case .fetchCode(let card): return try await cardCode(card, language)
      case .join(let id):
        return .promotionChanged(try await sync.join(id, language: language).cleaned)
      case .leave(let id):
        return .promotionChanged(try await sync.leave(id, language: language).cleaned)
      case .wallet(let effect): return carryOutFile(effect)
      case .enterPromoCode(let code):
        return .promoCodeAnswered(
          PromoCodeOutcome(try await sync.enter(promoCode: code, language: language)))
      case .loadSessions, .endSession, .endOtherSessions, .export, .deleteAccount:
        return try await askProfile(effect, language)
      case .editor(let effect): return try await askEditor(effect, language)
      case .drafts(let effect): return try await ask(effect, language)
      case .loadProfile, .saveProfile, .setConsent, .loadHome, .loadHistory, .loadNewerHistory,
        .later, .loadRewards,
        .loadExplanation, .suspend, .redraw, .quit,
        .loadInbox, .markRead, .setPreference, .loadStores, .saveStoresOrigin, .loadReferral,
        .loadPromotions, .follow, .unfollow, .loadIntro, .saveIntroSeen, .loadAccounts,
        .openAccount, .addAccount,
        .removeAccount, .loadScreens, .copy:
        return .deadline
      }
    } catch {
      return .failed(effect.request, Trouble(error))
    }
  }
}

extension Challenge {
  init(_ challenge: CodeChallenge, for phone: PhoneNumber, now: Instant) {
    self.init(
      id: .init(challenge.id.rawValue), phone: phone,
      target: cleaned(challenge.maskedTarget, limit: 40),
      codeLength: min(12, max(1, challenge.codeLength)), expiresAt: challenge.expiresAt,
      resendAt: now.adding(seconds: Int64(min(3600, max(0, challenge.resendAfter)))))
  }
}

extension Effect {
  var request: Event.Request {
    switch self {
    case .pull: .pull
    case .pullOlder: .pullOlder
    case .sendCode: .sendCode
    case .verifyCode: .verifyCode
    case .redeem: .redeem
    case .askTier: .askTier
    case .sendOutbox: .outbox
    case .claimReferral: .claimReferral
    case .join, .leave: .enrollment
    case .enterPromoCode: .promoCode
    case .fetchCode: .fetchCode
    case .loadAccounts, .openAccount, .addAccount, .removeAccount: .account
    case .loadSessions, .endSession, .endOtherSessions: .sessions
    case .export: .export
    case .deleteAccount: .deleteAccount
    case .editor: .editor
    default: .store
    }
  }
}
