import Cells
import Loyalty
import Themes

/// The face of a card: an area in the brand's colour with its icon or the initial, and what kind of card
/// it is; a card without an icon that has been photographed shows that.
extension Canvas {
  /// - Parameters:
  ///   - isBlank: whether it is the ground of something else.
  ///   - whole: the face as large as it is where a part of it is cut.
  mutating func walletFace(
    _ card: LocalCard, _ state: State, isHero: Bool = false, isBlank: Bool = false, in rect: Rect,
    of whole: Rect? = nil
  ) {
    guard !rect.isEmpty else { return }
    let pictures = state.wallet.pictures[card.id] ?? CardPictures()
    let whole = whole ?? rect
    if !isHero, pictures.icon == nil, picture(pictures.front, in: rect, of: whole) { return }
    faceArea(isBlank ? "" : card.name, in: card.faceColor, isHero: isHero, rect)
    guard !isBlank else { return }
    // Icons are square, and cells twice as high as wide.
    let icon = whole.narrowed(to: whole.height * 2)
    if !isHero {
      _ = picture(
        pictures.icon, in: icon.intersection(rect), of: icon,
        on: face(of: card.faceColor).ground.background)
    }
    guard rect.height >= 4 else { return }
    let foot = rect.inset(x: isHero ? 3 : 2).bottom(rect.height >= 5 ? 2 : 1)
    faceFoot(isHero ? card.balance : "", card.faceKind(state), in: card.faceColor, foot)
  }

  /// What a side of a card looks like; until that is there, the face with a word for it.
  mutating func walletSide(
    _ picture: Picture?, _ words: Phrase, _ card: LocalCard, _ state: State, in rect: Rect
  ) {
    guard let picture, !rect.isEmpty else { return }
    let title = state.phrases.say(words)
    if !self.picture(picture, in: rect) {
      faceArea(card.name, in: card.faceColor, isHero: false, rect)
      faceFoot("", title, in: card.faceColor, rect.inset(x: 2).bottom(1))
    }
    add(
      Element(
        Element.ID(rawValue: "wallet.card.\(words == .walletFront ? "front" : "back")"), .image,
        "\(card.name), \(title)", bounds: rect))
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
