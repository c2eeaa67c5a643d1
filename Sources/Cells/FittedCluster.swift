/// The part of a grapheme cluster that every terminal shows in the same columns.
///
/// Terminals disagree about joined emoji, skin tones and variation selectors: a family is one
/// picture of two columns in one, four pictures of eight columns in another. So what only changes
/// the look is left out, and what follows the first two columns too: the family becomes its first
/// member, everywhere.
struct FittedCluster {
  /// Nothing that turns text direction, joins or selects is left.
  private(set) var text: Character
  private(set) var width: Int

  /// As many as `CT_SCALARS`: two bases, or one and its marks.
  private static let limit = 6

  init(_ character: Character) {
    var kept = String.UnicodeScalarView()
    width = 0
    for scalar in character.unicodeScalars where !Self.isInvisible(scalar) {
      let columns = displayWidth(of: scalar)
      if width + columns > 2 || kept.count == Self.limit { break }
      // A mark without anything to stand on is not shown.
      if columns == 0, kept.isEmpty { continue }
      kept.append(scalar)
      width += columns
    }
    text = kept.isEmpty ? " " : Character(String(kept))
  }

  /// Joiners, selectors, tags and fillers: zero width, and terminals differ in what they do.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE_0000...0xE_0FFF:
      true
    default: false
    }
  }
}

extension Character {
  /// The cluster as a cell may hold it.
  var shown: Character {
    isASCII || unicodeScalars.count == 1 ? self : FittedCluster(self).text
  }
}
