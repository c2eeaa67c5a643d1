import NIOCore
import NIOPosix
import Server
import ServiceLifecycle

/// Makes the server tell its streams what others have written, and keeps the streams alive.
struct News: Service {
  let desk: Desk

  /// A purchase at a till of another process shows within a second, the way to the screen included.
  static let interval = TimeAmount.milliseconds(200)
  /// The contract allows 20 s.
  static let heartbeat = TimeAmount.seconds(15)

  func run() async throws {
    let (telling, beating) = (Turn(), Turn())
    let server = desk.server
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let tasks = [
      loop.scheduleRepeatedTask(initialDelay: News.interval, delay: News.interval) { _ in
        desk.beside(telling) { server.tellNews() }
      },
      loop.scheduleRepeatedTask(initialDelay: News.heartbeat, delay: News.heartbeat) { _ in
        desk.beside(beating) { server.beat() }
      },
    ]
    // NB: cancelled is as good a reason to leave as asked.
    try? await gracefulShutdown()
    for task in tasks { task.cancel() }
  }
}
