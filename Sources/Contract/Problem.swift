public import Loyalty

/// An error as the server tells it: `application/problem+json` (RFC 9457).
public struct Problem: Error, Codable, Equatable, Sendable, CustomStringConvertible {
  public var type: String
  /// For people, in the language of the request.
  public var title: String
  public var status: Int
  public var code: Code
  @Nullable public var detail: String?
  @Nullable public var requestID: String?
  public var errors: [FieldError]
  /// Seconds to wait before the same request can succeed.
  @Nullable public var retryAfter: Int?
  /// What stands there now, for an `edit_conflict`; left out of all others.
  public var conflict: StaleEdit?

  public init(
    status: Int, code: Code, title: String, detail: String? = nil, requestID: String? = nil,
    errors: [FieldError] = [], retryAfter: Int? = nil, conflict: StaleEdit? = nil
  ) {
    self.conflict = conflict
    type = "urn:loyalhub:problem:\(code.rawValue)"
    self.title = title
    self.status = status
    self.code = code
    self.detail = detail
    self.requestID = requestID
    self.errors = errors
    self.retryAfter = retryAfter
  }

  public var description: String {
    [title, detail, "(\(code.rawValue))"].compactMap(\.self).joined(separator: " ")
  }

  enum CodingKeys: String, CodingKey {
    case type
    case title
    case status
    case code
    case detail
    case requestID = "request_id"
    case errors
    case retryAfter = "retry_after_s"
    case conflict
  }

  /// What is wrong with one member of the request's body.
  public struct FieldError: Codable, Equatable, Sendable {
    /// RFC 6901.
    public var pointer: String
    public var code: String
    public var message: String

    public init(pointer: String, code: String, message: String) {
      self.pointer = pointer
      self.code = code
      self.message = message
    }
  }

  /// The machine-readable reason; a newer server may know more of them.
  public struct Code: RawRepresentable, Codable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let badRequest = Code(rawValue: "bad_request")
    public static let unauthenticated = Code(rawValue: "unauthenticated")
    public static let otpInvalid = Code(rawValue: "otp_invalid")
    public static let otpLocked = Code(rawValue: "otp_locked")
    public static let forbidden = Code(rawValue: "forbidden")
    public static let notFound = Code(rawValue: "not_found")
    public static let methodNotAllowed = Code(rawValue: "method_not_allowed")
    public static let validationFailed = Code(rawValue: "validation_failed")
    public static let idempotencyRequired = Code(rawValue: "idempotency_required")
    public static let idempotencyMismatch = Code(rawValue: "idempotency_mismatch")
    public static let inProgress = Code(rawValue: "in_progress")
    public static let rateLimited = Code(rawValue: "rate_limited")
    public static let bodyTooLarge = Code(rawValue: "body_too_large")
    public static let targetTooLong = Code(rawValue: "target_too_long")
    public static let fieldsTooLarge = Code(rawValue: "fields_too_large")
    public static let clientTooOld = Code(rawValue: "client_too_old")
    public static let maintenance = Code(rawValue: "maintenance")
    public static let internalError = Code(rawValue: "internal_error")
    /// The server's disk takes nothing now; nothing was changed.
    public static let storageUnavailable = Code(rawValue: "storage_unavailable")
    /// Nobody had the time, or another process holds the database; nothing was changed.
    public static let busy = Code(rawValue: "busy")
    public static let insufficientPoints = Code(rawValue: "insufficient_points")
    public static let outOfStock = Code(rawValue: "out_of_stock")
    public static let limitReached = Code(rawValue: "limit_reached")
    public static let notEligible = Code(rawValue: "not_eligible")
    public static let priceChanged = Code(rawValue: "price_changed")
    public static let rewardInactive = Code(rawValue: "reward_inactive")
    public static let preconditionRequired = Code(rawValue: "precondition_required")
    public static let editConflict = Code(rawValue: "edit_conflict")
    public static let publishBlocked = Code(rawValue: "publish_blocked")
    /// A body of another kind than the route takes, or than the request says.
    public static let unsupportedMediaType = Code(rawValue: "unsupported_media_type")
  }
}

extension Schema {
  static let problems: [String: JSON] = [
    "Problem": object(
      "What went wrong (RFC 9457).",
      [
        "type": text("urn:loyalhub:problem: and the code."),
        "title": text("For people, in the language of the request."),
        "status": whole("The answer's status.", 400...599),
        "code": openEnum(Problem.Code.all.map(\.rawValue)),
        "detail": nullable(string),
        "request_id": nullable(text("The same as the X-Request-Id field.")),
        "errors": list(of: reference("FieldError")),
        "retry_after_s": nullable(whole("Seconds to wait first.", 0...86_400)),
      ]),
    "FieldError": object(
      "What is wrong with one part of the request.",
      [
        "pointer": text(
          "RFC 6901 for a member of the body, the bare name for a query parameter or a field."),
        "code": openEnum(Problem.Reason.allCases.map(\.rawValue)),
        "message": text("For people."),
      ]),
  ]
}

extension Sample {
  static let problems = [
    Sample(
      "Problem",
      Problem(
        status: 422, code: .validationFailed, title: "t", detail: "d", requestID: "r",
        errors: [Problem.FieldError(pointer: "/phone", code: "invalid", message: "m")],
        retryAfter: 3)),
    Sample("Problem", Problem(.notFound, in: .english)),
  ]
}
