import FlowLanguage

/// All JavaScript of flows, each piece once, in the order in which it is played.
struct WrittenScripts {
  struct Piece: Equatable {
    var source: String
    var place: Place
    /// Whether it is a file of its own.
    var isFile = false
  }

  private(set) var pieces: [Piece] = []
  /// Steps and pieces that were looked at: what is used in many places is so once.
  private var known: Set<String> = []

  mutating func add(_ flow: Flow) {
    add(flow.env)
    add(flow.onStart)
    add(flow.steps)
    add(flow.onComplete)
  }

  private mutating func add(_ steps: [Step]) {
    for step in steps where known.insert("step \(step.place)").inserted {
      add(step.label)
      add(step.command)
    }
  }

  private mutating func add(_ piece: Piece) {
    guard known.insert("\(piece.place) \(piece.isFile ? "" : piece.source)").inserted else {
      return
    }
    pieces.append(piece)
  }

  private mutating func add(_ template: Template?) {
    for piece in template?.pieces ?? [] {
      if case .script(let source, let place) = piece { add(Piece(source: source, place: place)) }
    }
  }

  private mutating func add(_ env: [Flow.Variable]) {
    for variable in env { add(variable.value) }
  }

  private mutating func add(_ selector: Selector?) {
    guard let selector else { return }
    for template in [selector.text, selector.id, selector.index] { add(template) }
    for relation in selector.relations {
      switch relation {
      case .below(let other), .above(let other), .leftOf(let other), .rightOf(let other),
        .childOf(let other), .containsChild(let other):
        add(other)
      case .containsDescendants(let others): for other in others { add(other) }
      }
    }
  }

  private mutating func add(_ condition: Condition?) {
    add(condition?.visible)
    add(condition?.notVisible)
    add(condition?.isTrue)
  }
}

/// What a command asks for.
extension WrittenScripts {
  private mutating func add(_ command: Command) {
    switch command {
    case .launchApp(let options):
      for (_, value) in options.arguments.sorted(by: { $0.key < $1.key }) { add(value) }
    case .openLink(let text), .pressKey(let text), .setClipboard(let text), .assertTrue(let text),
      .startRecording(let text), .say(let text):
      add(text)
    case .eraseText(let text), .waitForAnimationToEnd(timeout: let text),
      .takeBack(amount: let text, sale: _):
      add(text)
    case .purchase(amount: let text, key: _, options: _): add(text)
    case .copyTextFrom(let selector), .assertVisible(let selector), .assertNotVisible(let selector):
      add(selector)
    case .tap(let tap): add(tap.target)
    case .swipe(let swipe):
      if case .direction(_, from: let selector) = swipe.way { add(selector) }
    case .scrollUntilVisible(let search):
      add(search.element)
      add(search.timeout)
      add(search.speed)
    case .inputText(let input): add(input.text)
    case .wait(let wait):
      add(wait.visible)
      add(wait.notVisible)
      add(wait.timeout)
    case .takeScreenshot(let shot), .assertScreenshot(let shot):
      add(shot.name)
      add(shot.crop)
    case .setLocation(let latitude, let longitude):
      add(latitude)
      add(longitude)
    case .runFlow, .repeating, .retry, .evalScript, .runScript: addNested(command)
    case .stopApp, .killApp, .clearState, .clearKeychain, .back, .hideKeyboard, .scroll,
      .inputRandom, .pasteText, .stopRecording, .setAirplaneMode, .toggleAirplaneMode,
      .setDarkMode, .toggleDarkMode, .assertDarkMode, .setOrientation, .travel, .window,
      .pushContent, .task, .publishTerms, .meaningless:
      break
    }
  }

  private mutating func add(_ target: Tap.Target) {
    switch target {
    case .element(let selector): add(selector)
    case .writtenPoint(let text): add(text)
    case .point: break
    }
  }

  private mutating func addNested(_ command: Command) {
    if case .runFlow(let subflow) = command {
      add(subflow.condition)
      add(subflow.env)
      add(subflow.steps)
      add(subflow.onComplete)
    }
    if case .repeating(let repetition) = command {
      add(repetition.times)
      add(repetition.condition)
      add(repetition.steps)
    }
    if case .retry(let retry) = command {
      add(retry.mostRetries)
      add(retry.env)
      add(retry.steps)
    }
    if case .evalScript(let script) = command {
      add(Piece(source: script.source, place: script.place))
    }
    if case .runScript(let file) = command {
      add(file.condition)
      add(file.env)
      let start = Place(file.file, line: 1, column: 1)
      add(Piece(source: file.source, place: start, isFile: true))
    }
  }
}
