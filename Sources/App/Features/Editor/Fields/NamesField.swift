import Content
import Loyalty

/// For whom a block is: tiers, segments and languages are picked from those that the program has.
extension State {
  /// A name that can be on a list.
  struct NameChoice: Equatable {
    let name: String
    let title: String
    let isPicked: Bool
    /// Whether the program has it; what it has not can only be taken off.
    let isKnown: Bool
  }

  /// What can be on the list of the chosen field, what is on it and not the program's last.
  var nameChoices: [NameChoice] {
    guard let field = chosenField, field.control == .names else { return [] }
    let picked = (editor?.value(field)?.array ?? []).compactMap(\.string)
    let known = names(for: field)
    return known.map { name in
      NameChoice(
        name: name, title: title(of: name, in: field), isPicked: picked.contains(name),
        isKnown: true)
    }
      + picked.filter { !known.contains($0) }.map { name in
        NameChoice(
          name: name, title: cleaned(name, limit: 60), isPicked: true,
          isKnown: isUncertain(field))
      }
  }

  /// Whether nobody has told what the program has for a field.
  func isUncertain(_ field: EditorField) -> Bool {
    switch field.name {
    case "segments": screens.choices == nil
    case "tiers": screens.choices == nil && home.contents.tier == nil
    default: program == nil
    }
  }

  /// The program's names for a field; of segments that nobody has told, those that are in use.
  private func names(for field: EditorField) -> [String] {
    switch field.name {
    case "tiers":
      screens.choices?.tiers ?? (home.contents.tier?.tiers ?? []).map(\.id.rawValue)
    case "segments": screens.choices?.segments ?? segmentsAtHand
    default: contentLanguages.map(\.rawValue)
    }
  }

  private func title(of name: String, in field: EditorField) -> String {
    guard field.name == "tiers" else { return name }
    let tier = home.contents.tier?.tiers.first { $0.id.rawValue == name }
    return tier?.name.value(in: settings.language) ?? name
  }

  /// What stands in the field: "Gold, Silver".
  func titles(of field: EditorField) -> String {
    (editor?.value(field)?.array ?? []).compactMap(\.string)
      .map { cleaned(title(of: $0, in: field), limit: 60) }.joined(separator: ", ")
  }

  mutating func pickName(_ row: Int) {
    let choices = nameChoices
    guard sheets.last == .editor(.names), let field = chosenField, choices.indices.contains(row)
    else { return }
    var names = (editor?.value(field)?.array ?? []).compactMap(\.string)
    let name = choices[row].name
    if choices[row].isPicked { names.removeAll { $0 == name } } else { names.append(name) }
    let value: JSONValue? = names.isEmpty ? nil : .array(names.map { .string($0) })
    editor?.set(field, to: value, at: now)
    let (count, height) = (nameChoices.count, pickerRows)
    editor?.picker.selection = row
    editor?.picker.scrollToSelection(count: count, height: height)
  }
}

/// The names, those that are on the list with a mark.
func drawNames(_ state: State, on canvas: inout Canvas) {
  guard let field = state.chosenField else { return }
  let phrases = state.phrases
  var rows = state.nameChoices.map { choice in
    let note = choice.isKnown ? (choice.title == choice.name ? "" : choice.name) : nil
    return ("\(choice.isPicked ? "✓" : "·") \(choice.title)", note ?? phrases.say(.namesUnknown))
  }
  if rows.isEmpty { rows = [("—", phrases.say(.namesNone))] }
  drawPicker(phrases.editorField(field.name), rows, state, in: nil, on: &canvas) { .pickName($0) }
}

extension Phrase {
  static let namesUnknown = Phrase(en: "the program has it not", ru: "в программе такого нет")
  static let namesNone = Phrase(en: "there is nothing to choose", ru: "выбирать не из чего")
}
