import Contract
import HTTPTypes
import Loyalty
import SQLite
import Synchronization

/// Opens a stream that says what changes as it changes.
struct EventController {
  let server: LoyaltyServer

  /// Milliseconds that a client should wait before it comes back.
  static let retryAfter = 1000

  func openStream(_ context: RequestContext) throws -> Answer {
    var response = Response(status: .ok)
    response.fields[.contentType] = ServerEvent.contentType
    response.fields[.cacheControl] = "no-store"
    // NB: a proxy that collects answers before it passes them on would hold up every event.
    if let name = HTTPField.Name("X-Accel-Buffering") { response.fields[name] = "no" }
    guard context.request.method != .head else { return Answer(response) }
    let known = context.request.fields[.lastEventID].map { Int64($0) ?? -1 }
    let stream = try server.hub.openStream(
      for: context.session, from: context.request.address, after: known)
    guard let stream else { throw Problem(.busy, in: context.language, retryAfter: 30) }
    response.body = stream.opening
    return Answer(response, stream: stream)
  }
}

extension LoyaltyServer {
  /// Says at once what this server has written itself; costs nothing without a listener.
  func tellOfOwn(_ route: Route) {
    // These may have planned something, or left a long history behind.
    if case .publish = route { return tellNews() }
    if route == .deleteMember {
      tellNews()
      // The log is to be emptied soon.
      return lookout.wake()
    }
    report { try hub.tellNews() }
  }

  /// Whoever is writing now is not waited for: the next look comes soon, and the streams do not wait.
  func publishDue() throws {
    do {
      try store.publishDue(at: clock.now, within: 0)
    } catch let error as DatabaseError where error.isBusy {}
  }

  /// Keeps the streams alive, and ends those whose session is over; call it every 15 seconds.
  public func beat() {
    sayHowManyFailed()
    report { try hub.beat(at: clock.machine) }
  }

  func report(_ body: () throws -> Void) {
    do {
      try body()
      toldOfEvents.withLock { $0 = nil }
    } catch {
      // Once: the next look is in a moment, and will fail for the same reason.
      let words = "\(error)"
      let isNew = toldOfEvents.withLock { told in
        defer { told = words }
        return told != words
      }
      if isNew { tell("looking for events", error) }
    }
  }
}
