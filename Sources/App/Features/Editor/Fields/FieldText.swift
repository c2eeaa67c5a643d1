import Content
import Loyalty

/// Values as a person reads and types them.
extension State {
  /// The program's languages, which its texts should be in.
  var contentLanguages: [Language] { program?.languages ?? Phrasebook.languages }

  var editorFields: [EditorField] { editor?.fields(contentLanguages) ?? [] }

  var chosenField: EditorField? {
    guard let editor, editorFields.indices.contains(editor.field.selection) else { return nil }
    return editorFields[editor.field.selection]
  }

  func text(of field: EditorField) -> String {
    guard let value = editor?.value(field) else { return "" }
    switch field.control {
    case .line, .text, .target: return value.string ?? ""
    case .choice(let names):
      let name = value.string ?? ""
      return names.contains(name) || name.isEmpty ? name : "\(name) ?"
    case .whole: return value.integer.map(String.init) ?? cleaned(value.string ?? "", limit: 20)
    case .names: return (value.array ?? []).compactMap(\.string).joined(separator: ", ")
    case .instant:
      let text = value.string ?? ""
      return Instant(rfc3339: text).map { moment($0) } ?? text
    case .picture: return words(forPicture: value)
    case .unknown: return cleaned(value.shown, limit: 200)
    }
  }

  /// What typed text stands for; text that is no moment is kept, and the lint tells of it.
  func value(of text: String, for field: EditorField) -> JSONValue? {
    guard !text.isEmpty else { return nil }
    switch field.control {
    case .instant: return .string(instant(text)?.rfc3339 ?? text)
    case .whole: return Int64(text).map { .integer($0) } ?? .string(text)
    case .line, .text, .choice, .names, .target, .picture, .unknown: return .string(text)
    }
  }

  /// What somebody can choose as the target of an action.
  func targets(of kind: BlockAction.Kind) -> [(id: String, title: String)] {
    let language = settings.language
    switch kind {
    case .screen:
      return (screens.contents.screens ?? []).map { ($0.slug, $0.title(in: self)) }
    case .reward:
      return (rewards.contents.rewards ?? []).map {
        ($0.id.rawValue, $0.title.value(in: language) ?? $0.id.rawValue)
      }
    case .promotion:
      return promotions.items.map {
        ($0.id.rawValue, $0.title.value(in: language) ?? $0.id.rawValue)
      }
    case .shop:
      return (shops.contents.shops ?? []).map {
        ($0.id.rawValue, $0.name.value(in: language) ?? $0.id.rawValue)
      }
    default: return []
    }
  }

  /// Those that fit what is typed into the picker.
  var filteredTargets: [(id: String, title: String)] {
    guard case .target(let kind) = chosenField?.control, let editor else { return [] }
    let wanted = editor.filter.text.lowercased()
    return targets(of: kind).filter {
      wanted.isEmpty || $0.title.lowercased().contains(wanted) || $0.id.contains(wanted)
    }
  }
}

extension JSONValue {
  /// In one line, for a person.
  var shown: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .string(let text): text
    case .array(let values): "[" + values.prefix(20).map(\.shown).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.prefix(20).map { "\($0.key): \($0.value.shown)" }
        .joined(separator: ", ") + "}"
    }
  }
}
