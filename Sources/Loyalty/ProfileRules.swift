/// What may stand in a profile; both sides go by it, and the server has the last word.
public struct ProfileRules: Sendable {
  /// Whoever is born later is not born yet.
  public let today: Day
  /// In which the program can write.
  public let languages: [Language]

  public init(today: Day, languages: [Language]) {
    self.today = today
    self.languages = languages
  }

  /// Why a text cannot be taken.
  public enum Fault: Error, Hashable, Sendable {
    case empty
    /// Characters that are allowed.
    case tooLong(Int)
    case notName
    case notEmail
    case notDay
    case dayOutOfRange
    case unknownLanguage
  }

  /// Characters.
  public static func limit(of field: ProfilePatch.Field) -> Int {
    switch field {
    case .firstName, .lastName, .city: 60
    case .email: 254
    case .birthday: 10
    case .language: 35
    }
  }

  private static let firstYear = 1900

  /// The text as it is kept: without what cannot be seen, and without needless space.
  public func kept(_ text: String, as field: ProfilePatch.Field) throws(Fault) -> String {
    let limit = ProfileRules.limit(of: field)
    // Longer by far than any value: nothing behind it can matter.
    let clean = cleaned(text, limit: 4 * limit)
    let words = clean.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { throw .empty }
    guard words.count <= limit else { throw .tooLong(limit) }
    switch field {
    case .firstName, .lastName:
      guard ProfileRules.isName(words, allowing: " -'’.") else { throw .notName }
    case .city:
      guard ProfileRules.isName(words, allowing: " -'’.,()0123456789") else { throw .notName }
    case .email: guard ProfileRules.isEmail(words) else { throw .notEmail }
    case .birthday:
      guard let day = Day(words) else { throw .notDay }
      guard day.year >= ProfileRules.firstYear, day <= today else { throw .dayOutOfRange }
    case .language:
      guard languages.contains(Language(rawValue: words)) else { throw .unknownLanguage }
    }
    return words
  }

  /// Letters of any script, one at least, and some signs between them.
  private static func isName(_ text: String, allowing signs: String) -> Bool {
    text.contains(where: \.isLetter) && text.allSatisfy { $0.isLetter || signs.contains($0) }
  }

  /// `local@domain.tld` in ASCII: what nearly all mail servers can deliver to (RFC 5321, 4.5.3.1).
  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return false
    }
    let local = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let signs = "!#$%&'*+/=?^_`{|}~-"
    return parts[0].utf8.count <= 64 && domain.count >= 2
      && local.allSatisfy { atom in
        !atom.isEmpty && atom.allSatisfy { isPlain($0) || signs.contains($0) }
      }
      && domain.allSatisfy { label in
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.allSatisfy { isPlain($0) || $0 == "-" }
      }
  }

  /// A letter or digit of ASCII.
  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
