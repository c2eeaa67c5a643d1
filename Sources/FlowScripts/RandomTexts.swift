public import FlowLanguage

/// Texts that nobody has chosen, the same for the same seed (SplitMix64).
public struct RandomTexts: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Letters and digits of ASCII, of the length that is asked for; a number has no 0 in front.
  public mutating func text(_ wish: RandomText) -> String {
    switch wish.kind {
    case .text: return characters(wish.length, of: RandomTexts.letters + RandomTexts.digits)
    case .number:
      let first = characters(min(1, wish.length), of: RandomTexts.digits.dropFirst())
      return first + characters(wish.length - 1, of: RandomTexts.digits)
    case .email:
      let name = "\(pick(RandomTexts.names)).\(pick(RandomTexts.surnames))"
      // RFC 2606: nobody has an address there.
      return "\(name).\(characters(4, of: RandomTexts.digits))@example.com".lowercased()
    case .personName: return "\(pick(RandomTexts.names)) \(pick(RandomTexts.surnames))"
    case .cityName: return pick(RandomTexts.cities)
    case .countryName: return pick(RandomTexts.countries)
    case .colorName: return pick(RandomTexts.colors)
    }
  }

  private mutating func characters(_ count: Int, of alphabet: some Collection<Character>) -> String
  {
    let alphabet = Array(alphabet)
    return String((0..<max(0, count)).map { _ in pick(alphabet) })
  }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int.random(in: all.indices, using: &self)]
  }

  private static let digits = Array("0123456789")
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}

extension RandomTexts {
  private static let names = [
    "Anna", "Boris", "Clara", "Daniel", "Elena", "Felix", "Greta", "Hugo", "Irina", "Jonas",
    "Katya",
    "Leo", "Maria", "Nikolai", "Olga", "Paul", "Rosa", "Sergei", "Tanya", "Viktor",
  ]
  private static let surnames = [
    "Adler", "Becker", "Castro", "Dubois", "Eriksen", "Fischer", "Grant", "Horvat", "Ivanov",
    "Jansen", "Kovacs", "Lindholm", "Moreau", "Novak", "Orlov", "Petrov", "Rossi", "Sokolov",
    "Turner", "Weber",
  ]
  private static let cities = [
    "Athens", "Belgrade", "Bern", "Cairo", "Dublin", "Helsinki", "Istanbul", "Kazan", "Lisbon",
    "Lyon", "Madrid", "Moscow", "Oslo", "Prague", "Riga", "Samara", "Seoul", "Tbilisi", "Vienna",
    "Warsaw",
  ]
  private static let countries = [
    "Argentina", "Armenia", "Austria", "Brazil", "Canada", "Chile", "Denmark", "Egypt", "Finland",
    "Georgia", "Greece", "India", "Italy", "Japan", "Kenya", "Norway", "Peru", "Portugal", "Serbia",
    "Turkey",
  ]
  private static let colors = [
    "amber", "black", "blue", "brown", "coral", "cyan", "gold", "green", "grey", "indigo", "lilac",
    "magenta", "olive", "orange", "pink", "purple", "red", "silver", "violet", "white",
  ]
}
