public import Contract
import HTTPTypes
import Loyalty
import SQLite
import Synchronization

/// **One request is one unit**: all that it reads and writes is one transaction, from the session to
/// the answer that is kept for its key. So a server that is killed leaves a request either done, with
/// its answer, or not begun.
///
/// What is a part of the unit just calls the store's `read` and `write`, which join it. What a `write`
/// of a route has finished stays when a problem (4xx) is thrown after it; what the problem is thrown
/// through is taken back, and any other error takes back everything.
///
/// A GET reads. Where something in it has to be written (points expire, a session is noted as used),
/// it begins again as one that writes; when the lock for that does not come soon, or the disk takes
/// nothing, it is answered as of the moment before anything was due.
extension LoyaltyServer {
  /// The answer to any request, with what follows its body when it is a stream.
  public func answer(to request: Request) async -> Answer {
    switch look(at: request) {
    case .answered(let answer): answer
    case .waits(let waiting): write(waiting, within: waiting.patience)
    }
  }

  /// Answers what can be answered by reading; waits for nobody who writes.
  public func look(at request: Request) -> FirstLook {
    var context = RequestContext(request, clock)
    do {
      try request.checkLength(in: context.language)
      let route = try Route(request)
      context.route = route
      // The server is alive, whatever its database does.
      if route == .health {
        return .answered(finished(Answer(try perform(route, context)), context))
      }
      catchUp()
      context = context.begun(clock)
      // Who shows no token at all waits for nobody to be told so.
      if route.needsSession, request.fields.bearerToken == nil {
        throw Problem(.unauthenticated, in: context.language)
      }
      guard route.method == .get else {
        try readBody(route, &context)
        return .waits(WaitingRequest(route: route, context: context))
      }
      do {
        return .answered(finished(try read(route, context), context))
      } catch is NeedsToWrite {}
      let waiting = WaitingRequest(route: route, context: context)
      if !isWorthWaiting {
        do { return .answered(try alone(waiting)) } catch is NeedsToWrite {}
      }
      return .waits(waiting)
    } catch {
      return .answered(refused(error, context))
    }
  }

  /// Answers a request that has to write, when it is its turn.
  ///
  /// - Parameter milliseconds: for which another process may hold the lock.
  public func write(_ waiting: WaitingRequest, within milliseconds: Int) -> Answer {
    if waiting.route == .export { return export(waiting, within: milliseconds) }
    var context = waiting.context.begun(clock)
    do {
      let outcome = try writing(within: milliseconds) { connection in
        do {
          return Result<Response?, Problem>.success(
            try work(waiting.route, &context, connection))
        } catch let problem as Problem where problem.status < 500 {
          return .failure(problem)
        }
      }
      tellOfOwn(waiting.route)
      return finished(try opened(try outcome.get(), context), context)
    } catch let error as DatabaseError where error.isOfStorage && waiting.canBeRead {
      return readAlone(waiting)
    } catch {
      return refused(error, context)
    }
  }

  /// Answers a request that would have to write, without.
  public func readAlone(_ waiting: WaitingRequest) -> Answer {
    do { return try alone(waiting) } catch { return refused(error, waiting.context) }
  }

  private func alone(_ waiting: WaitingRequest) throws -> Answer {
    var context = waiting.context.begun(clock)
    context.mayWrite = false
    return finished(try read(waiting.route, context), context)
  }

  /// Answers that nobody has the time: before anything is done for a request.
  public func refuse(_ request: Request, _ reason: NoTurn) -> Answer {
    var context = RequestContext(request, clock)
    // A place that does not exist has no name in the log.
    context.route = try? Route(request)
    return refused(reason, context)
  }

  /// The same for one that has waited.
  public func refuse(_ waiting: WaitingRequest, _ reason: NoTurn) -> Answer {
    refused(reason, waiting.context)
  }

  private func read(_ route: Route, _ context: RequestContext) throws -> Answer {
    var context = context
    let response = try store.database.read { try work(route, &context, $0) }
    return try opened(response, context)
  }

  /// A stream begins outside of the unit: it waits for those who tell the others, who read too.
  private func opened(_ response: Response?, _ context: RequestContext) throws -> Answer {
    if let response { return Answer(response) }
    return try EventController(server: self).openStream(context)
  }

  /// - Returns: `nil` for a stream, which is still to be opened.
  private func work(
    _ route: Route, _ context: inout RequestContext, _ connection: Connection
  ) throws -> Response? {
    do {
      try admit(route, &context)
      // What is wrong with the body, where that was found before it was known who asks.
      _ = try context.screen.get()
      _ = try context.picture.get()
      if route == .events { return nil }
      guard route.needsIdempotencyKey, !route.isKnownByItself else {
        if route.isKnownByItself { _ = try context.idempotencyKey() }
        return try perform(route, context)
      }
      return try store.once(route, context, connection) { [context] in try perform(route, context) }
    } catch let error where error is Problem || error is DatabaseError || error is NeedsToWrite {
      throw error
    } catch {
      // What is stored cannot be read; the statement tells what it was.
      throw UnitFailure(cause: error, statement: connection.lastStatement)
    }
  }

  /// Finds out who asks, and whether they may.
  func admit(_ route: Route, _ context: inout RequestContext) throws {
    if route.needsSession
      || route.acceptsSession && context.request.fields[.authorization] != nil
    {
      context.session = try store.session(for: context)
      if !context.mayWrite { try store.stepBack(&context) }
    }
    if let role = route.role { try store.requireRole(role, context) }
    if let feature = route.feature, try !store.program().offers(feature) {
      throw Problem(.notFound, in: context.language)
    }
  }

  /// Bodies are read while others write, large ones once it is known that the one who sends it may.
  private func readBody(_ route: Route, _ context: inout RequestContext) throws {
    if context.request.body.count > Route.usualBody {
      guard context.request.body.count <= route.largestBody else {
        throw Problem.tooLarge(route.largestBody, in: context.language)
      }
      try checkSender(route, context)
      if route.needsIdempotencyKey { context.fingerprint = context.request.fingerprint }
    }
    context.read(bodyOf: route)
  }

  /// Whether what need not be written has a chance to: after somebody has waited for the lock in
  /// vain, the next one tries it a second later.
  private var isWorthWaiting: Bool {
    let last = lastBusy.load(ordering: .relaxed)
    return last == .min || uptime - last >= 1000
  }

  /// As one unit, for which others are waited for as long as there is hope: while another process
  /// holds the lock, everybody is told so at once.
  func writing<Result: Sendable>(
    within milliseconds: Int, _ body: (Connection) throws -> Result
  ) throws -> Result {
    let isHeld = lockIsHeld.load(ordering: .relaxed)
    do {
      let result = try store.database.write(
        locking: [], within: isHeld ? min(milliseconds, 50) : milliseconds, body)
      lockIsHeld.store(false, ordering: .relaxed)
      lastBusy.store(.min, ordering: .relaxed)
      return result
    } catch let error as DatabaseError where error.isBusy {
      lastBusy.store(uptime, ordering: .relaxed)
      // Who could not wait for long knows little about it.
      if milliseconds >= 500 { lockIsHeld.store(true, ordering: .relaxed) }
      throw error
    }
  }
}

/// What went wrong in a unit beside the database itself.
struct UnitFailure: Error, CustomStringConvertible {
  let cause: any Error
  /// The last one before it.
  let statement: String?

  var description: String {
    let cause = (cause as? WireError).map { "\(withoutNames($0))" } ?? "\(cause)"
    return cause + (statement.map { " after: \($0)" } ?? "")
  }

  /// Members of what is stored may be named after somebody; ours are plain words.
  private func withoutNames(_ error: WireError) -> WireError {
    let parts = error.pointer.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let isWord = part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
      let isPlace = part.utf8.count <= 3 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isWord || isPlace ? String(part) : "…"
    }
    return WireError(reason: error.reason, pointer: parts.joined(separator: "/"))
  }
}

extension ServerStore {
  /// Goes back to the moment before anything of the member's was due: as long as nothing can be
  /// written, the answer is true of that moment.
  fileprivate func stepBack(_ context: inout RequestContext) throws {
    let member = try context.member()
    let due = try database.read { connection in
      try connection.first(
        """
        SELECT min(CASE WHEN entry IS NULL THEN active_from ELSE expires_at END) FROM lot
        WHERE member = ? AND remaining > 0 AND remaining <> 0
        """, [.text(member.rawValue)]
      ) { $0.optionalInt(0) } ?? nil
    }
    let horizon = trust.horizon(context.now)
    if let due, due <= horizon.rawValue { context.now = Instant(milliseconds: due - 1) }
  }
}
