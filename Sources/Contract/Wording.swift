public import Content
public import Loyalty

extension Problem {
  /// A problem with the status and the words that belong to its code.
  public init(
    _ code: Code, in language: Language, detail: String? = nil, errors: [FieldError] = [],
    retryAfter: Int? = nil
  ) {
    self.init(
      status: code.status, code: code, title: code.title(in: language), detail: detail,
      errors: errors, retryAfter: retryAfter)
  }

  /// A problem with one member of the body, by its pointer, or with one query parameter or field
  /// of the request, by its name.
  public static func invalid(
    _ place: String, _ reason: String, _ message: String, in language: Language
  ) -> Problem {
    Problem(
      .validationFailed, in: language,
      errors: [FieldError(pointer: place, code: reason, message: message)])
  }

  /// A problem with a name in the body that has no letters.
  public static func empty(_ place: String, in language: Language) -> Problem {
    invalid(
      place, Reason.invalid.rawValue,
      language == .russian ? "Здесь ничего не написано." : "Nothing stands here.", in: language)
  }

  /// A problem with one place of the request, in the words that every such reason has.
  static func invalid(_ place: String, _ reason: Reason, in language: Language) -> Problem {
    let russian = language == .russian
    let message =
      switch reason {
      case .notJSON: russian ? "Тело запроса не является JSON." : "The body is not JSON."
      case .missing: russian ? "Поле обязательно." : "This member is required."
      case .wrongType: russian ? "Поле другого типа." : "This member has another type."
      case .invalid: russian ? "Недопустимое значение." : "This value is not allowed."
      case .outOfRange: russian ? "Значение вне пределов." : "This value is out of range."
      case .duplicate:
        russian
          ? "Это имя встречается в объекте дважды." : "This name stands twice in the same object."
      case .tooDeep: russian ? "Вложенность слишком глубока." : "This is nested too deep."
      }
    return invalid(place, reason.rawValue, message, in: language)
  }

  enum Reason: String, CaseIterable {
    case notJSON = "not_json"
    case missing
    case wrongType = "wrong_type"
    case invalid
    case outOfRange = "out_of_range"
    case duplicate
    case tooDeep = "too_deep"
  }

  /// A body that could not be read.
  public init(_ error: WireError, in language: Language) {
    self = .invalid(
      error.pointer, Reason(rawValue: error.reason.rawValue) ?? .invalid, in: language)
  }

  /// A body that is not worth decoding.
  ///
  /// - Parameter limits: what the route takes.
  public init(_ fault: JSONFault, _ limits: JSONLimits, in language: Language) {
    let pointer = WireError.pointer(fault.path)
    switch fault.reason {
    case .notJSON: self = .invalid("", .notJSON, in: language)
    case .tooDeep: self = .invalid(pointer, .tooDeep, in: language)
    case .duplicate: self = .invalid(pointer, .duplicate, in: language)
    case .outOfRange: self = .invalid(pointer, .outOfRange, in: language)
    case .tooManyValues:
      self.init(
        .bodyTooLarge, in: language,
        detail: language == .russian
          ? "Значений в нём больше \(limits.values)."
          : "It holds more than \(limits.values) values.")
    }
  }

  /// A body of more bytes than the route takes.
  public static func tooLarge(_ bytes: Int, in language: Language) -> Problem {
    Problem(
      .bodyTooLarge, in: language,
      detail: language == .russian
        ? "Здесь принимается не больше \(bytes / 1024) КБ."
        : "At most \(bytes / 1024) kB are taken here.")
  }
}

extension Problem.Code {
  /// Every reason that this version of the contract knows.
  public static let all: [Problem.Code] = [
    .badRequest, .unauthenticated, .otpInvalid, .otpLocked, .forbidden, .notFound,
    .methodNotAllowed, .validationFailed, .idempotencyRequired, .idempotencyMismatch, .inProgress,
    .rateLimited, .bodyTooLarge, .targetTooLong, .fieldsTooLarge, .clientTooOld, .maintenance,
    .internalError, .storageUnavailable, .busy, .insufficientPoints, .outOfStock, .limitReached,
    .notEligible, .priceChanged, .rewardInactive, .preconditionRequired, .editConflict,
    .publishBlocked, .unsupportedMediaType,
  ]

  /// The HTTP status that goes with the reason.
  public var status: Int { entry.status }

  /// What a person is told, in Russian or else in English.
  public func title(in language: Language) -> String {
    language == .russian ? entry.russian : entry.english
  }

  private var entry: (status: Int, english: String, russian: String) {
    switch self {
    case .badRequest:
      (400, "The request is not valid HTTP.", "Запрос составлен не по правилам HTTP.")
    case .unauthenticated: (401, "Please sign in.", "Войдите, пожалуйста.")
    case .otpInvalid:
      (422, "This code is wrong or has expired.", "Код неверен или уже не действует.")
    case .otpLocked:
      (429, "Too many wrong codes; try later.", "Слишком много неверных кодов; попробуйте позже.")
    case .forbidden: (403, "This is not allowed for you.", "Это вам не разрешено.")
    case .notFound: (404, "There is no such thing.", "Такого здесь нет.")
    case .methodNotAllowed:
      (405, "This cannot be done here.", "Так с этим обращаться нельзя.")
    case .validationFailed:
      (422, "Something in the request is not right.", "В запросе что-то не так.")
    case .idempotencyRequired:
      (400, "The Idempotency-Key field is missing.", "Нет поля Idempotency-Key.")
    case .idempotencyMismatch:
      (
        422, "This Idempotency-Key was used for another request.",
        "Этот Idempotency-Key уже был у другого запроса."
      )
    case .inProgress:
      (409, "The same request is still running.", "Такой же запрос ещё выполняется.")
    case .rateLimited:
      (429, "Too many requests; wait a little.", "Слишком много запросов; подождите немного.")
    case .bodyTooLarge: (413, "The request is too large.", "Запрос слишком велик.")
    case .targetTooLong:
      (414, "The address of the request is too long.", "Адрес запроса слишком длинный.")
    case .fieldsTooLarge:
      (431, "The fields of the request are too large.", "Поля запроса слишком велики.")
    case .clientTooOld:
      (426, "Please update the app.", "Обновите, пожалуйста, приложение.")
    case .maintenance:
      (503, "The service is being maintained.", "Идут технические работы.")
    case .storageUnavailable:
      (
        507, "The server cannot store anything right now; nothing was changed. Try again later.",
        "Сервер сейчас не может ничего сохранить; ничего не изменилось. Попробуйте позже."
      )
    case .busy:
      (
        503, "The server has too much to do right now; nothing was changed. Try again in a moment.",
        "Сервер сейчас перегружен; ничего не изменилось. Попробуйте ещё раз чуть позже."
      )
    case .insufficientPoints:
      (422, "You do not have enough points for this.", "Для этого не хватает баллов.")
    case .outOfStock: (409, "There are none left.", "Этого больше не осталось.")
    case .limitReached:
      (422, "You have taken as many of these as you may.", "Вы взяли столько, сколько можно.")
    case .notEligible: (422, "This is not for you yet.", "Вам это пока недоступно.")
    case .priceChanged:
      (409, "The price has changed; nothing was spent.", "Цена изменилась; ничего не списано.")
    case .rewardInactive:
      (409, "This reward is no longer offered.", "Эту награду больше не предлагают.")
    case .preconditionRequired:
      (428, "The If-Match field is missing.", "Нет поля If-Match.")
    case .editConflict:
      (412, "Somebody has changed this meanwhile.", "Кто-то тем временем это изменил.")
    case .publishBlocked:
      (
        422, "Something has to be put right before publishing.",
        "Перед публикацией нужно исправить ошибки."
      )
    case .unsupportedMediaType:
      (415, "This kind of file is not taken here.", "Файлы такого вида здесь не принимаются.")
    default: (500, "The server has failed.", "На сервере произошла ошибка.")
    }
  }
}
