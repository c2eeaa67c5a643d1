import Cells

/// Labelled fields in a sheet, filled one after the other and submitted together.
///
/// `State.openSheet(with:)` shows the sheet, `drawForm` draws it there; closing the sheet drops it.
public struct Form: Equatable, Sendable {
  /// The sheet that it belongs to.
  let sheet: Sheet
  /// In the order of Tab.
  private(set) var fields: [Field]
  /// What Enter in the last field and the button do.
  let submit: Action
  let submitTitle: Phrase
  /// While it is being submitted nothing can be changed.
  var isBusy = false

  init(on sheet: Sheet, _ fields: [Field], submit: Action, title: Phrase) {
    self.sheet = sheet
    self.fields = fields
    self.submit = submit
    submitTitle = title
  }

  struct Field: Equatable, Sendable {
    let id: Element.ID
    let label: Phrase
    /// Shown while nothing is typed.
    var placeholder: Phrase?
    var content: Content
    /// What stood in it when the form was opened.
    private var original: Content
    /// Whether what is typed must not be seen.
    var isSecret = false
    /// Whether a moment is typed: whose clock it is on stands beside it.
    var isMoment = false
    /// What stands under the field, until it is changed.
    var problem: Problem?

    /// A line of text.
    init(
      _ id: Element.ID, _ label: Phrase, _ text: String = "", limit: Int = 200,
      placeholder: Phrase? = nil
    ) {
      self.id = id
      self.label = label
      self.placeholder = placeholder
      content = .text(TextField(text, limit: limit))
      original = content
    }

    /// A moment on one's own clock; an example stands where nothing is typed.
    static func moment(_ id: Element.ID, _ label: Phrase, _ text: String) -> Field {
      var field = Field(id, label, text, limit: 40, placeholder: .momentHint)
      field.isMoment = true
      return field
    }

    /// One of a few values; there is at least one.
    init(_ id: Element.ID, _ label: Phrase, choices: [Choice], selected value: String? = nil) {
      self.id = id
      self.label = label
      content = .choice(choices, choices.firstIndex { $0.value == value } ?? 0)
      original = content
    }

    /// Puts something into it as if it had stood there at first.
    fileprivate mutating func propose(_ content: Content) {
      self.content = content
      original = content
    }

    /// Whether something else stands in it than at first; what was not touched is not to be written.
    var isTouched: Bool {
      switch (content, original) {
      case (.text(let now), .text(let before)): now.text != before.text
      case (.choice(_, let now), .choice(_, let before)): now != before
      case (.text, .choice), (.choice, .text): true
      }
    }
  }

  enum Content: Equatable, Sendable {
    case text(TextField)
    case choice([Choice], Int)
  }

  /// A value, and what a person calls it.
  struct Choice: Equatable, Sendable {
    let value: String
    let title: Title

    init(value: String, title: Title) {
      self.value = value
      self.title = title
    }

    /// A value that is its own name.
    init(_ value: String) {
      self.init(value: value, title: .name(value))
    }

    enum Title: Equatable, Sendable {
      case phrase(Phrase)
      /// A name that is the same in each language.
      case name(String)
    }
  }

  /// Why what stands in a field cannot be taken.
  enum Problem: Equatable, Sendable {
    case phrase(Phrase, [String: String] = [:])
    /// The server's words, cleaned.
    case said(String)
  }

  /// What stands in a field: its text, or the value that is chosen; empty for an unknown field.
  subscript(id: Element.ID) -> String {
    switch field(id)?.content {
    case nil: ""
    case .text(let text): text.text
    case .choice(let choices, let place):
      choices.indices.contains(place) ? choices[place].value : ""
    }
  }

  func field(_ id: Element.ID) -> Field? { fields.first { $0.id == id } }

  func isTouched(_ id: Element.ID) -> Bool { field(id)?.isTouched ?? false }

  /// Whether words were typed that go with the form.
  var hasNewWords: Bool {
    fields.contains { field in
      guard case .text = field.content else { return false }
      return field.isTouched
    }
  }

  /// Says what is wrong; the first field with a problem gets the caret (`State.showProblems`).
  mutating func reject(_ id: Element.ID, _ problem: Problem) {
    guard let place = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[place].problem = problem
  }

  /// Changes a text; `nil` when the field is no text.
  mutating func edit<Result>(
    _ id: Element.ID, _ change: (inout TextField) -> Result
  ) -> Result? {
    guard let place = fields.firstIndex(where: { $0.id == id }),
      case .text(var text) = fields[place].content
    else { return nil }
    let old = text
    let result = change(&text)
    fields[place].content = .text(text)
    if text.text != old.text { fields[place].problem = nil }
    return result
  }

  /// Chooses what is most likely meant, as long as the person has not chosen.
  mutating func propose(_ id: Element.ID, _ value: String) {
    guard let place = fields.firstIndex(where: { $0.id == id }), !isBusy,
      !fields[place].isTouched, case .choice(let choices, let chosen) = fields[place].content,
      let likely = choices.firstIndex(where: { $0.value == value }), likely != chosen
    else { return }
    fields[place].propose(.choice(choices, likely))
  }

  /// Goes so many values further, round and round.
  mutating func choose(_ id: Element.ID, by step: Int) {
    guard let place = fields.firstIndex(where: { $0.id == id }), !isBusy,
      case .choice(let choices, let chosen) = fields[place].content, !choices.isEmpty
    else { return }
    let next = (chosen + step % choices.count + choices.count) % choices.count
    fields[place].content = .choice(choices, next)
    // NB: what is wrong with a text may depend on what is chosen.
    for place in fields.indices { fields[place].problem = nil }
  }
}
