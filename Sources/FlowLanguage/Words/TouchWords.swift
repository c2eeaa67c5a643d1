extension Tap {
  var name: String {
    switch kind {
    case .once: "tapOn"
    case .twice: "doubleTapOn"
    case .long: "longPressOn"
    }
  }

  var words: String {
    let times = times > 1 ? "\(times)" : nil
    switch target {
    case .element(let selector):
      guard point != nil || times != nil else { return selector.words }
      return keyed([
        ("element", selector.words), ("point", point?.words), ("repeat", times),
      ])
    case .point(let point): return keyed([("point", point.words), ("repeat", times)])
    case .writtenPoint(let text): return keyed([("point", text.description), ("repeat", times)])
    }
  }
}

extension Swipe {
  var words: String {
    switch way {
    case .direction(let direction, let selector):
      keyed([("direction", direction.rawValue), ("from", selector?.words)])
    case .points(let start, let end): keyed([("start", start.words), ("end", end.words)])
    }
  }
}

extension LaunchOptions {
  var words: String {
    let arguments = arguments.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
    let own: [(String, String?)] = [
      ("clearState", clearState ? "true" : nil), ("clearKeychain", clearKeychain ? "true" : nil),
      ("stopApp", stopApp ? nil : "false"),
    ]
    return keyed(own + arguments.map { ($0.0, $0.1 as String?) })
  }
}
