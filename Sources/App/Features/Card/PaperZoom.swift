import Barcodes
import Cells

/// How large a symbol is drawn on a sheet for the till.
struct PaperZoom {
  /// The largest with room for the words below it.
  let fitting: Int
  /// The largest that the screen can hold at all; 0 when there is no room for the smallest.
  let largest: Int
  /// The smallest that can be drawn; all others are its multiples.
  private let least: Int

  /// Beyond this a symbol is no easier to read.
  static let limit = 16

  init(_ modules: Modules, lines: Int, in screen: Size, least: Int = 1) {
    var fitting = least
    var largest = 0
    for zoom in stride(from: least, through: PaperZoom.limit, by: least) {
      let size = modules.size(zoom: zoom)
      guard size.width <= screen.width, size.height <= screen.height else { break }
      largest = zoom
      if size.height + lines <= screen.height { fitting = zoom }
    }
    self.fitting = fitting
    self.largest = largest
    self.least = least
  }

  /// What is drawn when a person has asked for so much.
  func shown(_ asked: Int?) -> Int {
    max(least, min(asked ?? fitting, largest)) / least * least
  }
}

extension State {
  /// What the topmost sheet shows the till, when it is one of those.
  var paper: Paper? {
    sheets.last?.surface.paper(self)
  }

  /// One size up or down from what is shown; 0 goes back to what fits.
  mutating func zoomPaper(by step: Int) {
    guard step != 0, let paper, case .encoded(let modules) = paper.symbol else {
      paperZoom = nil
      return
    }
    let zoom = PaperZoom(modules, lines: paper.lines, in: size, least: codeZoom)
    guard zoom.largest > 0 else { return }
    paperZoom = zoom.shown(zoom.shown(paperZoom) + step.signum() * codeZoom)
  }
}
