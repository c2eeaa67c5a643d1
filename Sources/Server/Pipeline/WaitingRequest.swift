public import Contract
import HTTPTypes

/// What comes of a request before anything is written for it.
public enum FirstLook: Sendable {
  case answered(Answer)
  /// It has to write, and waits for its turn.
  case waits(WaitingRequest)
}

/// A request that has to write.
public struct WaitingRequest: Sendable {
  let route: Route
  var context: RequestContext

  /// Whether it can be answered without writing where writing takes too long, as it would have been a
  /// moment ago.
  public var canBeRead: Bool { route.method == .get }

  /// Where it comes from.
  public var address: ClientAddress? { context.request.address }

  /// Milliseconds for which it may wait for the lock.
  public var patience: Int { canBeRead ? 250 : 1000 }
}

/// Why a request was not even begun.
public struct NoTurn: Error, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// What the program that runs a server has to know of its threads.
public enum ServerThreads {
  /// More would wait for the connections that read.
  public static let readers = ServerStore.readers
}
