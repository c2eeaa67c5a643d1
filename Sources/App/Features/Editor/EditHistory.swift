import Content
import Loyalty

/// What an editor can take back, and what it has taken back.
///
/// Whole screens are kept: their blocks are shared, so that a step costs what changed and a list of
/// references.
struct EditHistory: Hashable, Sendable {
  private struct Step: Hashable, Sendable {
    var screen: Screen
    var selection: Int
  }

  /// Steps that are remembered.
  static let longest = 1000
  /// Milliseconds without a letter after which the next one begins a new change.
  private static let pause: Int64 = 1500

  private var past: [Step] = []
  private var future: [Step] = []
  /// What the last change typed, and when.
  private var typing: [String]?
  private var typedAt = Instant(milliseconds: 0)

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Remembers what a screen was before a change.
  mutating func note(_ screen: Screen, _ selection: Int, typing: [String]?, at now: Instant) {
    let isSameGo =
      typing != nil && typing == self.typing && future.isEmpty && !past.isEmpty
      && now.rawValue - typedAt.rawValue < EditHistory.pause
    self.typing = typing
    typedAt = now
    future = []
    if isSameGo { return }
    past.append(Step(screen: screen, selection: selection))
    if past.count > EditHistory.longest { past.removeFirst(past.count - EditHistory.longest) }
  }

  mutating func undo(_ screen: Screen, _ selection: Int) -> (Screen, Int)? {
    guard let step = past.popLast() else { return nil }
    typing = nil
    future.append(Step(screen: screen, selection: selection))
    return (step.screen, step.selection)
  }

  mutating func redo(_ screen: Screen, _ selection: Int) -> (Screen, Int)? {
    guard let step = future.popLast() else { return nil }
    typing = nil
    past.append(Step(screen: screen, selection: selection))
    return (step.screen, step.selection)
  }
}
