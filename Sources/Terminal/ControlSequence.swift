import Cells

/// CSI: a private mark, numbers, intermediates, and the final byte that says what it is.
struct ControlSequence: Equatable {
  /// `<`, `=`, `>` or `?`, when the sequence is not a key.
  var mark: UInt8?
  /// Sub-parameters after a colon are left out; what is missing is 0.
  var numbers: [Int] = []
  var hasIntermediates = false
  var final: UInt8

  /// Bytes; the longest that a terminal sends have some thirty.
  static let limit = 256

  static func next(in bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return linuxFunctionKey(bytes) }
    let parameters = body.prefix { (0x30...0x3F).contains($0) }
    let intermediates = body.dropFirst(parameters.count).prefix { (0x20...0x2F).contains($0) }
    let length = 2 + parameters.count + intermediates.count + 1
    if length > limit { return .senseless(.control, length: length - 1) }
    if intermediates.first == UInt8(ascii: "$"), isPlainNumber(parameters) {
      // rxvt ends the sequence of a key with "$" for Shift.
      let sequence = ControlSequence(parameters, final: UInt8(ascii: "$"))
      return sequence.meaning(length: 3 + parameters.count)
    }
    guard let final = body.dropFirst(parameters.count + intermediates.count).first else {
      return .incomplete
    }
    // A parameter after an intermediate.
    if (0x30...0x3F).contains(final) { return .senseless(.control, length: length) }
    guard (0x40...0x7E).contains(final) else { return .nothing(length: length - 1) }
    if final == UInt8(ascii: "M"), parameters.isEmpty { return oldMouseReport(bytes) }
    var sequence = ControlSequence(parameters, final: final)
    sequence.hasIntermediates = !intermediates.isEmpty
    return sequence.meaning(length: length)
  }

  private init(_ parameters: ArraySlice<UInt8>, final: UInt8) {
    self.final = final
    var digits = parameters
    if let first = parameters.first, (0x3C...0x3F).contains(first) {
      mark = first
      digits = parameters.dropFirst()
    }
    guard !digits.isEmpty else { return }
    numbers = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(Self.number)
  }

  /// The number at a place, 0 when there is none.
  func number(_ index: Int) -> Int {
    index < numbers.count ? numbers[index] : 0
  }

  private func meaning(length: Int) -> EscapeSequence {
    if mark == UInt8(ascii: "<"), let mouse = MouseReport.mouse(of: self) {
      return .input(.mouse(mouse), length: length)
    }
    if let answer = TerminalAnswer(self) { return .answer(answer, length: length) }
    guard mark == nil, !hasIntermediates else { return .nothing(length: length) }
    switch final {
    case UInt8(ascii: "~") where number(0) == 200: return .paste(length: length)
    case UInt8(ascii: "I") where numbers.isEmpty:
      return .input(.focus(true), length: length)
    case UInt8(ascii: "O") where numbers.isEmpty:
      return .input(.focus(false), length: length)
    // NB: on the first row it would be F3 with modifiers; nobody asks there.
    case UInt8(ascii: "R") where numbers.count == 2 && number(0) >= 2:
      return .cursor(column: number(1), length: length)
    default:
      guard let key = KeySequence.key(of: self) else { return .nothing(length: length) }
      return .input(.key(key), length: length)
    }
  }

  /// `CSI [ A` to `CSI [ E`: F1 to F5 of the Linux console.
  private static func linuxFunctionKey(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard let letter = bytes.dropFirst(3).first else { return .incomplete }
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else {
      return .nothing(length: (0x40...0x7E).contains(letter) ? 4 : 3)
    }
    return .input(.key(Key(.function(Int(letter - UInt8(ascii: "A")) + 1))), length: 4)
  }

  private static func oldMouseReport(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let report = bytes.dropFirst(3).prefix(3)
    guard report.count == 3 else { return .incomplete }
    guard let mouse = MouseReport.mouse(old: Array(report)) else { return .nothing(length: 6) }
    return .input(.mouse(mouse), length: 6)
  }

  private static func isPlainNumber(_ parameters: ArraySlice<UInt8>) -> Bool {
    !parameters.isEmpty
      && parameters.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Bounded, so that no sequence can overflow.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix { $0 != UInt8(ascii: ":") }
      .reduce(0) { min($0 * 10 + Int($1 & 0x0F), 1_000_000_000) }
  }
}
