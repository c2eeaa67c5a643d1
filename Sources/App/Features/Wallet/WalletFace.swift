import Cells
import Loyalty
import Themes

/// The face of a card: an area in the brand's colour, the initial where a picture will be, what kind
/// of card it is.
extension Canvas {
  mutating func walletFace(_ card: LocalCard, _ state: State, isHero: Bool = false, in rect: Rect) {
    guard !rect.isEmpty else { return }
    faceArea(card.name, in: card.faceColor, isHero: isHero, rect)
    guard rect.height >= 4 else { return }
    let foot = rect.inset(x: isHero ? 3 : 2).bottom(rect.height >= 5 ? 2 : 1)
    faceFoot(isHero ? card.balance : "", card.faceKind(state), in: card.faceColor, foot)
  }

  /// The same in a row.
  mutating func walletChip(_ card: LocalCard, in rect: Rect) {
    faceChip(card.name, in: card.faceColor, rect)
  }
}

extension LocalCard {
  /// `#rrggbb`: what a file has said of it, else one of a few that go with each other, always the
  /// same one for a name.
  var faceColor: String {
    if let said = rest["headercolor"].flatMap({ Int32($0) }) {
      let digits = String(UInt32(bitPattern: said) & 0xFFFFFF, radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
    var hash: UInt32 = 2_166_136_261
    for scalar in name.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      hash = (hash ^ scalar.value) &* 16_777_619
    }
    let colors = LocalCard.colors
    return colors[Int((hash ^ hash >> 15) % UInt32(colors.count))]
  }

  private static let colors = [
    "#26415e", "#2f6b45", "#7a2e3a", "#22707a", "#432f5e", "#a93448", "#8a5a2b", "#46586b",
    "#5d4a94", "#2d6187", "#8c4a1f", "#54682a",
  ]

  /// In a word or two: the group that the person put it into, else its code.
  fileprivate func faceKind(_ state: State) -> String {
    if let group = groups.first { return group }
    return symbology.map { state.barcodeName($0.rawValue) } ?? state.phrases.say(.walletNoKind)
  }
}
