/// A tap as it is written.
private struct TapDraft: HasSelector {
  var selector = Selector()
  var point: WrittenPoint?
  var tap = Tap(.once, .element(Selector()))
}

/// A swipe as it is written.
private struct SwipeDraft: Sendable {
  var direction: Direction?
  var from: Selector?
  var start: ScreenPoint?
  var end: ScreenPoint?
  var duration = 400
  var settleTimeout: Int?
}

extension CommandTable {
  /// Fingers.
  static let touch: [CommandForm] = [
    tap("tapOn", .once),
    tap("doubleTapOn", .twice),
    tap("longPressOn", .long),
    CommandForm("back", .back),
    CommandForm("hideKeyboard", .hideKeyboard),
    CommandForm("scroll", .scroll),
    actionForm,
    scrollUntilVisibleForm,
    swipeForm,
  ]

  private static var actionForm: CommandForm {
    CommandForm(
      "action", Command.back, short: "name",
      [
        KeyForm("name", .word(.these(actions.map(\.name))), isRequired: true) { command, name in
          command = actions.first { $0.name == name }?.command ?? command
        }
      ]
    ) { command, _, _ in command }
  }

  private static var scrollUntilVisibleForm: CommandForm {
    CommandForm(
      "scrollUntilVisible", ScrollSearch(Selector()),
      [
        KeyForm("element", .selector, isRequired: true) { $0.element = $1 },
        KeyForm("direction", .oneOf) { $0.direction = $1 },
        KeyForm("timeout", .numberOrScript(-3_600_000...3_600_000)) { search, timeout in
          // As in Maestro: what is no time at all is the usual one.
          if timeout.literal?.hasPrefix("-") != true { search.timeout = timeout }
        },
        KeyForm("speed", idle: .numberOrScript(0...1_000_000)) { $0.speed = $1 },
        KeyForm("visibilityPercentage", .number(0...100)) { $0.visiblePercent = $1 },
        KeyForm("centerElement", .flag) { $0.isCentered = $1 },
        KeyForm("waitToSettleTimeoutMs", idle: .milliseconds) { $0.settleTimeout = $1 },
      ]
    ) { search, _, _ in .scrollUntilVisible(search) }
  }

  private static var swipeForm: CommandForm {
    CommandForm(
      "swipe", SwipeDraft(),
      [
        KeyForm("direction", .oneOf) { $0.direction = $1 },
        KeyForm("from", .selector) { $0.from = $1 },
        KeyForm("start", .knownPoint) { $0.start = $1 },
        KeyForm("end", .knownPoint) { $0.end = $1 },
        KeyForm("duration", idle: .milliseconds) { $0.duration = $1 },
        KeyForm("waitToSettleTimeoutMs", .milliseconds) { $0.settleTimeout = $1 },
      ]
    ) { draft, place, reading in
      guard let way = way(of: draft, at: place, reading) else { return nil }
      var swipe = Swipe(way, duration: draft.duration)
      swipe.settleTimeout = draft.settleTimeout
      return .swipe(swipe)
    }
  }

  private static let actions: [(name: String, command: Command)] = [
    ("back", .back), ("hideKeyboard", .hideKeyboard), ("scroll", .scroll),
    ("clearKeychain", .clearKeychain), ("pasteText", .pasteText),
  ]

  private static func tap(_ name: String, _ kind: Tap.Kind) -> CommandForm {
    // A tap waits for its element whatever is said.
    let waits = KeyForm<TapDraft>(
      "waitUntilVisible", .flag,
      ofStep: { waits, reading in
        if !waits { reading.idle.append("waitUntilVisible") }
      })
    let delay: KeyForm<TapDraft> =
      kind == .twice
      ? KeyForm("delay", idle: .milliseconds) { $0.tap.delay = $1 }
      : KeyForm("delay", .milliseconds) { $0.tap.delay = $1 }
    var keys: [KeyForm<TapDraft>] =
      SelectorForm.keys() + [
        KeyForm("point", .point) { $0.point = $1 },
        KeyForm("retryTapIfNoChange", .flag) { $0.tap.retriesIfNoChange = $1 },
        waits, delay,
        KeyForm("waitToSettleTimeoutMs", .milliseconds) { $0.tap.settleTimeout = $1 },
      ]
    if kind != .twice { keys.append(KeyForm("repeat", .number(1...10_000)) { $0.tap.times = $1 }) }
    return CommandForm(name, TapDraft(), short: "text", keys) { draft, place, reading in
      var tap = draft.tap
      tap.kind = kind
      let isElement = draft.selector != Selector()
      if draft.point == nil || isElement {
        let hint = Wording(en: "Or a `point`, such as 50%,20%", ru: "Или «point», например 50%,20%")
        guard named(draft.selector, at: place, reading, or: hint) else { return nil }
      }
      switch draft.point {
      case nil:
        tap.target = .element(draft.selector)
      case .known(let point) where isElement:
        tap.target = .element(draft.selector)
        tap.point = point
      case .known(let point): tap.target = .point(point)
      case .template(let template):
        guard !isElement else {
          reading.reportWhole(
            place, en: "A point inside an element is written out, without ${…}",
            ru: "Точка внутри элемента пишется прямо, без «${…}»")
          return nil
        }
        tap.target = .writtenPoint(template)
      }
      return .tap(tap)
    }
  }

  private static func way(
    of draft: SwipeDraft, at place: Place, _ reading: FlowReading
  ) -> Swipe.Way? {
    switch (draft.direction, draft.start, draft.end) {
    case (let direction?, nil, nil): return .direction(direction, from: draft.from)
    case (nil, let start?, let end?) where draft.from == nil && start.unit == end.unit:
      return .points(start, end)
    default:
      reading.reportWhole(
        place, en: "A swipe has a direction, or a start and an end",
        ru: "У жеста «swipe» есть направление либо начало и конец",
        hint: Wording(
          en: "{ direction: LEFT }, { direction: UP, from: Card } or "
            + "{ start: 90%,50%, end: 10%,50% }, both in the same unit",
          ru: "{ direction: LEFT }, { direction: UP, from: Карта } или "
            + "{ start: 90%,50%, end: 10%,50% }, оба в одних единицах"))
      return nil
    }
  }
}
