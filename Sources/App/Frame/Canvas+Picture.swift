import Cells
import Loyalty
import Themes

/// A picture in its place, as soon as it is there.
extension Canvas {
  /// - Parameters:
  ///   - whole: the place as large as it is where a part of it is scrolled away.
  ///   - ground: what is seen through it; `nil` is what stands below it.
  ///   - isWrittenOn: whether words stand on it, which pixels would cover.
  /// - Returns: `false` while it is not there, or where none can be shown.
  mutating func picture(
    _ picture: Picture?, in rect: Rect, of whole: Rect? = nil, on ground: Color? = nil,
    isWrittenOn: Bool = false
  ) -> Bool {
    let whole = whole ?? rect
    let seen = rect.intersection(whole).intersection(bounds)
    guard let picture, pictures.areShown, theme.depth >= .palette16, !seen.isEmpty,
      whole.width >= Canvas.leastPicture.width, whole.height >= Canvas.leastPicture.height
    else { return false }
    let ground = ground ?? look(.background).background
    let wish = PictureWish(
      picture, size: Size(width: whole.width, height: whole.height), ground: ground,
      depth: theme.depth)
    guard let grid = pictures.state.drawn[wish] else {
      if pictures.state.mayCome(wish) { ask(for: wish) }
      return false
    }
    if !isWrittenOn, let pixels = pixels(picture, wish, in: seen, of: whole) {
      let style = Style(look(.background).foreground, on: ground)
      reserve(ReservedPlace(pixels: pixels, cells: grid, whole: whole, seen: seen, style: style))
    } else {
      draw(grid, at: whole, in: seen)
    }
    return true
  }

  /// The same in pixels, where the terminal shows them and they have come.
  private mutating func pixels(
    _ picture: Picture, _ cells: PictureWish, in seen: Rect, of whole: Rect
  ) -> Pixels? {
    guard let display = pictures.display else { return nil }
    switch display.form {
    case .kitty: break
    case .sixel:
      // It is drawn whole or not at all, and next to the last row it would move the screen.
      guard seen == whole, whole.maxY < bounds.maxY else { return nil }
    }
    let wish = PictureWish(
      picture, size: cells.size, ground: cells.ground, depth: cells.depth, display: display)
    if pictures.state.mayCome(wish) { ask(for: wish) }
    return pictures.state.painted[wish]
  }

  /// The words for a picture that will not come; `nil` where it may, or where nobody has written any.
  func wordsInstead(of picture: Picture?) -> String? {
    guard let picture,
      !pictures.areShown || theme.depth < .palette16
        || pictures.state.failures[picture.sha256] != nil
    else { return nil }
    return picture.alt?.value(in: language)
  }

  /// Smaller ones are blots.
  private static let leastPicture = Size(width: 6, height: 3)
}

extension State {
  /// Whether pictures stand in their places here; elsewhere there are words for them.
  var showsPictures: Bool { settings.hasPictures && theme.depth >= .palette16 }
}

/// What a canvas has to know of pictures.
struct CanvasPictures {
  let state: PicturesState
  let areShown: Bool
  /// How the terminal shows pixels; `nil` when it shows none.
  let display: PixelDisplay?
}
