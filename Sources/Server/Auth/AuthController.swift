import Contract
import HTTPTypes
import Loyalty
import SQLite

/// Logging in by phone and one-time code, and the sessions that come of it.
struct AuthController {
  let server: LoyaltyServer

  func respond(to route: Route, _ context: RequestContext) throws -> Response {
    switch route {
    case .requestCode: try requestCode(context)
    case .verifyCode: try verifyCode(context)
    case .refreshSession: try refreshSession(context)
    default: try endSession(context)
    }
  }

  /// Always 202, so that nobody learns who is a member.
  private func requestCode(_ context: RequestContext) throws -> Response {
    let body = try context.body(CodeRequest.self)
    let russian = context.language == .russian
    guard body.channel == "sms" else {
      throw Problem.invalid(
        "/channel", "invalid", russian ? "Доступен только канал sms." : "Only sms is there.",
        in: context.language)
    }
    guard let phone = PhoneNumber(e164: body.phone) else {
      throw Problem.invalid(
        "/phone", "invalid", russian ? "Это не номер E.164." : "This is no E.164 number.",
        in: context.language)
    }
    let (challenge, code) = try server.store.challenge(phone, context)
    let brand = try server.store.program().name.value(in: context.language) ?? "Loyalhub"
    let text =
      russian
      ? "\(brand): ваш код \(code). Никому его не сообщайте."
      : "\(brand): your code is \(code). Do not share it."
    let message = CodeMessage(text: text, code: code, challenge: challenge.id)
    server.store.database.afterCommit { [sms = server.sms] in sms.send(message, to: phone) }
    return .json(challenge, status: .accepted)
  }

  private func verifyCode(_ context: RequestContext) throws -> Response {
    let body = try context.body(CodeVerification.self)
    return .json(try server.store.verify(body, context))
  }

  private func refreshSession(_ context: RequestContext) throws -> Response {
    let body = try context.body(RefreshRequest.self)
    return .json(try server.store.refresh(body.refreshToken, context))
  }

  private func endSession(_ context: RequestContext) throws -> Response {
    if let session = context.session { try server.store.end(session) }
    return Response(status: .noContent)
  }
}
