import Cells

/// Finds out whether a terminal shows pixels: what it is asked, and what its answers come to.
///
/// Pure. Each question ends in DA1, which all terminals answer, and in order: what has not been
/// answered by then is a no, and what comes later is nothing.
struct PixelProbe {
  private enum Step {
    case idle
    case asked
    /// Sixel it has; how many colours is asked now.
    case counting
    case done
  }

  /// What it has turned out to be; `nil` without pixels.
  private(set) var display: PixelDisplay?

  private let image: UInt32
  private var step = Step.idle
  private var hasKitty: Bool?
  private var registers: Int?
  private var cell: Size?
  private var awaitedCells = 0

  /// Colours of a sequence of ours.
  private static let colors = 256
  static let fence = Array("\u{1B}[c".utf8)

  /// - Parameter image: a number for the question, so that no answer to others is taken for ours.
  init(image: UInt32 = .random(in: 100...999)) {
    self.image = image
  }

  /// The question, to be followed by a fence.
  ///
  /// - Parameter hidden: writes a string so that nobody sees it where a terminal prints strings that
  ///   it does not know.
  mutating func ask(hidden: (_ string: String) -> [UInt8]) -> [UInt8] {
    guard step == .idle else { return [] }
    step = .asked
    return hidden("Gi=\(image),s=1,v=1,a=q,f=24;AAAA") + askCell()
  }

  /// - Parameter measured: pixels of a cell as the system has them, for a terminal that does not say.
  /// - Returns: what is to be asked next, with its fence.
  mutating func take(_ answer: TerminalAnswer, measured: Size?) -> [UInt8] {
    switch answer {
    case .graphics(let number, let failure):
      if step == .asked, number == image, hasKitty == nil { hasKitty = failure == nil }
    case .cell(let size):
      guard awaitedCells > 0 else { return [] }
      awaitedCells -= 1
      guard PixelDisplay.isCell(size) else { return [] }
      cell = size
      if let display { self.display = PixelDisplay(display.form, cell: size) }
    case .registers(let count):
      if step == .counting, registers == nil { registers = count }
    case .attributes(let numbers): return passFence(numbers, measured)
    }
    return []
  }

  private mutating func passFence(_ numbers: [Int], _ measured: Size?) -> [UInt8] {
    switch step {
    case .idle, .done: break
    case .asked where hasKitty == true: conclude(.kitty, measured)
    // The first number is its class.
    case .asked where numbers.dropFirst().contains(4):
      step = .counting
      return Array("\u{1B}[?1;1;0S".utf8) + Self.fence
    case .asked: step = .done
    case .counting:
      step = .done
      if registers ?? Self.colors >= Self.colors { conclude(.sixel, measured) }
    }
    return []
  }

  private mutating func conclude(_ form: PixelForm, _ measured: Size?) {
    step = .done
    guard let cell = cell ?? measured, PixelDisplay.isCell(cell) else { return }
    display = PixelDisplay(form, cell: cell)
  }

  /// Another window, perhaps with another font.
  ///
  /// - Returns: what is to be asked; it needs no fence.
  mutating func resize(measured: Size?) -> [UInt8] {
    guard let display else { return [] }
    if let measured, PixelDisplay.isCell(measured) {
      self.display = PixelDisplay(display.form, cell: measured)
    }
    return askCell()
  }

  /// It has not kept what it has promised.
  mutating func giveUp() {
    step = .done
    display = nil
  }

  private mutating func askCell() -> [UInt8] {
    awaitedCells += 1
    return Array("\u{1B}[16t".utf8)
  }

  /// Whether a terminal may be asked at all, and may be believed.
  ///
  /// What stands between two terminals answers for itself, or not, and swallows or prints the rest.
  ///
  /// - Parameter variable: the value of an environment variable.
  static func isPossible(term: String, _ variable: (String) -> String?) -> Bool {
    let name = term.lowercased()
    let isPlain = ["screen", "tmux", "linux", "dumb", "vt", "cons", "ansi", "eterm"].contains {
      name.hasPrefix($0)
    }
    return !isPlain && !name.hasSuffix("-mono")
      && ["TMUX", "STY"].allSatisfy { variable($0).map(\.isEmpty) ?? true }
  }
}
