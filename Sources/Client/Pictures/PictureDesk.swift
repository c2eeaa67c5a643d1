public import App
public import Cells
import Loyalty
import Synchronization

/// Turns the bytes of a picture into cells; it may take its time.
///
/// - Throws: whatever is wrong with them, for the log.
public typealias PictureDrawing =
  @Sendable (_ bytes: [UInt8], _ wish: PictureWish) throws -> Grid

/// The same in the pixels of the wish's display.
public typealias PicturePainting =
  @Sendable (_ bytes: [UInt8], _ wish: PictureWish, _ display: PixelDisplay) throws -> Pixels

/// Brings the pictures that a frame asks for: from the disk or else the server, checked against their
/// digests, and drawn beside the screen.
public final class PictureDesk: Sendable {
  /// Asks the server for the bytes of a digest.
  typealias Fetch = @Sendable (_ sha256: String) async throws(PictureFailure) -> [UInt8]

  private typealias Bytes = Result<[UInt8], PictureFailure>

  let cache: PictureCache
  private let drawing: PictureDrawing
  private let painting: PicturePainting?
  private let log: @Sendable (String) -> Void
  /// Those that are on their way: however many places ask for one, it comes once.
  private let coming = Mutex([String: Task<Bytes, Never>]())

  public init(
    cache: PictureCache, log: @escaping @Sendable (String) -> Void,
    drawing: @escaping PictureDrawing, painting: PicturePainting? = nil
  ) {
    self.cache = cache
    self.log = log
    self.drawing = drawing
    self.painting = painting
  }

  /// - Parameter isKept: whether the folder keeps the bytes; what this machine has elsewhere it does not.
  func bring(
    _ wish: PictureWish, isKept: Bool = true, fetch: @escaping Fetch
  ) async -> PicturesEvent {
    switch await task(for: wish.sha256, isKept: isKept, fetch).value {
    case .success(let bytes):
      if let display = wish.display {
        await paint(bytes, wish, display)
      } else {
        await draw(bytes, wish)
      }
    case .failure(let failure): .failed(sha256: wish.sha256, failure)
    }
  }

  private func task(
    for sha256: String, isKept: Bool, _ fetch: @escaping Fetch
  ) -> Task<Bytes, Never> {
    coming.withLock { coming in
      if let task = coming[sha256] { return task }
      let task = Task.detached(executorPreference: BackgroundExecutor.shared) { [self] in
        let bytes = await bytes(of: sha256, isKept: isKept, fetch)
        self.coming.withLock { $0[sha256] = nil }
        return bytes
      }
      coming[sha256] = task
      return task
    }
  }

  private func bytes(of sha256: String, isKept: Bool, _ fetch: Fetch) async -> Bytes {
    if isKept, let bytes = cache.bytes(of: sha256) { return .success(bytes) }
    do throws(PictureFailure) {
      let bytes = try await fetch(sha256)
      guard bytes.count <= (isKept ? Picture.Limit.bytes : Picture.Limit.cardBytes) else {
        log("picture \(sha256): \(PictureFault.tooLarge(bytes: bytes.count))")
        return .failure(.unusable)
      }
      guard Picture.digest(of: bytes) == sha256 else {
        log("picture \(sha256): \(bytes.count) bytes that have another digest")
        return .failure(.unusable)
      }
      if isKept { cache.keep(bytes, as: sha256) }
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }

  private func draw(_ bytes: [UInt8], _ wish: PictureWish) async -> PicturesEvent {
    let (drawing, log) = (drawing, log)
    return await Task.detached(executorPreference: BackgroundExecutor.pictures) {
      do {
        let grid = try drawing(bytes, wish)
        guard grid.size == wish.size else { throw PictureFault.broken }
        return .drawn(wish, grid)
      } catch {
        log("picture \(wish.sha256): \(error)")
        return .failed(sha256: wish.sha256, .unusable)
      }
    }.value
  }

  private func paint(
    _ bytes: [UInt8], _ wish: PictureWish, _ display: PixelDisplay
  ) async -> PicturesEvent {
    let (painting, log) = (painting, log)
    return await Task.detached(executorPreference: BackgroundExecutor.pictures) {
      guard let painting else { return .unpainted(wish) }
      do {
        let pixels = try painting(bytes, wish, display)
        guard pixels.size == wish.size, pixels.display == display,
          pixels.bytes.count <= PictureDesk.mostBytes(of: display.form)
        else { return .unpainted(wish) }
        return .painted(wish, pixels)
      } catch {
        log("picture \(wish.sha256) in pixels: \(error)")
        return .unpainted(wish)
      }
    }.value
  }

  /// Of one picture as it is sent; a larger one keeps its cells.
  ///
  /// A sixel sequence cannot be cut, so that a key waits for all of it.
  private static func mostBytes(of form: PixelForm) -> Int {
    switch form {
    case .kitty: 2 << 20
    case .sixel: 256 << 10
    }
  }
}
