/// Columns that a grapheme cluster takes in a terminal: 0, 1 or 2.
public func displayWidth(of character: Character) -> Int {
  character.isASCII ? (character >= " " && character != "\u{7F}" ? 1 : 0) : 1
}
