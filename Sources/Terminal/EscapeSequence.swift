import Cells

/// One thing at the start of a terminal's bytes: a typed character, a key, an answer.
enum EscapeSequence: Equatable {
  case incomplete
  case scalar(Unicode.Scalar, length: Int)
  case input(Input, length: Int)
  case background(Background, length: Int)
  /// Where the cursor stands, from 1.
  case cursor(column: Int, length: Int)
  case answer(TerminalAnswer, length: Int)
  /// Something that is swallowed.
  case nothing(length: Int)
  /// A paste begins.
  case paste(length: Int)
  /// Longer than any that a terminal sends, or against the grammar: all of it up to its end is to
  /// be dropped.
  case senseless(Kind, length: Int)

  /// By what a sequence ends.
  enum Kind: Equatable {
    /// CSI and SS3: by the first byte from "@" to "~".
    case control
    /// OSC, DCS, APC and PM: by BEL or ESC \.
    case string
  }

  private static let stringLimit = 4096

  static func next(in bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard let first = bytes.first else { return .incomplete }
    if first == Byte.escape { return escaped(bytes) }
    if let key = KeySequence.key(control: first) { return .input(.key(key), length: 1) }
    return typed(bytes)
  }

  /// What a member meant when nothing followed: Esc, or Alt and one of the introducers.
  static func keys(of pending: [UInt8]) -> [Key] {
    switch pending {
    case [Byte.escape]: return [Key(.escape)]
    case [Byte.escape, Byte.escape]: return [Key(.escape), Key(.escape)]
    default:
      guard pending.count == 2, pending[0] == Byte.escape, pending[1] < 0x80 else { return [] }
      return [Key(.character(String(Unicode.Scalar(pending[1]))), .alt)]
    }
  }

  private static func typed(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    switch UTF8Scalar.next(in: bytes) {
    case .incomplete: .incomplete
    case .invalid(let length): .nothing(length: length)
    case .scalar(let scalar, let length):
      (0x80..<0xA0).contains(scalar.value)
        ? .nothing(length: length) : .scalar(scalar, length: length)
    }
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return ControlSequence.next(in: bytes)
    case UInt8(ascii: "O"): return singleShift(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return string(bytes)
    case Byte.escape: return doublyEscaped(bytes)
    default: return next(in: rest).with(.alt, longerBy: 1)
    }
  }

  /// rxvt puts an Esc before the sequence of a key for Alt; else the first Esc is a key of its own.
  private static func doublyEscaped(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard let third = bytes.dropFirst(2).first else { return .incomplete }
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else {
      return .input(.key(Key(.escape)), length: 1)
    }
    return next(in: bytes.dropFirst()).with(.alt, longerBy: 1)
  }

  /// SS3 and one letter, with the modifiers' number before it in some terminals.
  private static func singleShift(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let parameters = bytes.dropFirst(2).prefix { (0x30...0x3F).contains($0) }
    let length = 3 + parameters.count
    if length > ControlSequence.limit { return .senseless(.control, length: length - 1) }
    guard let final = bytes.dropFirst(2 + parameters.count).first else { return .incomplete }
    guard (0x40..<0x7F).contains(final) else { return .nothing(length: length - 1) }
    let isNumber = parameters.count < 3 && parameters.allSatisfy { $0 < 0x3A }
    let modifiers = isNumber ? parameters.reduce(0) { $0 * 10 + Int($1 & 0x0F) } : nil
    guard let modifiers, let key = KeySequence.key(singleShift: final, modifiers: modifiers) else {
      return .nothing(length: length)
    }
    return .input(.key(key), length: length)
  }

  /// OSC, DCS, APC or PM up to BEL or ESC \.
  private static func string(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let body = bytes.dropFirst(2)
    let end = body.firstIndex { $0 == Byte.escape || Byte.endsString($0) }
    guard let end else {
      return bytes.count > stringLimit ? .senseless(.string, length: bytes.count) : .incomplete
    }
    var length = end - bytes.startIndex + 1
    if bytes[end] == Byte.escape {
      guard end + 1 < bytes.endIndex else { return .incomplete }
      // An Esc that ends nothing is the start of the next thing.
      length += bytes[end + 1] == UInt8(ascii: "\\") ? 1 : -1
    }
    let introducer = bytes[bytes.startIndex + 1]
    // One that was cut short is none.
    let isWhole = bytes[end] == Byte.escape && length == end - bytes.startIndex + 2
    if introducer == UInt8(ascii: "_"), isWhole,
      let answer = TerminalAnswer(graphics: body[..<end])
    {
      return .answer(answer, length: length)
    }
    guard introducer == UInt8(ascii: "]"), let background = Background(reply: body[..<end]) else {
      return .nothing(length: length)
    }
    return .background(background, length: length)
  }

  private func with(_ modifier: Key.Modifiers, longerBy more: Int) -> EscapeSequence {
    switch self {
    case .incomplete: .incomplete
    case .scalar(let scalar, let length):
      .input(.key(Key(.character(String(scalar)), modifier)), length: length + more)
    case .input(.key(let key), let length):
      .input(.key(Key(key.code, key.modifiers.union(modifier))), length: length + more)
    case .input(let input, let length): .input(input, length: length + more)
    case .background(let background, let length): .background(background, length: length + more)
    case .cursor(let column, let length): .cursor(column: column, length: length + more)
    case .answer(let answer, let length): .answer(answer, length: length + more)
    case .nothing(let length): .nothing(length: length + more)
    case .paste(let length): .paste(length: length + more)
    case .senseless(let kind, let length): .senseless(kind, length: length + more)
    }
  }
}
