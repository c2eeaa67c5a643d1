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
  private(set) var services: Services
  let accounts: Accounts?
  private let inbox: Inbox
  private var following: Task<Void, Never>?
  private var demo: DemoServer?
  private var watch: ClockWatch
  /// Counts the accounts that were opened: what comes late for one before is dropped.
  private var epoch = 0

  public init(_ launch: Launch, inbox: Inbox) {
    state = launch.state
    services = launch.services
    accounts = launch.accounts
    demo = launch.demo
    watch = ClockWatch(launch.services.now())
    self.inbox = inbox
    applyStored()
  }

  /// What only the one who owns the screen can do.
  public enum Request: Hashable, Sendable {
    case quit
    case suspend
    case redraw
    /// Put a text on the clipboard, if there is one.
    case copy(String)
    /// Let the person change a text in their own editor; the answer is an event.
    case writeOutside(String)
  }

  /// Begins to talk to the server; the first frame needs none of it.
  public func start() -> [Request] {
    listen()
    return carryOut(App.start(&state))
  }

  @discardableResult
  public func handle(_ event: Event) -> [Request] {
    if case .failed(let request, .local(let cause)) = event {
      Log.shared.write("\(request): \(cause)", at: services.clock.machine)
    }
    let now = services.now()
    let moved = watch.jump(to: now).map {
      carryOut(update(&state, .clockMoved(milliseconds: $0), at: now))
    }
    return (moved ?? []) + carryOut(update(&state, event, at: now))
  }

  /// Handles all that came from elsewhere since the last call.
  public func handleDelivered() -> [Request] {
    var requests: [Request] = []
    for delivery in inbox.take() {
      // What an account before still had under way is in its own store, and nowhere else.
      if delivery.epoch == nil || delivery.epoch == epoch {
        switch delivery.content {
        case .event(let event): requests += handle(event)
        case .ground(let ground): requests += open(ground)
        }
      }
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
      case .follow: follow()
      case .unfollow: following?.cancel()
      case .loadHome: requests += handle(services.home())
      case .loadHistory(let after, let limit, let query):
        requests += handle(services.history(after: after, limit: limit, query))
      case .loadNewerHistory(let before, let limit, let query):
        requests += handle(services.newerHistory(before: before, limit: limit, query))
      case .later(let event): inbox.deliver(.event(event), endsTask: false, epoch: epoch)
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
      case .join, .leave, .enterPromoCode, .wallet(.read), .wallet(.write): ask(effect)
      case .wallet(let effect):
        for event in services.carryOut(effect) { requests += handle(event) }
      case .loadIntro: requests += handle(services.intro())
      case .saveIntroSeen: requests += handle(services.saveIntroSeen())
      case .loadAccounts, .openAccount, .addAccount, .removeAccount: carryOutAccounts(effect)
      case .loadScreens: requests += handle(services.screens())
      case .copy(let text): requests.append(.copy(text))
      case .editor(.writeOutside(let text)): requests.append(.writeOutside(text))
      case .editor(let effect):
        if let event = services.edit(effect) {
          requests += handle(event)
        } else {
          ask(.editor(effect))
        }
      case .loadProfile: requests += handle(services.profile())
      case .saveProfile(let patch): requests += handle(services.save(patch))
      case .setConsent(let change): requests += handle(services.set(change))
      case .drafts, .loadSessions, .endSession, .endOtherSessions, .export, .deleteAccount:
        ask(effect)
      }
    }
    return requests
  }

  /// Not counted: it has no end of its own.
  private func follow() {
    following?.cancel()
    let services = services
    let inbox = inbox
    let epoch = epoch
    let language = state.settings.language
    following = Task.detached(executorPreference: BackgroundExecutor.shared) {
      let deliver = { @Sendable (event: Event) in
        inbox.deliver(.event(event), endsTask: false, epoch: epoch)
      }
      if let end = await services.follow(language: language, deliver: deliver) { deliver(end) }
    }
  }

  /// Counted before it is handed over, so that "idle" never lies.
  private func ask(_ effect: Effect) {
    let services = services
    let language = state.settings.language
    inBackground { .event(await services.ask(effect, language: language)) }
  }

  /// Does something on the other thread for the account that is open now.
  func inBackground(_ work: @escaping @Sendable () async -> Inbox.Content) {
    let inbox = inbox
    let epoch = epoch
    inbox.beginTask()
    Task.detached(executorPreference: BackgroundExecutor.shared) {
      inbox.deliver(await work(), endsTask: true, epoch: epoch)
    }
  }

  /// Takes the place of the account before.
  func adopt(_ launch: Launch) {
    following?.cancel()
    epoch += 1
    state = launch.state
    services = launch.services
    demo = launch.demo
    applyStored()
  }

  /// Shows the text messages that the demo's server sends, while this account is open.
  private func listen() {
    let inbox = inbox
    let epoch = epoch
    demo?.forEachLine { line in
      guard let message = TextMessage(serverLine: line) else { return }
      inbox.deliver(.event(.message(message)), endsTask: false, epoch: epoch)
    }
  }

  /// All that the first frame shows.
  private func applyStored() {
    apply(services.home())
    if let sections = services.sections() { apply(sections) }
  }

  private func apply(_ event: Event) {
    _ = update(&state, event, at: services.now())
  }
}
