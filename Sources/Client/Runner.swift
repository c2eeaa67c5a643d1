public import App
import LocalStore
import Loyalty
import Sync

/// Runs the app without a screen: feeds events to `update` and carries out its effects.
///
/// It belongs to one thread. What a key asks of the local store is read at once (a page of rows costs
/// less than a millisecond); what talks to the server, or reads again what has come from there, runs
/// elsewhere, is counted, and comes back through `Inbox`. The terminal, the flows and the lines of
/// `--linear` drive the same runner.
public final class Runner {
  public private(set) var state: State { didSet { drawn = nil } }
  /// What the state looks like, once somebody has asked.
  private var drawn: Frame?
  private(set) var services: Services
  let accounts: Accounts?
  private let inbox: Inbox
  private var following: Task<Void, Never>?
  /// A picture on its way to the server.
  private var sending: Task<Void, Never>?
  private var demo: DemoServer?
  private var watch: ClockWatch
  /// Counts the accounts that were opened: what comes late for one before is dropped.
  private var epoch = 0
  /// Counts what was read from the store, or kept in it, on this thread.
  private var turn = 0
  /// Whether the server of the first account has answered.
  private var isReached = false
  /// Pictures that are being brought.
  private var awaited: Set<PictureWish> = []
  /// Of them at once: who leafs through hundreds waits for no more than these.
  private static let mostAwaited = 12
  /// What is to be read again, on the other thread.
  private var unread: [Load] = []

  public init(_ launch: Launch, inbox: Inbox) {
    state = launch.state
    services = launch.services
    accounts = launch.accounts
    demo = launch.demo
    watch = ClockWatch(launch.services.clock.unhurried)
    self.inbox = inbox
    applyStored()
  }

  /// Begins to talk to the server; the first frame needs none of it.
  public func start() -> [ScreenEffect] {
    listen()
    return carryOut(App.start(&state))
  }

  @discardableResult
  public func handle(_ event: Event) -> [ScreenEffect] {
    defer { readAgain(before: []) }
    return process(event)
  }

  private func process(_ event: Event) -> [ScreenEffect] {
    if let words = event.localFault { Log.shared.write(words, at: services.clock.machine) }
    if case .forgetting(.done) = event { leaveAll() }
    if case .pictures(let event) = event { noteArrival(event) }
    if case .pulled = event, !isReached {
      isReached = true
      if epoch == 0 { accounts?.whenReached() }
    }
    let now = services.now()
    let moved = watch.jump(to: services.clock.unhurried).map {
      carryOut(update(&state, .clockMoved(milliseconds: $0), at: now, seeing: nil))
    }
    let seen = drawn ?? (event.looksAtScreen(in: state) ? frame : nil)
    let requests = (moved ?? []) + carryOut(update(&state, event, at: now, seeing: seen))
    guard case .login(.signedIn) = event, let notice = keepAccount() else { return requests }
    return requests + process(.notice(notice))
  }

  /// What the state looks like; drawn once, however often somebody asks before the next event.
  public var frame: Frame {
    if let drawn { return drawn }
    let frame = view(state)
    drawn = frame
    // What is left is asked for by the frame after the next arrival, if it is still in sight then.
    for wish in frame.wishes where awaited.count < Runner.mostAwaited {
      if awaited.insert(wish).inserted { bring(wish) }
    }
    return frame
  }

  /// Whatever came of it, it may be asked for again.
  private func noteArrival(_ event: PicturesEvent) {
    switch event {
    case .drawn(let wish, _), .painted(let wish, _), .unpainted(let wish): awaited.remove(wish)
    case .failed(let sha256, _): awaited = awaited.filter { $0.sha256 != sha256 }
    case .display, .lineTooSlow: break
    }
  }

  private func bring(_ wish: PictureWish) {
    let services = services
    let language = state.settings.language
    inBackground { [.event(.pictures(await services.picture(wish, language)))] }
  }

  /// Handles all that came from elsewhere since the last call.
  public func handleDelivered() -> [ScreenEffect] {
    var requests: [ScreenEffect] = []
    for delivery in inbox.takeAll() {
      // What an account before still had under way is in its own store, and nowhere else.
      if delivery.epoch == nil || delivery.epoch == epoch {
        requests += handleContents(delivery.contents)
      }
      if delivery.endsTask { inbox.endTask() }
    }
    return requests
  }

  /// What has come into the store is on the screen before what came of the request is told: both
  /// are one change to the eye, and whoever is told finds what it is about.
  private func handleContents(_ contents: [Inbox.Content]) -> [ScreenEffect] {
    var requests: [ScreenEffect] = []
    for (place, content) in contents.enumerated() {
      switch content {
      case .read(let load, let event, let turn):
        // What was read before something else was kept or shown would bring back what was before.
        if turn != self.turn {
          unread.append(load)
        } else {
          requests += event.map(process) ?? []
        }
      case _ where !unread.isEmpty:
        readAgain(before: Array(contents[place...]))
        return requests
      case .event(let event): requests += process(event)
      case .ground(let ground): requests += moveTo(ground)
      }
    }
    readAgain(before: [])
    return requests
  }

  /// How long until the app wants to be woken; `nil` is never.
  public var timeUntilDeadline: Duration? {
    state.nextDeadline.map { .milliseconds($0.rawValue - services.now().rawValue) }
  }

  private func carryOut(_ effects: [Effect]) -> [ScreenEffect] {
    var requests: [ScreenEffect] = []
    for effect in effects {
      switch effect {
      case .screen(let effect): requests.append(effect)
      case .load(let load):
        turn += 1
        requests += services.load(load).map(process) ?? []
      case .reload(let load): if !unread.contains(load) { unread.append(load) }
      case .keep(let change):
        turn += 1
        requests += process(services.keep(change))
      case .ask(let request): ask(request)
      case .follow: follow()
      case .unfollow: following?.cancel()
      case .later(let event): inbox.deliver([.event(event)], endsTask: false, epoch: epoch)
      case .wallet(let effect) where effect.isFile: carryOutFile(effect)
      case .wallet(let effect):
        for event in services.carryOut(effect) { requests += process(event) }
      case .picture(let effect): carryOut(effect)
      case .save(let order): save(order)
      case .accounts(let effect): carryOut(effect)
      case .forgetting(let effect): carryOut(effect)
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
        inbox.deliver([.event(event)], endsTask: false, epoch: epoch)
      }
      if let end = await services.follow(language: language, deliver: deliver) { deliver(end) }
    }
  }

  /// Counted before it is handed over, so that "idle" never lies.
  private func ask(_ request: ServerRequest) {
    let (services, inbox, epoch) = (services, inbox, epoch)
    let language = state.settings.language
    let tell = { @Sendable (event: Event) in
      inbox.deliver([.event(event)], endsTask: false, epoch: epoch)
    }
    let task = inBackground {
      await services.ask(request, language: language, tell: tell).map { .event($0) }
    }
    if case .editor(.putPicture) = request { sending = task }
  }

  private func carryOut(_ effect: PictureFileEffect) {
    switch effect {
    case .look(let typed):
      let services = services
      inBackground { [.event(.editor(services.lookAtPicture(typed)))] }
    case .cancel: sending?.cancel()
    }
  }

  /// Reads and decodes on the other thread, all in one delivery.
  ///
  /// - Parameter rest: what is to be told after it.
  private func readAgain(before rest: [Inbox.Content]) {
    guard !unread.isEmpty else { return }
    let loads = unread
    unread = []
    let services = services
    let turn = turn
    inBackground { loads.map { .read($0, services.load($0), turn: turn) } + rest }
  }

  private func save(_ order: FileToSave) {
    let services = services
    let language = state.settings.language
    inBackground { [.event(.saving(await services.save(order, language: language)))] }
  }

  /// What takes its time: packing and unpacking files, and hashing pictures.
  private func carryOutFile(_ effect: WalletEffect) {
    let services = services
    inBackground { [.event(services.carryOutFile(effect))] }
  }

  /// Does something on the other thread for the account that is open now.
  ///
  /// - Parameter work: returns nothing when nobody has to know what came of it.
  @discardableResult
  func inBackground(
    _ work: @escaping @Sendable () async -> [Inbox.Content]
  ) -> Task<Void, Never> {
    let inbox = inbox
    let epoch = epoch
    inbox.beginTask()
    return Task.detached(executorPreference: BackgroundExecutor.shared) {
      inbox.deliver(await work(), endsTask: true, epoch: epoch)
    }
  }

  /// Takes the place of the account before.
  func adopt(_ launch: Launch) {
    following?.cancel()
    sending?.cancel()
    epoch += 1
    unread = []
    awaited = []
    state = launch.state
    services = launch.services
    demo = launch.demo
    applyStored()
  }

  /// Lets nothing that is under way reach the screen or the store any more.
  func leaveAll() {
    following?.cancel()
    sending?.cancel()
    epoch += 1
    unread = []
    awaited = []
  }

  /// Shows the text messages that the demo's server sends, while this account is open.
  private func listen() {
    let inbox = inbox
    let epoch = epoch
    demo?.forEachLine { line in
      guard let message = TextMessage(serverLine: line) else { return }
      inbox.deliver([.event(.login(.message(message)))], endsTask: false, epoch: epoch)
    }
  }

  /// All that the first frame shows.
  private func applyStored() {
    if let home = services.load(.home) { apply(home) }
    if let sections = services.sections() { apply(sections) }
  }

  private func apply(_ event: Event) {
    _ = update(&state, event, at: services.now(), seeing: nil)
  }
}

extension Event {
  /// What this machine failed at, for the log.
  fileprivate var localFault: String? {
    if case .failed(let request, .local(let cause)) = self { return "\(request.name): \(cause)" }
    if case .storeFailed(.local(let cause)) = self { return "store: \(cause)" }
    if case .accounts(.failed(.local(let cause))) = self { return "account: \(cause)" }
    return nil
  }
}
