public import Cells

/// What comes of the pictures that a frame asks for.
public enum PicturesEvent: Hashable, Sendable {
  case drawn(PictureWish, Grid)
  case failed(sha256: String, PictureFailure)
}

func takePictures(_ event: PicturesEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .drawn(let wish, let grid): state.pictures.keep(grid, for: wish)
  case .failed(let sha256, let failure): state.pictures.note(failure, of: sha256)
  }
  return []
}
