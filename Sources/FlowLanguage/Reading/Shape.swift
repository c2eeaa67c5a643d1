/// What a key takes, as a schema and as words.
indirect enum Shape: Equatable, Sendable {
  /// A text, a number or a truth value; `${…}` may stand in it.
  case text
  /// A text in which nothing is put in.
  case plainText
  case pattern
  case flag
  /// A number; where it `isTemplate`, `${…}` may stand for it.
  case number(ClosedRange<Int>, isTemplate: Bool)
  case degrees(Double)
  /// Roubles.
  case amount
  case word(Words, isTemplate: Bool)
  /// A text of a form, as an expression that JSON schemas understand.
  case form(String, example: String)
  case list(Shape)
  /// One alone, or a list.
  case listOrOne(Shape)
  /// Names with texts.
  case names
  /// Keys and values that have a name of their own.
  case object(String)
  /// A text alone, or keys and values.
  case textOr(String)

  /// Words of which one is chosen.
  enum Words: Equatable, Sendable {
    case these([String])
    case languages
    case sessions
    case themes
    case brands

    func all(in surroundings: FlowSurroundings) -> [String] {
      switch self {
      case .these(let words): words
      case .languages: surroundings.languages
      case .sessions: surroundings.sessions
      case .themes: surroundings.themes
      case .brands: surroundings.brands
      }
    }
  }
}
