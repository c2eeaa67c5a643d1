import App
import Cells
import Client
import FlowLanguage

extension Player {
  /// Pages until an element is seen; ends at the end of what can be scrolled.
  func scroll(_ search: ScrollSearch) throws {
    let wanted = try wanted(search.element)
    let timeout = Duration.milliseconds(try number(search.timeout, of: "timeout"))
    let app = try running()
    while true {
      if let element = wanted.matches(in: app.frame).first(where: {
        $0.visiblePercent(of: app.frame) >= search.visiblePercent
      }) {
        expect(element)
        if search.isCentered { try center(wanted, search.direction, in: app) }
        return
      }
      try refuseMessages()
      if let place = current?.place { try countStep(at: place) }
      let before = app.frame
      page(search.direction, in: app)
      try settle(app)
      guard app.frame == before else { continue }
      // More may be on its way.
      let isMoving = app.wait(for: timeout) {
        $0.frame != before || !wanted.isMissing(in: $0)
      }
      guard isMoving else { throw notFound(wanted, in: app.frame) }
    }
  }

  /// As near to the middle as it goes.
  private func center(_ wanted: Wanted, _ direction: Direction, in app: HeadlessApp) throws {
    guard direction == .down || direction == .up else { return }
    let middle = app.frame.grid.size.height / 2
    for _ in 0..<app.frame.grid.size.height {
      guard let bounds = wanted.matches(in: app.frame).first?.bounds else { return }
      let isBelow = bounds.center.y > middle
      guard abs(bounds.center.y - middle) > 3 else { return }
      let before = app.frame
      swipe(isBelow ? .up : .down, by: 1, at: Rect(before.grid.size).center, in: app)
      try settle(app)
      guard app.frame != before else { return }
    }
  }

  private func page(_ direction: Direction, in app: HeadlessApp) {
    let code: Key.Code =
      switch direction {
      case .down: .pageDown
      case .up: .pageUp
      case .left: .left
      case .right: .right
      }
    app.send(.input(.key(Key(code))))
  }
}

extension Element {
  /// How much of it is on the screen.
  fileprivate func visiblePercent(of frame: Frame) -> Int {
    let seen = bounds.intersection(Rect(frame.grid.size))
    return 100 * seen.width * seen.height / max(1, bounds.width * bounds.height)
  }
}
