import Cells
import Loyalty

extension ProfilePatch.Field {
  /// In the order in which they are filled in.
  static let inForm: [ProfilePatch.Field] = [
    .firstName, .lastName, .email, .birthday, .city, .language,
  ]

  var element: Element.ID { Element.ID(rawValue: "profile.\(rawValue)") }

  var label: Phrase {
    switch self {
    case .firstName: .profileFirstName
    case .lastName: .profileLastName
    case .email: .profileEmail
    case .birthday: .profileBirthday
    case .language: .profileLanguage
    case .city: .profileCity
    }
  }
}

extension State {
  /// More than any value: a text that is too long is said to be, not cut.
  private static let longestText = 300

  /// The form with what is known, what was left unsaved, and what the server said of that.
  func profileForm(of member: Member) -> Form {
    let texts = profileTexts(of: member).merging(profile.draft) { $1 }
    let fields = ProfilePatch.Field.inForm.map { field -> Form.Field in
      let text = texts[field] ?? ""
      var formField: Form.Field
      if field == .language {
        formField = Form.Field(
          field.element, field.label, choices: languageChoices(beside: text), selected: text)
      } else {
        formField = Form.Field(
          field.element, field.label, text, limit: Self.longestText,
          placeholder: field == .birthday ? .profileBirthdayHint : nil)
      }
      formField.problem = profile.problems[field].map(Form.Problem.said)
      return formField
    }
    return Form(on: .profile(.form), fields, submit: .profile(.save), title: .profileSave)
  }

  private func languageChoices(beside value: String) -> [Form.Choice] {
    let names = ["ru": "Русский", "en": "English"]
    var tags = program?.languages.map(\.rawValue) ?? []
    if !value.isEmpty, !tags.contains(value) { tags.append(value) }
    return [Form.Choice(value: "", title: .phrase(.profileAnyLanguage))]
      + tags.map { Form.Choice(value: $0, title: .name(names[$0] ?? $0)) }
  }

  /// What stands in the fields when nothing was changed.
  func profileTexts(of member: Member) -> [ProfilePatch.Field: String] {
    var texts: [ProfilePatch.Field: String] = [:]
    for field in ProfilePatch.Field.allCases { texts[field] = member[field] ?? "" }
    if let birthday = member.birthday { texts[.birthday] = phrases.typed(birthday) }
    return texts
  }

  /// Keeps what is typed when its sheet goes; what is on the disk already needs no draft.
  mutating func keepDraft(of form: Form) {
    guard form.sheet == .profile(.form), !form.isBusy, let member = profile.contents.member else {
      return
    }
    let known = profileTexts(of: member)
    profile.draft = [:]
    profile.problems = [:]
    for field in ProfilePatch.Field.allCases where form[field.element] != known[field] {
      profile.draft[field] = form[field.element]
      // NB: what the server said holds as long as the text does.
      if case .said(let words) = form.field(field.element)?.problem {
        profile.problems[field] = words
      }
    }
  }
}

extension Phrasebook {
  /// A day as it is typed in.
  func typed(_ day: Day) -> String {
    guard language == .russian else { return day.description }
    let parts = day.description.split(separator: "-")
    return parts.reversed().joined(separator: ".")
  }
}

extension Day {
  /// Reads `1990-05-17`, `17.05.1990` and `17.5.1990`.
  init?(typed text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      self.init(text)
      return
    }
    let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isPlain, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
