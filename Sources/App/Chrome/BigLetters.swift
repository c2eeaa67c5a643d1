import Cells

/// One cut of letters three rows high: numbers, word marks and initials.
///
/// Strokes are one cell wide and half a row high, which on a screen is the same.
struct BigLetters {
  /// The three rows; `nil` where a character has no big letter.
  let rows: [String]
  /// The dots of a letter that has some, in the row above.
  let crown: String?
  let width: Int

  /// - Parameter gap: columns between two letters.
  init?(_ text: String, gap: Int = 1) {
    var rows = ["", "", ""]
    var crown = ""
    var width = 0
    var hasCrown = false
    for (place, character) in text.enumerated() {
      guard let letter = BigLetters.letter(character) else { return nil }
      let columns = letter.rows[0].count
      let space = place == 0 ? 0 : gap
      for row in 0..<3 {
        rows[row] += String(repeating: " ", count: space) + letter.rows[row]
      }
      let dots = letter.crown
      hasCrown = hasCrown || dots != nil
      crown += String(repeating: " ", count: space)
      crown += (dots ?? "") + String(repeating: " ", count: columns - (dots ?? "").count)
      width += space + columns
    }
    self.rows = rows
    self.crown = hasCrown ? crown : nil
    self.width = width
  }

  /// A code in one line or, where that is too wide, in its parts; `nil` where they are too.
  static func lines(of code: String, width: Int) -> [BigLetters]? {
    if let whole = BigLetters(code), whole.width <= width { return [whole] }
    let parts = code.split(separator: "-")
    let letters = parts.compactMap { BigLetters(String($0)) }
    guard letters.count == parts.count, letters.count > 1,
      letters.allSatisfy({ $0.width <= width })
    else { return nil }
    return letters
  }

  /// The same six rows high: each quarter of a cell is a cell.
  var doubled: [String] {
    rows.flatMap { row -> [String] in
      var halves = ["", ""]
      for character in row {
        let quarters = BigLetters.quarters(of: character)
        halves[0] += (quarters.0 ? "█" : " ") + (quarters.1 ? "█" : " ")
        halves[1] += (quarters.2 ? "█" : " ") + (quarters.3 ? "█" : " ")
      }
      return halves
    }
  }

  /// Which quarters of a block are full: above left and right, below left and right.
  private static func quarters(of character: Character) -> (Bool, Bool, Bool, Bool) {
    switch character {
    case "█": (true, true, true, true)
    case "▀": (true, true, false, false)
    case "▄": (false, false, true, true)
    case "▌": (true, false, true, false)
    case "▐": (false, true, false, true)
    case "▘": (true, false, false, false)
    case "▝": (false, true, false, false)
    case "▖": (false, false, true, false)
    case "▗": (false, false, false, true)
    case "▙": (true, false, true, true)
    case "▟": (false, true, true, true)
    case "▛": (true, true, true, false)
    case "▜": (true, true, false, true)
    case "▞": (false, true, true, false)
    case "▚": (true, false, false, true)
    default: (false, false, false, false)
    }
  }

  private static func letter(_ character: Character) -> (rows: [Substring], crown: String?)? {
    guard let drawing = drawing(character) else { return nil }
    let crown: String? =
      switch character {
      case "Ё": "▄ ▄"
      case "Й": " ▀▀"
      default: nil
      }
    return (drawing.split(separator: "|", omittingEmptySubsequences: false), crown)
  }

  private static func drawing(_ character: Character) -> String? {
    switch character {
    case "0", "О", "O": "▟▀▀▙|█  █|▜▄▄▛"
    case "1": "▗█ | █ |▄█▄"
    case "2": "▀▀▀▙|▟▀▀▘|█▄▄▄"
    case "3", "З", "Э": "▀▀▀▙| ▀▀█|▄▄▄▛"
    case "4": " ▟█ |▟▘█ |▀▀█▀"
    case "5": "█▀▀▀|▀▀▀▙|▄▄▄▛"
    case "6": "▟▀▀▀|█▀▀▙|▜▄▄▛"
    case "7": "▀▀▀█|  ▟▘| ▐▌ "
    case "8": "▟▀▀▙|▟▀▀▙|▜▄▄▛"
    case "9": "▟▀▀▙|▜▄▄█|▄▄▄▛"
    case "+": "   |▄█▄| ▀ "
    case "−", "-", "–": "   |▄▄▄|   "
    // What parts thousands takes as much room as is needed to see it.
    case " ", "\u{A0}", "\u{202F}": " | | "
    case ",": " | |▞"
    case ".": " | |▖"
    default: letters(character)
    }
  }

  private static func letters(_ character: Character) -> String? {
    switch character {
    case "А", "A": "▟▀▀▙|█▀▀█|█  █"
    case "Б": "█▀▀▀|█▀▀▙|█▄▄▛"
    case "В", "B": "█▀▀▙|█▀▀▙|█▄▄▛"
    case "Г": "█▀▀▀|█   |█   "
    case "Д": " ▟▀█ | █ █ |█▀▀▀█"
    case "Е", "E", "Ё": "█▀▀▀|█▀▀ |█▄▄▄"
    case "Ж": "█ █ █|▝███▘|█ █ █"
    case "И", "Й": "█ ▗█|█▗▛█|█▘ █"
    case "К", "K": "█ ▟▘|██▖ |█ ▜▖"
    case "Л": "▗▛▀█|▐▌ █|▛  █"
    case "М", "M": "█▙▟█|█▜▛█|█  █"
    case "Н", "H": "█  █|█▀▀█|█  █"
    case "П": "█▀▀█|█  █|█  █"
    case "Р", "P": "█▀▀▙|█▄▄▛|█   "
    case "С", "C": "▟▀▀▀|█   |▜▄▄▄"
    case "Т", "T": "▀▀█▀▀|  █  |  █  "
    case "У": "█  █|▜▄▄█|▄▄▄▛"
    case "Ф": "▟▀█▀▙|▜▄█▄▛|  █  "
    case "Х", "X": "▜▖▗▛| ██ |▟▘▝▙"
    case "Ц": "█  █ |█  █ |█▄▄█▙"
    case "Ч": "█  █|▜▄▄█|   █"
    case "Ш": "█ █ █|█ █ █|█▄█▄█"
    case "Щ": "█ █ █ |█ █ █ |█▄█▄█▙"
    case "Ъ": "▀█   | █▀▀▙| █▄▄▛"
    case "Ы": "█    █|█▀▀▙ █|█▄▄▛ █"
    case "Ь": "█   |█▀▀▙|█▄▄▛"
    case "Ю": "█ ▟▀▙|█▀█ █|█ ▜▄▛"
    case "Я": "▟▀▀█|▜▄▄█|▟▘ █"
    default: latin(character)
    }
  }

  private static func latin(_ character: Character) -> String? {
    switch character {
    case "D": "█▀▀▙|█  █|█▄▄▛"
    case "F": "█▀▀▀|█▀▀ |█   "
    case "G": "▟▀▀▀|█ ▀█|▜▄▄█"
    case "I": "█|█|█"
    case "J": "   █|   █|▜▄▄▛"
    case "L": "█   |█   |█▄▄▄"
    case "N": "█▙ █|█▜▙█|█ ▜█"
    case "Q": "▟▀▀▙|█  █|▜▄▟▙"
    case "R": "█▀▀▙|█▄▄▛|█ ▜▖"
    case "S": "▟▀▀▀|▀▀▀▙|▄▄▄▛"
    case "U": "█  █|█  █|▜▄▄▛"
    case "V": "█  █|▜▖▗▛|▝▙▟▘"
    case "W": "█  █|█▟▙█|█▛▜█"
    case "Y": "█  █|▝▙▟▘| ▐▌ "
    case "Z": "▀▀▀█|▗▛▘ |█▄▄▄"
    default: nil
    }
  }
}
