import Contract
import HTTPTypes
import Loyalty
import SQLite
import Synchronization

/// What an answer looks like when the server is to blame, and the one line that the operator gets of
/// each.
extension LoyaltyServer {
  func refused(_ error: any Error, _ context: RequestContext) -> Answer {
    let problem = problem(error, context.language).with(requestID: context.id)
    return finished(Answer(Response(problem, to: context.request)), context, cause: error)
  }

  private func problem(_ error: any Error, _ language: Language) -> Problem {
    switch error {
    case let problem as Problem: problem
    case is NeedsToWrite, is NoTurn: Problem(.busy, in: language, retryAfter: 1)
    case let error as DatabaseError where error.isBusy:
      Problem(.busy, in: language, retryAfter: 1)
    case let error as DatabaseError where error.isOfStorage:
      Problem(.storageUnavailable, in: language)
    default: Problem(.internalError, in: language)
    }
  }

  /// The answer with the fields that all have.
  ///
  /// - Parameter cause: why it is none that was asked for.
  func finished(
    _ answer: Answer, _ context: RequestContext, cause: (any Error)? = nil
  ) -> Answer {
    var answer = answer
    answer.response.fields[.date] = context.machine.httpDate
    answer.response.fields[.requestID] = context.id
    if let origin = context.originID { answer.response.fields[.originRequestID] = origin }
    if answer.response.status.code >= 500 { log(answer.response, context, cause) }
    return answer
  }

  /// One line, which names no person: of the path it has the route alone, of a statement no values.
  private func log(_ response: Response, _ context: RequestContext, _ cause: (any Error)?) {
    let origin = context.originID.map { " (the client's \($0))" } ?? ""
    let route = context.route.map { "\($0.method.rawValue) \($0.template)" } ?? "no route"
    let problem = response.problem
    let status = "\(response.status.code) \(problem?.code.rawValue ?? "")"
    let words = cause.map(words) ?? problem?.title ?? "no cause is known"
    let line = "request \(context.id)\(origin) \(route): \(status): \(words)"
    guard problem?.code == .busy else { return onFailure(line) }
    if let line = busyLines.say(line, at: context.machine) { onFailure(line) }
  }

  /// Says what was counted of lines that were not said.
  func sayHowManyWereBusy() {
    if let line = busyLines.rest() { onFailure(line) }
  }

  private func words(_ cause: any Error) -> String {
    let text: String
    switch cause {
    case let error as DatabaseError: text = "\(told(error)); \(error)"
    default: text = "\(cause)"
    }
    let line = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    return cleaned(line, limit: 1000)
  }
}

/// The lines of a flood: one a second, with the number of those that were left out.
final class BusyLines: Sendable {
  private struct Contents {
    var saidAt = Instant(milliseconds: .min)
    var leftOut = 0
  }

  private let contents = Mutex(Contents())

  /// - Returns: what is to be said now; `nil` when the last line is not a second old.
  func say(_ line: String, at now: Instant) -> String? {
    contents.withLock { contents in
      // NB: a clock that was set back does not silence the log.
      let isNew = !(contents.saidAt...contents.saidAt.adding(seconds: 1)).contains(now)
      guard isNew else {
        contents.leftOut += 1
        return nil
      }
      defer { contents = Contents(saidAt: now, leftOut: 0) }
      return contents.leftOut == 0 ? line : "\(line); \(contents.leftOut) more before it"
    }
  }

  func rest() -> String? {
    let count = contents.withLock { contents in
      defer { contents.leftOut = 0 }
      return contents.leftOut
    }
    return count == 0 ? nil : "\(count) more requests were answered 503 busy"
  }
}
