import CTerminal
public import Cells
import Glibc

/// Turns frames into the bytes that change the terminal from one to the next.
///
/// There can be one at a time in a process, because ncurses has one screen.
public final class Presenter {
  public private(set) var size: Size
  /// 0 for a monochrome terminal, 8, 16, 256, or 2²⁴ for direct colour.
  public let colors: Int
  /// Whether the terminal draws signs of ambiguous width in two columns: others stand for them.
  public var areSignsWide = false

  private let encoder: OpaquePointer
  private let palette: ColorEncoding
  private let term: String
  /// The terminal's own sequences that give the screen back.
  private let screenRestore: [UInt8]
  private var shown: Grid?
  private var links: LinkPainter
  private var pixels: PixelPainter
  /// The modes that are open in the terminal; `nil` while the screen is not ours.
  private var open: OpenModes?
  /// Those of the frame before as well: a frame that is cut in the middle may have closed none.
  private var mayBeOpen: OpenModes?

  /// - Parameters:
  ///   - maximumColors: Fewer colours than the terminal has; 0 writes no colour at all.
  ///   - hasDirectColor: The terminal shows 24-bit colour, whatever its description says.
  ///   - lastImage: The number before that of the first image that is sent.
  public init(
    term: String, size: Size, maximumColors: Int = .max, hasDirectColor: Bool = false,
    lastImage: UInt32 = .random(in: 1...0x0FFF_FFFF)
  ) throws(TerminalError) {
    let size = Presenter.usable(size)
    var encoder: OpaquePointer?
    var result = CT_UNKNOWN_TERM
    let isDirect = hasDirectColor && maximumColors > 256
    for name in TerminalName.candidates(for: term) where result == CT_UNKNOWN_TERM {
      result = ct_encoder_open(
        name, isDirect, Int32(size.height), Int32(size.width), &encoder)
    }
    switch result {
    case CT_OPENED: break
    case CT_DUMB_TERM: throw .dumb(term: term)
    case CT_BUSY: preconditionFailure("a process has one presenter at a time")
    case CT_UNKNOWN_TERM: throw term == "dumb" ? .dumb(term: term) : .unknownTerm(term)
    case CT_NO_ROOM: throw .system(call: "ulimit -f", code: EFBIG)
    default: throw .system(call: "memfd_create", code: ENOMEM)
    }
    guard let encoder else { throw .unknownTerm(term) }
    self.encoder = encoder
    self.term = term
    self.size = size
    palette = ColorEncoding(
      colors: min(Int(ct_encoder_colors(encoder)), max(0, maximumColors)),
      isDirect: ct_encoder_is_direct(encoder))
    colors = palette.colors
    links = LinkPainter(palette: palette)
    pixels = PixelPainter(lastImage: lastImage)
    let capacity = 256
    screenRestore = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = ct_encoder_restore(encoder, buffer.baseAddress, capacity)
    }
  }

  deinit {
    ct_encoder_close(encoder)
  }

  /// The bytes of a frame; empty when the terminal shows it already.
  ///
  /// What the grid does not cover is blank, what does not fit is cut.
  ///
  /// - Parameter placed: pictures that lie over blank cells of the grid; of large ones a part may be
  ///   left for the next time (`hasMorePixels`).
  public func frame(_ grid: Grid, _ modes: Modes, _ placed: [PlacedPixels] = []) -> [UInt8] {
    let grid = areSignsWide ? grid.withNarrowSigns() : grid
    let wanted = OpenModes(modes, hasTitle: hasOperatingSystemCommands)
    var bytes = wanted.changes(from: open)
    putChangedRows(of: grid)
    if let cursor = modes.cursor, Rect(size).contains(cursor) {
      ct_encoder_cursor(encoder, Int32(cursor.y), Int32(cursor.x))
    } else {
      ct_encoder_cursor(encoder, -1, -1)
    }
    var count = 0
    let encoded = ct_encoder_frame(encoder, &count)
    bytes += UnsafeBufferPointer(start: encoded, count: count)
    bytes += linkBytes(modes.links, on: grid)
    bytes += pixels.bytes(for: grid.size == size ? placed : [], on: grid, links.palette)
    shown = grid
    mayBeOpen = wanted.union(open)
    open = wanted.keepingTitleStack(of: open)
    return bytes.isEmpty ? [] : OpenModes.synchronized(bytes)
  }

  /// Writes a sign of ambiguous width where nothing is, asks where the cursor stands, and blanks it.
  ///
  /// Nothing of it is seen; empty where the screen has no such place. The answer to a question on the
  /// first row would look like a key.
  func signProbe() -> [UInt8] {
    // The answer says its column.
    unseen("\(NarrowSigns.probe)\u{1B}[6n", columns: 3) { $0 == 0 }
  }

  /// An application program command (APC), which terminals that do not know such strings print: it is
  /// blanked then.
  ///
  /// Empty where the screen has no place for it.
  func hidden(_ string: String) -> [UInt8] {
    unseen("\u{1B}_\(string)\u{1B}\\", columns: string.utf8.count) { _ in true }
  }

  /// Written where nothing is, in the colour of the ground, and blanked.
  private func unseen(
    _ text: String, columns: Int, from isColumn: (Int) -> Bool
  ) -> [UInt8] {
    guard let shown, shown.size == size, size.width >= columns, size.height >= 2 else { return [] }
    for y in 1..<size.height {
      for x in 0...(size.width - columns) where isColumn(x) {
        let look = shown[x, y].style
        let isBlank = (x..<x + columns).allSatisfy {
          shown[$0, y].text == " " && shown[$0, y].style == look
        }
        if isBlank { return unseen(text, columns: columns, x: x, y: y, look) }
      }
    }
    return []
  }

  private func unseen(_ text: String, columns: Int, x: Int, y: Int, _ look: Style) -> [UInt8] {
    var style = look
    style.foreground = style.background
    style.attributes = style.attributes.intersection(.reverse)
    let place = "\u{1B}[\(y + 1);\(x + 1)H"
    let blanks = String(repeating: " ", count: columns)
    // NB: the cursor and its rendition are put back as the encoder has left them.
    return Array(
      ("\u{1B}7" + place + links.palette.rendition(of: style) + text + (x == 0 ? "\r" : place)
        + blanks + "\u{1B}8").utf8)
  }

  private func linkBytes(_ wanted: [Hyperlink], on grid: Grid) -> [UInt8] {
    guard hasLinks, grid.size == size else { return [] }
    let before = shown?.size == size ? shown : nil
    if before == nil { links.forget() }
    return links.bytes(for: wanted, on: grid) { !(before?.hasRow($0, of: grid) ?? false) }
  }

  /// The bytes that close the modes and give the screen back; empty before the first frame.
  public func leave() -> [UInt8] {
    guard let open else { return [] }
    self.open = nil
    mayBeOpen = nil
    shown = nil
    var count = 0
    let bytes = ct_encoder_leave(encoder, &count)
    return pixels.leave() + open.closing + UnsafeBufferPointer(start: bytes, count: count)
  }

  /// The next frame is a full one in another size.
  public func resize(_ size: Size) {
    self.size = Presenter.usable(size)
    shown = nil
    pixels.forget()
    ct_encoder_resize(encoder, Int32(self.size.height), Int32(self.size.width))
  }

  /// The next frame is a full one, and opens its modes again.
  public func repaint() {
    shown = nil
    pixels.forget()
    ct_encoder_repaint(encoder)
    open?.isDoubtful = true
  }

  /// What brings the terminal back at any moment, also in the middle of a frame.
  var restore: [UInt8] {
    guard let mayBeOpen else { return [] }
    return (hasOperatingSystemCommands ? OpenModes.endOfString : [])
      + (links.hasShown ? Array(LinkPainter.end.utf8) : []) + pixels.restore
      + OpenModes.endOfSynchronized + mayBeOpen.closing + screenRestore
  }

  /// Whether a part of the pixels of the last frame is still to come.
  public var hasMorePixels: Bool { pixels.hasMore }

  /// Whether an image of that number was sent.
  func hasImage(_ number: UInt32) -> Bool { pixels.hasImage(number) }

  /// The consoles that would print an operating system command (title, colours) as text.
  var hasOperatingSystemCommands: Bool {
    let isVideoTerminal = term.hasPrefix("vt") && term.dropFirst(2).first?.isNumber ?? false
    return !term.hasPrefix("linux") && !isVideoTerminal && !term.hasPrefix("cons")
  }

  /// Those that show a link's address instead of keeping it: GNU screen, and Emacs' old terminal.
  private var hasLinks: Bool {
    hasOperatingSystemCommands && !term.hasPrefix("screen") && !term.hasPrefix("eterm")
      && !term.hasPrefix("dumb")
  }

  private func putChangedRows(of grid: Grid) {
    let before = shown.flatMap { $0.size == grid.size ? $0 : nil }
    let changed = (0..<size.height).filter { y in
      guard let before else { return true }
      return y < grid.size.height && !before.hasRow(y, of: grid)
    }
    let order = WritingOrder(palette)
    if let before, changed.count >= order.least {
      var rows = changed.map { y in
        RowChange(y: y, before: cells(of: before, y), after: cells(of: grid, y))
      }
      putInkByInk(&rows, order.passes(of: rows))
      for row in rows { put(row.after, row.y) }
    } else {
      for y in changed { put(cells(of: grid, y), y) }
    }
  }

  private func putInkByInk(_ rows: inout [RowChange], _ passes: [Rendition: Int]) {
    guard !passes.isEmpty else { return }
    for index in rows.indices { rows[index].plan(passes) }
    for pass in 1...passes.count {
      for index in rows.indices {
        if let row = rows[index].written(in: pass) { put(row, rows[index].y) }
      }
      ct_encoder_update(encoder)
    }
  }

  private func put(_ row: [ct_cell], _ y: Int) {
    ct_encoder_put_row(encoder, Int32(y), row, Int32(row.count))
  }

  private func cells(of grid: Grid, _ y: Int) -> [ct_cell] {
    var row = [ct_cell](repeating: .blank, count: size.width)
    if y < grid.size.height {
      palette.fill(&row, from: grid.row(y).prefix(min(grid.size.width, size.width)))
    }
    return row
  }

  /// Within limits: ncurses knows no empty screen, and a terminal may claim any size.
  ///
  /// Each cell costs time and memory; what lies beyond stays blank.
  static func usable(_ size: Size) -> Size {
    Size(width: min(max(size.width, 1), 1024), height: min(max(size.height, 1), 512))
  }
}
