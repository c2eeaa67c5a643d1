import Contract
import Loyalty

/// An object whose members may be anything, so that each bad one can be named.
struct LooseObject: Decodable {
  enum Value: Hashable {
    case null
    case text(String)
    case other
  }

  private(set) var members: [String: Value] = [:]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys {
      if try container.decodeNil(forKey: key) {
        members[key.stringValue] = .null
      } else {
        // NB: anything but a text is wrong here, whatever else it is.
        let text = try? container.decode(String.self, forKey: key)
        members[key.stringValue] = text.map(Value.text) ?? .other
      }
    }
  }
}

/// Makes a change of the profile out of what was sent, or says all that is wrong with it.
struct PatchReader {
  let rules: ProfileRules
  /// Of the words.
  let language: Language

  /// What the server alone decides.
  private static let fixed = ["id", "joined_at", "name", "phone", "roles"]

  func patch(_ object: LooseObject) throws(Problem) -> ProfilePatch {
    var patch = ProfilePatch()
    var errors: [Problem.FieldError] = []
    for field in ProfilePatch.Field.allCases {
      switch object.members[field.rawValue] {
      case nil: continue
      case .null: patch.values.updateValue(nil, forKey: field)
      case .other:
        errors.append(
          error(field.rawValue, "wrong_type", "Здесь нужен текст.", "A text is needed."))
      case .text(let text):
        do throws(ProfileRules.Fault) {
          patch.values.updateValue(try rules.kept(text, as: field), forKey: field)
        } catch {
          errors.append(self.error(field, error))
        }
      }
    }
    for name in Self.fixed where object.members[name] != nil {
      errors.append(
        error(name, "read_only", "Это изменить нельзя.", "This cannot be changed."))
    }
    guard errors.isEmpty else {
      throw Problem(.validationFailed, in: language, errors: errors)
    }
    return patch
  }

  private func error(
    _ field: ProfilePatch.Field, _ fault: ProfileRules.Fault
  ) -> Problem.FieldError {
    let name = field.rawValue
    switch fault {
    case .empty:
      return error(
        name, "empty", "Здесь пусто. Чтобы убрать значение, пришлите null.",
        "This is empty. To take the value away, send null.")
    case .tooLong(let limit):
      return error(
        name, "too_long", "Не больше знаков: \(limit).", "At most \(limit) characters.")
    case .notName:
      return error(
        name, "invalid", "Нужны буквы; можно пробел, дефис и апостроф.",
        "Letters are needed; spaces, hyphens and apostrophes may be there.")
    case .notEmail:
      return error(
        name, "invalid", "Это не похоже на адрес почты латиницей.",
        "This does not look like an e-mail address in Latin letters.")
    case .notDay:
      return error(name, "invalid", "Такого дня нет.", "There is no such day.")
    case .dayOutOfRange:
      return error(
        name, "out_of_range", "День от 1900 года до сегодня.", "A day from 1900 to today.")
    case .unknownLanguage:
      return error(
        name, "invalid", "Программа не пишет на этом языке.",
        "The program does not write in this language.")
    }
  }

  private func error(
    _ name: String, _ code: String, _ russian: String, _ english: String
  ) -> Problem.FieldError {
    Problem.FieldError(
      pointer: "/\(name)", code: code, message: language == .russian ? russian : english)
  }
}
