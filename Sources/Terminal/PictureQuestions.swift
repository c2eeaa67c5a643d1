import Cells

/// What a terminal is asked for pictures, what its answers come to, and what of that is news.
///
/// Pure; told once each.
struct PictureQuestions {
  private var probe: PixelProbe
  private var line = LineWatch()
  private var news: [PictureNews] = []
  private var toldDisplay: PixelDisplay?
  private var isToldSlow = false

  init(_ probe: PixelProbe = PixelProbe()) {
    self.probe = probe
  }

  /// What is to be asked, with its fence.
  ///
  /// - Parameter hidden: writes a string of kitty's protocol; `nil` where there cannot be pixels.
  mutating func ask(
    at now: ContinuousClock.Instant, hidden: ((_ string: String) -> [UInt8])?
  ) -> [UInt8] {
    line.ask(at: now)
    return (hidden.map { probe.ask(hidden: $0) } ?? []) + PixelProbe.fence
  }

  /// Takes what the terminal says of itself; what nobody has asked for is nothing.
  ///
  /// - Parameters:
  ///   - measured: pixels of a cell as the system has them.
  ///   - hasImage: whether we have sent an image with that number.
  /// - Returns: what is to be asked next.
  mutating func take(
    _ answer: TerminalAnswer, measured: Size?, at now: ContinuousClock.Instant,
    hasImage: (UInt32) -> Bool
  ) -> [UInt8] {
    var isDue = false
    if case .attributes = answer { isDue = line.answer(at: now) }
    if case .graphics(let image, let failure?) = answer, probe.display != nil, hasImage(image) {
      probe.giveUp()
      news.append(.refused(failure))
    }
    let question = probe.take(answer, measured: measured)
    guard isDue || !question.isEmpty else { return [] }
    line.ask(at: now)
    return question.isEmpty ? PixelProbe.fence : question
  }

  /// Another window, perhaps with another font.
  mutating func resize(measured: Size?) -> [UInt8] { probe.resize(measured: measured) }

  /// So many bytes were written, and it took so long.
  mutating func wrote(_ bytes: Int, in time: Duration) { line.wrote(bytes, in: time) }

  mutating func takeNews() -> [PictureNews] {
    if probe.display != toldDisplay {
      toldDisplay = probe.display
      news.append(.display(toldDisplay))
    }
    if !isToldSlow, let words = line.verdict {
      isToldSlow = true
      news.append(.tooSlow(words))
    }
    defer { news = [] }
    return news
  }
}
