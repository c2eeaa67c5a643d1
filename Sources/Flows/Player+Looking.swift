import App
import Cells
import Client
import FlowLanguage
import FlowScripts

/// What is looked at, and what is kept of it.
extension Player {
  /// How long an element may take to come or go.
  var lookupTime: Duration {
    current?.isOptional == true ? patience.optionalLookup : patience.lookup
  }

  /// The first element that fits; what is not there yet may come with the next news.
  ///
  /// - Parameter isTapped: whether something has to be done with it.
  @discardableResult
  func find(
    _ selector: Selector, isTapped: Bool = false, within time: Duration? = nil
  ) throws -> Element {
    let app = try running()
    let wanted = try wanted(selector)
    if let element = look(
      for: wanted, in: app, within: time ?? lookupTime,
      where: { !isTapped || $0.isFocusable })
    {
      expect(element)
      return element
    }
    if let element = wanted.matches(in: app.frame).first {
      expect(element)
      throw StepError(
        en: "\(wanted.words) cannot be tapped: \(element.text)",
        ru: "\(wanted.words): нажать нельзя: \(element.text)", expected: wanted.words,
        actual: element.words)
    }
    throw notFound(wanted, in: app.frame)
  }

  func look(
    for wanted: Wanted, in app: HeadlessApp, within time: Duration,
    where fits: (Element) -> Bool = { _ in true }
  ) -> Element? {
    var found: Element?
    _ = app.wait(for: time) { app in
      found = wanted.matches(in: app.frame).first(where: fits)
      return found != nil
    }
    return found
  }

  func waitUntilGone(_ selector: Selector, _ time: Duration) throws {
    let app = try running()
    let wanted = try wanted(selector)
    if app.wait(for: time, until: wanted.isMissing) {
      if let fault = wanted.fault { throw fault }
      return
    }
    let element = wanted.matches(in: app.frame).first
    throw StepError(
      en: "\(wanted.words) is visible", ru: "\(wanted.words): видно, а не должно быть",
      expected: "not visible: \(wanted.words)", actual: element?.words)
  }

  func wait(_ wait: ExtendedWait) throws {
    let timeout = Duration.milliseconds(try number(wait.timeout, of: "timeout"))
    if let selector = wait.visible { try find(selector, within: timeout) }
    if let selector = wait.notVisible { try waitUntilGone(selector, timeout) }
  }

  func assertTrue(_ template: Template) throws {
    guard try !scope.holds(template) else { return }
    // NB: what cannot be told a second time is told as it is written.
    let value = template.needsScript ? nil : try scope.render(template)
    throw StepError(
      en: "\(template) is not true", ru: "\(template): это не истинно", expected: "true",
      actual: value)
  }

  /// Until the screen has been the same for a moment; a longer animation is left as it is.
  func waitForStillness(_ timeout: Template?) throws {
    let app = try running()
    let limit = try timeout.map { try number($0, of: "timeout") } ?? 15_000
    let moment = 400
    var passed = 0
    while passed < limit {
      let frame = app.frame
      let time = min(moment, limit - passed)
      passed += time
      guard app.wait(for: .milliseconds(time), until: { $0.frame != frame }) else { return }
    }
  }

  func take(_ shot: Screenshot) throws {
    let app = try running()
    let part = try shot.crop.map { try find($0).bounds }
    try world.save(screenshot: try scope.render(shot.name), app.frame, part)
  }

  func startRecording(_ name: Template) throws {
    if let recording {
      throw StepError(
        en: "\(recording) is being recorded already; stopRecording ends that",
        ru: "уже записывается \(recording); запись кончает stopRecording")
    }
    let name = try scope.render(name)
    try world.record(name)
    recording = name
  }

  func stopRecording() throws {
    guard recording != nil else {
      throw StepError(
        en: "nothing is being recorded; startRecording begins it",
        ru: "ничего не записывается; запись начинает startRecording")
    }
    recording = nil
    try world.record(nil)
  }

  func compare(_ shot: Screenshot) throws {
    let app = try running()
    let part = try shot.crop.map { try find($0).bounds }
    try world.compare(screenshot: try scope.render(shot.name), app.frame, part)
  }
}
