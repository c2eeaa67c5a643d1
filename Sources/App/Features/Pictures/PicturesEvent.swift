public import Cells

/// What comes of the pictures that a frame asks for.
public enum PicturesEvent: Equatable, Sendable {
  case drawn(PictureWish, Grid)
  /// The same in pixels.
  case painted(PictureWish, Pixels)
  /// It cannot be had in pixels: its cells stay.
  case unpainted(PictureWish)
  case failed(sha256: String, PictureFailure)
  /// How the terminal shows pixels; `nil` when it shows none.
  case display(PixelDisplay?)
  /// The line to the terminal is too slow for any.
  case lineTooSlow
}

func takePictures(_ event: PicturesEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .drawn(let wish, let grid): state.pictures.keep(grid, for: wish, in: state.size)
  case .painted(let wish, let pixels): state.pictures.keep(pixels, for: wish, in: state.size)
  case .unpainted(let wish): state.pictures.noteUnpainted(wish)
  case .failed(let sha256, let failure): state.pictures.note(failure, of: sha256)
  case .display(let display):
    state.settings.display = display
    state.pictures.dropPixels(but: display)
  case .lineTooSlow: state.settings.hasPictures = false
  }
  return []
}
