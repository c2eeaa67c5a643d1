import Contract
import Loyalty
import Server
import Synchronization
import TestSupport

/// A clock that the test moves.
final class Clock: Sendable {
  private let instant = Mutex(Instant(milliseconds: 1_795_431_900_000))

  var now: Instant { instant.withLock(\.self) }

  func pass(seconds: Int64) {
    instant.withLock { $0 = $0.adding(seconds: seconds) }
  }
}

/// The reference server, and the telephone that its codes come to.
final class Backend: Sendable {
  static let anna = "+79161234567"
  static let other = "+79990009988"

  private let server: LoyaltyServer
  let telephone = Telephone()
  private let folder: TemporaryFolder

  init(clock: Clock) throws {
    folder = try TemporaryFolder()
    let path = folder.path + "/server.sqlite"
    try Backend.templates.copy("coffee", to: path) {
      try _ = Backend.server($0, Telephone(), clock)
    }
    server = try Backend.server(path, telephone, clock)
  }

  private static let templates = FileTemplates()

  private static func server(
    _ path: String, _ telephone: Telephone, _ clock: Clock
  ) throws -> LoyaltyServer {
    try LoyaltyServer(
      configuration: ServerConfiguration(database: path, seed: .coffee),
      sms: telephone, clock: { clock.now })
  }

  /// A purchase at the till.
  func sell(to card: Card) throws {
    _ = try server.sell(
      TillPurchase(
        card: card.value, amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"]),
      key: "sale-\(UInt64.random(in: .min ... .max))")
  }

  func respond(to request: Request) async -> Response { await server.respond(to: request) }
}

final class Telephone: SMSGateway {
  private let code = Mutex("")

  var lastCode: String { code.withLock(\.self) }

  func send(_ message: CodeMessage, to phone: PhoneNumber) {
    code.withLock { $0 = message.code }
  }
}
