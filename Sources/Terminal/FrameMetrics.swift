/// What the screen has cost so far.
public struct FrameMetrics: Hashable, Sendable {
  /// Frames that had to write something.
  public internal(set) var frames = 0
  /// Bytes given to the terminal, frames and modes together.
  public internal(set) var bytes = 0
}
