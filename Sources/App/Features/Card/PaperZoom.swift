import Barcodes
import Cells

/// How large a symbol is drawn on a sheet for the till.
struct PaperZoom {
  /// The largest with room for the words below it.
  let fitting: Int
  /// The largest that the screen can hold at all; 0 when there is no room for the smallest.
  let largest: Int

  /// Beyond this a symbol is no easier to read.
  static let limit = 16

  init(_ modules: Modules, lines: Int, in screen: Size) {
    var fitting = 1
    var largest = 0
    for zoom in 1...PaperZoom.limit {
      let size = modules.size(zoom: zoom)
      guard size.width <= screen.width, size.height <= screen.height else { break }
      largest = zoom
      if size.height + lines <= screen.height { fitting = zoom }
    }
    self.fitting = fitting
    self.largest = largest
  }

  /// What is drawn when a person has asked for so much.
  func shown(_ asked: Int?) -> Int { max(1, min(asked ?? fitting, largest)) }
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
    let zoom = PaperZoom(modules, lines: paper.lines, in: size)
    guard zoom.largest > 0 else { return }
    paperZoom = zoom.shown(zoom.shown(paperZoom) + step.signum())
  }
}
