public import Cells

/// Turns the bytes of a terminal into keys, mouse, pastes and focus.
///
/// Pure: the time comes in, and when bytes alone cannot tell (an Esc key, or the start of a
/// sequence?) `pendingDeadline` says when to call `expire(at:)`. Late answers of the terminal, and
/// all that is not understood, are swallowed; nothing of them is ever typed.
public struct InputDecoder: Sendable {
  private enum Place {
    case ground
    case paste(PasteBuffer)
    /// Inside something senseless, until its end.
    case discarding(EscapeSequence.Kind)
  }

  /// When `expire(at:)` should be called unless more bytes come first.
  public private(set) var pendingDeadline: ContinuousClock.Instant?

  private let escapeDelay: Duration
  private var place = Place.ground
  /// Bytes of a sequence that is not complete yet.
  private var pending: [UInt8] = []
  private var background: Background?
  private var cursorColumn: Int?
  private var answers: [TerminalAnswer] = []
  /// More of them at once than questions can have.
  private static let mostAnswers = 64

  /// When the last bytes came, and the very last of them.
  private var lastFed: ContinuousClock.Instant?
  private var lastByte: UInt8?

  /// Silence after which what has begun will not end: an answer, or a paste, over a slow line.
  private let sequenceDelay = Duration.seconds(1)
  /// Silence after which a byte that comes alone is a key that somebody presses.
  private let typingDelay = Duration.milliseconds(100)

  public init(escapeDelay: Duration = .milliseconds(25)) {
    self.escapeDelay = escapeDelay
  }

  public mutating func feed(
    _ bytes: some Sequence<UInt8>, at now: ContinuousClock.Instant
  ) -> [Input] {
    let bytes = Array(bytes)
    var collected = CollectedInput()
    if bytes == [Byte.interrupt], let lastFed, lastFed.advanced(by: typingDelay) <= now {
      giveUp(&collected)
    }
    lastFed = now
    lastByte = bytes.last ?? lastByte
    pending += bytes
    var index = 0
    while index < pending.count, let next = step(from: index, &collected) {
      index = next
    }
    pending.removeFirst(index)
    pendingDeadline = delay.map { now.advanced(by: $0) }
    return collected.finish()
  }

  /// Decides about what is pending: a lone Esc is a key, the rest of a broken sequence is nothing.
  public mutating func expire(at now: ContinuousClock.Instant) -> [Input] {
    guard let pendingDeadline, pendingDeadline <= now else { return [] }
    self.pendingDeadline = nil
    var collected = CollectedInput()
    let isGround = if case .ground = place { true } else { false }
    giveUp(&collected)
    // The last word before the silence was somebody who wanted out.
    if !isGround, lastByte == Byte.interrupt { collected.append(.key(.control("c"))) }
    return collected.finish()
  }

  /// Ends what has begun as if nothing more could come: of a paste its text is kept.
  private mutating func giveUp(_ collected: inout CollectedInput) {
    switch place {
    case .paste(let paste): collected.append(.paste(paste.text))
    case .discarding: break
    case .ground:
      for key in EscapeSequence.keys(of: pending) { collected.append(.key(key)) }
    }
    pending = []
    place = .ground
  }

  /// The answer to the question of what the background is, once.
  public mutating func takeBackground() -> Background? {
    defer { background = nil }
    return background
  }

  /// The answer to the question of where the cursor stands, once: its column from 1.
  mutating func takeCursorColumn() -> Int? {
    defer { cursorColumn = nil }
    return cursorColumn
  }

  /// What the terminal has said of itself, in order, once.
  mutating func takeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  private var delay: Duration? {
    switch place {
    case .paste, .discarding: sequenceDelay
    case .ground where pending.first != Byte.escape: nil
    case .ground: pending.count <= 2 ? escapeDelay : sequenceDelay
    }
  }

  /// Consumes one thing and returns the index after it; `nil` when more bytes are needed.
  private mutating func step(from index: Int, _ collected: inout CollectedInput) -> Int? {
    switch place {
    case .paste(let paste): stepInPaste(paste, from: index, &collected)
    case .discarding(.string): stepInString(from: index)
    case .discarding(.control): stepInControl(from: index)
    case .ground: stepOnGround(from: index, &collected)
    }
  }

  private mutating func stepOnGround(from index: Int, _ collected: inout CollectedInput) -> Int? {
    switch EscapeSequence.next(in: pending[index...]) {
    case .incomplete: return nil
    case .scalar(let scalar, let length):
      collected.type(scalar)
      return index + length
    case .input(let input, let length):
      collected.append(input)
      return index + length
    case .background(let found, let length):
      background = found
      return index + length
    case .cursor(let column, let length):
      cursorColumn = column
      return index + length
    case .answer(let answer, let length):
      if answers.count < Self.mostAnswers { answers.append(answer) }
      return index + length
    case .nothing(let length): return index + length
    case .paste(let length):
      place = .paste(PasteBuffer())
      return index + length
    case .senseless(let kind, let length):
      place = .discarding(kind)
      return index + length
    }
  }

  private mutating func stepInPaste(
    _ paste: PasteBuffer, from index: Int, _ collected: inout CollectedInput
  ) -> Int? {
    // NB: the case is emptied first, so that the buffer is appended to in place.
    place = .ground
    var paste = paste
    let (consumed, ended) = paste.append(pending[index...])
    if ended {
      collected.append(.paste(paste.text))
    } else {
      place = .paste(paste)
    }
    return consumed > 0 ? index + consumed : nil
  }

  private mutating func stepInControl(from index: Int) -> Int {
    guard let end = pending[index...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return pending.count
    }
    place = .ground
    // What cuts it short and means something of its own, such as Ctrl-C or Esc, is the next thing.
    let isLast = (0x40...0x7E).contains(pending[end]) || Byte.endsString(pending[end])
    return isLast ? end + 1 : end
  }

  private mutating func stepInString(from index: Int) -> Int? {
    let rest = pending[index...]
    guard let end = rest.firstIndex(where: { $0 == Byte.escape || Byte.endsString($0) }) else {
      return pending.count
    }
    if rest[end] != Byte.escape {
      place = .ground
      return end + 1
    }
    guard end + 1 < pending.count else { return end > index ? end : nil }
    place = .ground
    return rest[end + 1] == UInt8(ascii: "\\") ? end + 2 : end
  }
}

/// The inputs of one batch; what is typed is joined into grapheme clusters.
private struct CollectedInput {
  private var inputs: [Input] = []
  private var typed = String.UnicodeScalarView()

  mutating func type(_ scalar: Unicode.Scalar) {
    typed.append(scalar)
  }

  mutating func append(_ input: Input) {
    flush()
    inputs.append(input)
  }

  mutating func finish() -> [Input] {
    flush()
    return inputs
  }

  private mutating func flush() {
    guard !typed.isEmpty else { return }
    inputs += String(typed).map { .key(.character(String($0))) }
    typed = String.UnicodeScalarView()
  }
}
