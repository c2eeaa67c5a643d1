import App
import Contract
import Loyalty
import Sync

extension Services {
  func ask(_ request: LoginRequest, _ language: Language) async throws(SyncFailure) -> LoginEvent {
    switch request {
    case .sendCode(let phone, let old):
      let challenge = try await sync.requestCode(
        phone: phone.e164, replacing: old.map { .init($0.rawValue) }, language: language)
      return .codeSent(Challenge(challenge, for: phone, now: now()))
    case .verifyCode(let id, let code):
      try await sync.verify(challenge: .init(id.rawValue), code: code, language: language)
      return .signedIn
    case .logOut:
      try await sync.logOut(language: language)
      return .signedOut
    }
  }
}

extension Challenge {
  init(_ challenge: CodeChallenge, for phone: PhoneNumber, now: Instant) {
    self.init(
      id: .init(challenge.id.rawValue), phone: phone,
      target: cleaned(challenge.maskedTarget, limit: 40),
      codeLength: min(12, max(1, challenge.codeLength)), expiresAt: challenge.expiresAt,
      resendAt: now.adding(seconds: Int64(min(3600, max(0, challenge.resendAfter)))))
  }
}
