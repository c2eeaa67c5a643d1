import Contract
import HTTPTypes
import Loyalty
import SQLite

/// Logging in by phone and one-time code, and the sessions that come of it.
struct AuthController {
  let server: LoyaltyServer

  /// Always 202, so that nobody learns who is a member.
  func requestCode(_ context: RequestContext) throws -> Response {
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
    if body.replaces?.rawValue.isEmpty == true {
      throw Problem.empty("/replaces", in: context.language)
    }
    let brand = try server.store.program().name.value(in: context.language) ?? "Loyalhub"
    let sms = server.sms
    let challenge = try server.store.challenge(phone, replacing: body.replaces, context) {
      let text =
        russian
        ? "\(brand): ваш код \($1). Никому его не сообщайте."
        : "\(brand): your code is \($1). Do not share it."
      sms.send(CodeMessage(text: text, code: $1, challenge: $0), to: phone)
    }
    return .json(challenge, status: .accepted)
  }

  func verifyCode(_ context: RequestContext) throws -> Response {
    let body = try context.body(CodeVerification.self)
    switch try server.store.verify(body, context) {
    case .success(let tokens): return .tokens(tokens)
    case .failure(let problem): return context.answer(problem)
    }
  }

  func refreshSession(_ context: RequestContext) throws -> Response {
    let body = try context.body(RefreshRequest.self)
    guard let tokens = try server.store.refresh(body.refreshToken, context) else {
      return context.answer(Problem(.unauthenticated, in: context.language))
    }
    return .tokens(tokens)
  }

  func endSession(_ context: RequestContext) throws -> Response {
    if let session = context.session { try server.store.endSession(session) }
    return Response(status: .noContent)
  }
}

extension Response {
  /// Nobody on the way keeps them.
  fileprivate static func tokens(_ tokens: SessionTokens) -> Response {
    .json(tokens, fields: [.cacheControl: "no-store"])
  }
}
