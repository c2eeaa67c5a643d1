import NIOCore
import NIOPosix
import Server
import ServiceLifecycle
import Synchronization

/// Makes the server tell its streams what others have written, keeps the streams alive, and sees to
/// what was planned; it wakes up only for these.
final class News: Service {
  private struct Plan {
    var next: Scheduled<Void>?
    var lastBeat = NIODeadline.now()
    var lastRecount = NIODeadline.now()
    var lastMinute = NIODeadline.now()
    var isOver = false
  }

  /// The contract allows 20 s.
  private static let heartbeat = TimeAmount.seconds(15)
  private static let recount = TimeAmount.seconds(60)
  /// A look comes every minute at least, and a little early.
  private static let minute = TimeAmount.seconds(55)

  private let desk: Desk
  private let turn = Turn()
  private let loop = MultiThreadedEventLoopGroup.singleton.any()
  private let plan = Mutex(Plan())

  init(desk: Desk) {
    self.desk = desk
  }

  private var server: LoyaltyServer { desk.server }

  func run() async throws {
    server.onWake { [weak self] in self?.schedule() }
    // What was planned, or was going on, before the start is not known until somebody has looked.
    begin()
    // NB: cancelled is as good a reason to leave as asked.
    try? await gracefulShutdown()
    server.onWake(nil)
    plan.withLock { plan in
      plan.isOver = true
      plan.next?.cancel()
    }
  }

  /// The loop of the connections waits for no database.
  private func begin() {
    let isTaken = desk.beside(turn) { [weak self] in self?.look() }
    if !isTaken { schedule() }
  }

  private func look() {
    server.tellNews()
    server.sweep()
    server.purgeWhatIsDue()
    if isTime(\.lastBeat, News.heartbeat) { server.beat() }
    if isTime(\.lastRecount, News.recount) { server.recount() }
    if isTime(\.lastMinute, News.minute) {
      server.keepTime()
      server.remindOfExpiry()
    }
    schedule()
  }

  private func isTime(
    _ last: WritableKeyPath<Plan, NIODeadline>, _ interval: TimeAmount
  ) -> Bool {
    plan.withLock { plan in
      guard NIODeadline.now() - plan[keyPath: last] >= interval else { return false }
      plan[keyPath: last] = .now()
      return true
    }
  }

  /// Puts the next look where the server wants it now.
  private func schedule() {
    let pause = TimeAmount.milliseconds(server.pause)
    plan.withLock { plan in
      guard !plan.isOver else { return }
      plan.next?.cancel()
      plan.next = loop.scheduleTask(in: pause) { [weak self] in self?.begin() }
    }
  }
}
