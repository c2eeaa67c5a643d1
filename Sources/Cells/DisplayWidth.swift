/// Columns that a grapheme cluster takes in a terminal: 0, 1 or 2.
///
/// The same as ncurses and glibc lay out, so that what is drawn and what is shown never differ; a
/// cluster that they would make wider is shown in its first two columns (see `FittedCluster`).
public func displayWidth(of character: Character) -> Int {
  if let ascii = character.asciiValue {
    return ascii >= 0x20 && ascii < 0x7F ? 1 : 0
  }
  let scalars = character.unicodeScalars
  if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
    return displayWidth(of: first)
  }
  return FittedCluster(character).width
}

/// Columns that a line of text takes; control characters take none.
public func displayWidth(of text: String) -> Int {
  var columns = 0
  for scalar in text.unicodeScalars {
    guard isPlain(scalar) else { return text.reduce(0) { $0 + displayWidth(of: $1) } }
    columns += 1
  }
  return columns
}

/// Columns that a part of a line takes.
public func displayWidth(of text: Substring) -> Int { displayWidth(of: String(text)) }

/// Columns of one scalar by itself: 0, 1 or 2.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 {
    let isControl = value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD
    return isControl ? 0 : 1
  }
  // Cyrillic up to its first combining mark: half of all that is drawn here.
  if (0x400..<0x483).contains(value) { return 1 }
  if value >= 0x1100, WidthTables.contains(value, in: WidthTables.wide) { return 2 }
  return WidthTables.contains(value, in: WidthTables.zero) ? 0 : 1
}

/// One column wide, and never part of a larger cluster among others of its kind.
func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x400..<0x483, 0x2010..<0x2028, 0x20A0..<0x20C0,
    0x2190..<0x2300, 0x2500..<0x25A0:
    true
  default: false
  }
}
