import Contract
import HTTPTypes
import Loyalty
import Server
import Synchronization
import TestSupport
import Testing

/// A server on a database of its own, with a clock that the test moves and a telephone to look at.
final class Bench: Sendable {
  private struct Contents {
    var now = Instant(milliseconds: 1_795_431_900_000)
    var messages: [String] = []
    var lines: [String] = []
  }

  struct Telephone: SMSGateway {
    let deliver: @Sendable (String) -> Void

    func send(_ message: CodeMessage, to phone: PhoneNumber) { deliver(message.code) }
  }

  private let contents: Box
  private final class Box: Sendable {
    let contents = Mutex(Contents())
  }

  let path: String
  let server: LoyaltyServer
  static let anna = "+79161234567"

  init(
    seed: Seed? = .coffee, sharing other: Bench? = nil, streams: StreamLimits = StreamLimits(),
    smsPerMinute: Int = 600
  ) throws {
    let box = other?.contents ?? Box()
    contents = box
    path = other?.path ?? TemporaryFile.path("server.sqlite")
    if let seed, other == nil {
      try Bench.templates.copy(seed.rawValue, to: path) {
        try _ = Bench.server($0, seed, box, streams)
      }
    }
    server = try Bench.server(path, seed, box, streams, smsPerMinute)
  }

  private static let templates = FileTemplates()

  private static func server(
    _ path: String, _ seed: Seed?, _ box: Box, _ streams: StreamLimits, _ smsPerMinute: Int = 600
  ) throws -> LoyaltyServer {
    try LoyaltyServer(
      configuration: ServerConfiguration(
        database: path, seed: seed, smsPerMinute: smsPerMinute, streams: streams),
      sms: Telephone { code in box.contents.withLock { $0.messages.append(code) } },
      clock: { box.contents.withLock(\.now) },
      onFailure: { line in box.contents.withLock { $0.lines.append(line) } })
  }

  var codes: [String] { contents.contents.withLock(\.messages) }
  /// What the operator was told.
  var lines: [String] { contents.contents.withLock(\.lines) }
  var now: Instant { contents.contents.withLock(\.now) }

  func pass(seconds: Int64) {
    contents.contents.withLock { $0.now = $0.now.adding(seconds: seconds) }
  }

  func send(
    _ route: Route, body: [UInt8] = [], token: String? = nil, key: String? = nil,
    fields: HTTPFields = [:]
  ) async -> Response {
    var request = route.request(body: body, fields: fields)
    request.fields.bearerToken = token
    if let key { request.fields[.idempotencyKey] = key }
    return await server.respond(to: request)
  }

  func requestCode(_ phone: String = anna, key: String = Bench.key()) async -> Response {
    await send(.requestCode, body: Wire.encode(CodeRequest(phone: phone)), key: key)
  }

  func challenge(_ phone: String = anna) async throws -> CodeChallenge {
    try Wire.decode(CodeChallenge.self, from: await requestCode(phone).body)
  }

  func verify(
    _ challenge: CodeChallenge, _ code: String, key: String = Bench.key()
  ) async -> Response {
    let body = CodeVerification(challengeID: challenge.id, code: code)
    return await send(.verifyCode, body: Wire.encode(body), key: key)
  }

  func signIn(_ phone: String = anna) async throws -> SessionTokens {
    let challenge = try await challenge(phone)
    let code = try #require(codes.last)
    return try Wire.decode(SessionTokens.self, from: await verify(challenge, code).body)
  }

  func refresh(_ tokens: SessionTokens) async -> Response {
    await send(
      .refreshSession, body: Wire.encode(RefreshRequest(refreshToken: tokens.refreshToken)))
  }

  static func key() -> String { "key-\(UInt64.random(in: .min ... .max))" }
}
