public import App
import LocalStore
import Loyalty
import Sync

/// Runs the app without a screen: feeds events to `update` and carries out its effects.
///
/// It belongs to one thread. Reads of the local store are done at once (a page of rows costs less
/// than a millisecond); what talks to the server runs elsewhere, is counted, and comes back through
/// `Inbox`. The terminal, the flows and the lines of `--linear` drive the same runner.
public final class Runner {
  public private(set) var state: State
  private let services: Services
  private let inbox: Inbox

  public init(state: State, services: Services, inbox: Inbox) {
    self.state = state
    self.services = services
    self.inbox = inbox
    apply(services.home())
  }

  /// What only the one who owns the screen can do.
  public enum Request: Hashable, Sendable {
    case quit
    case suspend
    case redraw
  }

  /// Begins to talk to the server; the first frame needs none of it.
  public func start() -> [Request] {
    carryOut(App.start(&state))
  }

  @discardableResult
  public func handle(_ event: Event) -> [Request] {
    carryOut(update(&state, event, at: services.now()))
  }

  /// Handles all that came from elsewhere since the last call.
  public func handleDelivered() -> [Request] {
    var requests: [Request] = []
    for delivery in inbox.take() {
      requests += handle(delivery.event)
      if delivery.endsTask { inbox.endTask() }
    }
    return requests
  }

  /// How long until the app wants to be woken; `nil` is never.
  public var timeUntilDeadline: Duration? {
    state.nextDeadline.map { .milliseconds($0.rawValue - services.now().rawValue) }
  }

  private func carryOut(_ effects: [Effect]) -> [Request] {
    var requests: [Request] = []
    for effect in effects {
      switch effect {
      case .quit: requests.append(.quit)
      case .suspend: requests.append(.suspend)
      case .redraw: requests.append(.redraw)
      case .loadHome: requests += handle(services.home())
      case .loadHistory(let after, let limit, let query):
        requests += handle(services.history(after: after, limit: limit, query))
      case .pull, .pullOlder, .sendCode, .verifyCode, .logOut, .askTier: ask(effect)
      case .loadRewards: requests += handle(services.rewards())
      case .redeem, .fetchCode: ask(effect)
      case .loadExplanation: requests += handle(services.explanation())
      case .sendOutbox, .claimReferral: ask(effect)
      case .loadInbox: requests += handle(services.inbox())
      case .markRead(let ids): requests += handle(services.markRead(ids))
      case .setPreference(let change): requests += handle(services.set(change))
      case .loadStores: requests += handle(services.stores())
      case .saveStoresOrigin(let origin): requests += handle(services.saveStoresOrigin(origin))
      case .loadReferral: requests += handle(services.referral())
      case .loadPromotions: requests += handle(services.promotions())
      case .join, .leave, .enterPromoCode: ask(effect)
      case .loadProfile: requests += handle(services.profile())
      case .saveProfile(let patch): requests += handle(services.save(patch))
      case .setConsent(let change): requests += handle(services.set(change))
      case .loadSessions, .endSession, .endOtherSessions, .export, .deleteAccount: ask(effect)
      }
    }
    return requests
  }

  /// Counted before it is handed over, so that "idle" never lies.
  private func ask(_ effect: Effect) {
    let services = services
    let inbox = inbox
    let language = state.settings.language
    inbox.beginTask()
    Task.detached(executorPreference: BackgroundExecutor.shared) {
      let event = await services.ask(effect, language: language)
      inbox.deliver(event, endsTask: true)
    }
  }

  private func apply(_ event: Event) {
    _ = update(&state, event, at: services.now())
  }
}
