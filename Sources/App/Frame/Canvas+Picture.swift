import Cells
import Loyalty
import Themes

/// A picture in its place, as soon as it is there.
extension Canvas {
  /// - Parameters:
  ///   - whole: the place as large as it is where a part of it is scrolled away.
  /// - Returns: `false` while it is not there, or where none can be shown.
  mutating func picture(_ picture: Picture?, in rect: Rect, of whole: Rect? = nil) -> Bool {
    let whole = whole ?? rect
    let seen = rect.intersection(whole).intersection(bounds)
    guard let picture, pictures.areShown, theme.depth >= .palette16, !seen.isEmpty,
      whole.width >= Canvas.leastPicture.width, whole.height >= Canvas.leastPicture.height
    else { return false }
    let wish = PictureWish(
      picture, size: Size(width: whole.width, height: whole.height),
      ground: look(.background).background, depth: theme.depth)
    guard let grid = pictures.state.drawn[wish] else {
      if pictures.state.mayCome(wish) { ask(for: wish) }
      return false
    }
    draw(grid, at: whole, in: seen)
    return true
  }

  /// Smaller ones are blots.
  private static let leastPicture = Size(width: 6, height: 3)
}

/// What a canvas has to know of pictures.
struct CanvasPictures {
  let state: PicturesState
  let areShown: Bool
}
