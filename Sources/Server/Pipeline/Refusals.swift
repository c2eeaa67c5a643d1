import Contract
import HTTPTypes
import Loyalty
import SQLite

/// What an answer looks like when the server is to blame, and the line that the operator gets of it.
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
    let what = "\(route): \(status): \(words)"
    let kind = problem?.code == .busy ? FailureKind.busy : FailureKind(words: what)
    let line = "request \(context.id)\(origin) \(what)"
    if let line = failureLines.say(line, kind, at: context.machine) { onFailure(line) }
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
