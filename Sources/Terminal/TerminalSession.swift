import CTerminal
public import Cells
public import Glibc

/// The terminal while it is ours: its mode, its screen, and the way back.
///
/// Make it before any other thread exists: the signals that it takes over are blocked in the calling
/// thread and in all threads started from it. Nothing is written before the first `present`.
public final class TerminalSession {
  public private(set) var size: Size
  public private(set) var metrics = FrameMetrics()
  /// Every byte that goes to the terminal, for recordings.
  public var onBytes: (([UInt8]) -> Void)?
  /// The terminal was closed; nothing more can be read or shown.
  public private(set) var isGone = false

  let input: Int32
  let signals: Int32
  let escapeDelay: Duration
  private let output: Int32
  private let presenter: Presenter
  /// An opaque `ct_tty_mode`, the terminal's mode as it was found.
  private let modeAsFound: OpaquePointer
  private var errors: StandardErrorLog
  private var isEntered = false
  private var hasProbed = false
  private let canAskForPixels: Bool
  private var pictures = PictureQuestions()
  private let clock = ContinuousClock()

  /// - Parameters:
  ///   - term: The terminal's type, `TERM` unless given.
  ///   - maximumColors: Fewer colours than the terminal has; 0 writes no colour at all.
  ///   - hasDirectColor: Whether it shows 24-bit colour; by `COLORTERM` unless given.
  ///   - log: A file that gets what is written to stderr while the screen is ours, beside the real
  ///     stderr, when we leave; it stays the caller's.
  public init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, term: String? = nil,
    maximumColors: Int = .max, hasDirectColor: Bool? = nil, log: Int32? = nil
  ) throws(TerminalError) {
    guard isatty(input) == 1, isatty(output) == 1, let mode = ct_tty_save(output) else {
      throw .notATerminal
    }
    self.input = input
    self.output = output
    modeAsFound = mode
    size = TerminalSession.size(of: output)
    escapeDelay = TerminalSession.escapeDelay
    errors = StandardErrorLog(log)
    do throws(TerminalError) {
      let term = term ?? TerminalSession.environment("TERM") ?? ""
      let presenter = try Presenter(
        term: term, size: size, maximumColors: maximumColors,
        hasDirectColor: hasDirectColor
          ?? DirectColor.isClaimed(term: term, TerminalSession.environment))
      presenter.areSignsWide = TerminalSession.isLikelyWide(TerminalSession.environment)
      self.presenter = presenter
      canAskForPixels =
        presenter.hasOperatingSystemCommands && presenter.colors >= 16
        && PixelProbe.isPossible(term: term, TerminalSession.environment)
      let descriptor = ct_signals_open()
      guard descriptor >= 0 else { throw .system(call: "signalfd", code: errno) }
      signals = descriptor
    } catch {
      ct_tty_free(mode)
      throw error
    }
  }

  deinit {
    leave()
    ct_signals_close(signals)
    ct_tty_free(modeAsFound)
  }

  /// 0 for a monochrome terminal, 8, 16, 256, or 2²⁴ for direct colour.
  public var colors: Int { presenter.colors }

  /// Takes the terminal; a process in the background is stopped here by the system until `fg`.
  public func enter() throws(TerminalError) {
    guard !isEntered else { return }
    let code = ct_tty_raw(output, modeAsFound)
    guard code == 0 else { throw .system(call: "tcsetattr", code: code) }
    isEntered = true
    ct_guard_arm(output, modeAsFound)
    errors.begin()
    refreshSize()
  }

  /// Shows a frame with one write; nothing is written when nothing has changed.
  public func present(_ grid: Grid, _ modes: Modes, _ pixels: [PlacedPixels] = []) {
    guard isEntered, !isGone else { return }
    let bytes = presenter.frame(grid, modes, pixels)
    guard !bytes.isEmpty else { return }
    metrics.frames += 1
    let restore = presenter.restore
    _ = ct_guard_set_restore(restore, restore.count)
    write(bytes)
  }

  /// Gives the terminal back as it was found, then shows what was written to stderr meanwhile.
  public func leave() {
    guard isEntered else { return }
    isEntered = false
    write(presenter.leave())
    _ = ct_tty_restore(output, modeAsFound)
    ct_guard_disarm()
    errors.end()
  }

  /// Leaves, stops as Ctrl-Z does, and enters again when continued; show a frame afterwards.
  ///
  /// - Parameter wholeJob: Also stops the processes that were started together with this one, as
  ///   the key does; false when somebody stops this process alone.
  public func suspend(wholeJob: Bool = true) {
    leave()
    ct_signals_stop(wholeJob)
    do throws(TerminalError) { try enter() } catch { isGone = true }
  }

  /// Makes the next frame a full one, when something else has written on the screen.
  public func redraw() {
    presenter.repaint()
  }

  /// Whether a part of the pixels of the last frame is still to be written: the same frame is to be
  /// shown again, once whatever has come meanwhile is answered.
  public var hasMorePixels: Bool { isEntered && !isGone && presenter.hasMorePixels }

  /// Asks whether the background is light or dark; the answer comes as `Wake.background`, or never.
  ///
  /// - Parameter forPictures: also asks how pixels are shown, where that can be, and how long an
  ///   answer takes; what comes of it is `Wake.pictureNews`.
  public func askBackground(forPictures: Bool = false) {
    guard isEntered, presenter.hasOperatingSystemCommands else { return }
    // DA1 as a fence: terminals answer in order, and all of them answer it.
    let signs = presenter.signProbe()
    hasProbed = !signs.isEmpty
    let rest =
      forPictures
      ? pictures.ask(at: clock.now, hidden: canAskForPixels ? presenter.hidden : nil)
      : PixelProbe.fence
    write(Array("\u{1B}]11;?\u{1B}\\".utf8) + signs + rest)
  }

  func take(_ answer: TerminalAnswer) {
    guard isEntered else { return }
    let measured = TerminalSession.cell(of: output)
    write(
      pictures.take(answer, measured: measured, at: clock.now, hasImage: presenter.hasImage))
  }

  func takePictureNews() -> [PictureNews] { pictures.takeNews() }

  /// Whether signs such as ● are drawn two columns wide; before the terminal has said so, whether
  /// that is likely for the language of the environment.
  public var areSignsWide: Bool { presenter.areSignsWide }

  /// Takes where the cursor stood after a sign in the first column; what nobody has asked for is
  /// nothing.
  func takeProbe(column: Int) -> Bool? {
    guard hasProbed, column == 2 || column == 3 else { return nil }
    hasProbed = false
    presenter.areSignsWide = column == 3
    return presenter.areSignsWide
  }

  /// Chinese, Japanese and Korean: there a terminal may draw such signs as wide as ideographs.
  static func isLikelyWide(_ environment: (String) -> String?) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(environment).first { !$0.isEmpty }
    return ["ja", "ko", "zh"].contains(String((locale ?? "").prefix(2)).lowercased())
  }

  /// Puts a text on the terminal's clipboard, where it has one.
  public func copy(_ text: String) {
    guard isEntered, presenter.hasOperatingSystemCommands else { return }
    write(Clipboard.sequence(text))
  }

  /// Somebody stopped and continued us without asking: the screen may hold anything now.
  func reclaim() {
    guard isEntered else { return }
    _ = ct_tty_raw(output, modeAsFound)
    redraw()
    refreshSize()
  }

  /// True when the size is another one than before.
  @discardableResult
  func refreshSize() -> Bool {
    let before = size
    size = TerminalSession.size(of: output)
    if size != presenter.size { presenter.resize(size) }
    if isEntered { write(pictures.resize(measured: TerminalSession.cell(of: output))) }
    return size != before
  }

  func markGone() {
    isGone = true
  }

  /// True when a read would not wait.
  var hasInput: Bool {
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  private func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, !isGone else { return }
    metrics.bytes += bytes.count
    onBytes?(bytes)
    let began = clock.now
    defer { pictures.wrote(bytes.count, in: began.duration(to: clock.now)) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&descriptor, 1, -1)
      } else if errno != EINTR {
        return markGone()
      }
    }
  }

  private static func size(of terminal: Int32) -> Size {
    var rows: Int32 = 24
    var columns: Int32 = 80
    _ = ct_tty_size(terminal, &rows, &columns)
    return Presenter.usable(Size(width: Int(columns), height: Int(rows)))
  }

  /// Pixels of a cell as the system has them; `nil` when the terminal has not said.
  private static func cell(of terminal: Int32) -> Size? {
    var size = winsize()
    guard ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0,
      size.ws_xpixel > 0, size.ws_ypixel > 0
    else { return nil }
    return Size(
      width: Int(size.ws_xpixel / size.ws_col), height: Int(size.ws_ypixel / size.ws_row))
  }

  /// `ESCDELAY` in milliseconds, as ncurses programs have it; 25 unless set.
  private static var escapeDelay: Duration {
    .milliseconds(environment("ESCDELAY").flatMap(Int.init).map { min(max($0, 0), 5000) } ?? 25)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
