import App
import Cells
import Client
import FlowLanguage
import FlowScripts

/// Taps and swipes: the left button of a mouse, and its wheel.
extension Player {
  /// Rows of one notch of the wheel.
  private static let notch = 3

  func tap(_ tap: Tap) throws {
    let app = try running()
    let point = try self.point(of: tap)
    try refuseMessages()
    let before = app.frame
    for round in 0..<max(1, tap.times) {
      if round > 0 {
        _ = app.wait(for: .milliseconds(tap.delay)) { _ in false }
        try settle(app)
      }
      press(at: point, tap.kind, in: app)
    }
    settle(app, within: tap.settleTimeout)
    if tap.retriesIfNoChange, app.frame == before {
      press(at: point, tap.kind, in: app)
      settle(app, within: tap.settleTimeout)
    }
  }

  private func press(at point: Point, _ kind: Tap.Kind, in app: HeadlessApp) {
    app.send(.input(.mouse(Mouse(.press, at: point))))
    switch kind {
    case .once: break
    case .twice: app.send(.input(.mouse(Mouse(.press, at: point))))
    // Nothing in the app waits for how long a button is held.
    case .long: app.send(.input(.mouse(Mouse(.release, at: point))))
    }
  }

  /// Waits until the app stands still, or for so many milliseconds.
  private func settle(_ app: HeadlessApp, within milliseconds: Int?) {
    let limit = milliseconds.map { min(.milliseconds($0), patience.busy) } ?? patience.busy
    // NB: one that is still busy fails the step at its end.
    _ = app.wait(for: limit, until: \.isIdle)
  }

  private func point(of tap: Tap) throws -> Point {
    switch tap.target {
    case .element(let selector):
      let bounds = try find(selector, isTapped: true).bounds
      return try tap.point.map { try place($0, in: bounds) } ?? bounds.center
    case .point(let point): return try place(point, in: Rect(running().frame.grid.size))
    case .writtenPoint(let template):
      let text = try scope.render(template)
      guard let point = ScreenPoint(text) else {
        throw StepError(
          en: "a point is like 12,3 or 50%,20%, here is \"\(text)\"",
          ru: "точка — это 12,3 или 50%,20%, здесь «\(text)»")
      }
      return try place(point, in: Rect(running().frame.grid.size))
    }
  }

  private func place(_ point: ScreenPoint, in area: Rect) throws -> Point {
    let place =
      switch point.unit {
      case .cells: Point(x: area.x + point.x, y: area.y + point.y)
      case .percent:
        Point(
          x: area.x + min(area.width - 1, area.width * point.x / 100),
          y: area.y + min(area.height - 1, area.height * point.y / 100))
      }
    guard area.contains(place) else {
      throw StepError(
        en: "\(point.words) is outside of \(area.width)x\(area.height)",
        ru: "\(point.words) — за пределами \(area.width)x\(area.height)")
    }
    return place
  }

  func swipe(_ swipe: Swipe) throws {
    let app = try running()
    let screen = Rect(app.frame.grid.size)
    switch swipe.way {
    case .direction(let direction, let selector):
      let area = try selector.map { try find($0).bounds } ?? screen
      // A finger goes over less than half of the screen.
      let rows = selector == nil ? screen.height * 2 / 5 : area.height
      self.swipe(direction, by: rows, at: area.center, in: app)
    case .points(let start, let end):
      let (start, end) = (try place(start, in: screen), try place(end, in: screen))
      let (across, down) = (end.x - start.x, end.y - start.y)
      guard across != 0 || down != 0 else { break }
      // A cell is twice as high as it is wide.
      let isVertical = abs(down) * 2 >= abs(across)
      let direction: Direction =
        isVertical ? (down < 0 ? .up : .down) : (across < 0 ? .left : .right)
      self.swipe(direction, by: abs(down), at: start, in: app)
    }
    settle(app, within: swipe.settleTimeout)
  }

  /// Up shows what is further down; sideways there are arrows, as the wheel knows no such way.
  func swipe(_ direction: Direction, by rows: Int, at point: Point, in app: HeadlessApp) {
    let notches = max(1, rows / Player.notch)
    switch direction {
    case .up:
      for _ in 0..<notches { app.send(.input(.mouse(Mouse(.wheelDown, at: point)))) }
    case .down:
      for _ in 0..<notches { app.send(.input(.mouse(Mouse(.wheelUp, at: point)))) }
    case .left: app.send(.input(.key(Key(.right))))
    case .right: app.send(.input(.key(Key(.left))))
    }
  }
}

extension Rect {
  var center: Point { Point(x: x + width / 2, y: y + height / 2) }
}
