import YAML

/// `runFlow` and `retry` as they are written.
private struct NestDraft: Sendable {
  var file: NamedPath?
  var steps: [Step]?
  var env: [Flow.Variable] = []
  var condition: Condition?
  var mostRetries: Template = "1"
}

/// `repeat` as it is written.
private struct RepeatDraft: Sendable {
  var times: Template?
  var condition: Condition?
  var steps: [Step] = []
}

extension CommandTable {
  /// Steps of steps, and scripts.
  static let nesting: [CommandForm] = [
    runFlowForm,
    repetitionForm,
    retryForm,
    evalScriptForm,
    runScriptForm,
  ]

  private static var runFlowForm: CommandForm {
    CommandForm(
      "runFlow", NestDraft(), short: "file",
      nest() + [KeyForm("when", .condition) { $0.condition = $1 }]
    ) { draft, place, reading in
      guard var flow = subflow(draft, "runFlow", at: place, reading) else { return nil }
      flow.condition = draft.condition
      return .runFlow(flow)
    }
  }

  private static var repetitionForm: CommandForm {
    CommandForm(
      "repeat", RepeatDraft(),
      [
        KeyForm("times", .numberOrScript(0...10_000)) { $0.times = $1 },
        KeyForm("while", .condition) { $0.condition = $1 },
        KeyForm("commands", .steps, isRequired: true) { $0.steps = $1 },
      ]
    ) { draft, place, reading in
      if draft.steps.isEmpty {
        reading.reportWhole(
          place, en: "repeat has no commands", ru: "У «repeat» нет команд",
          hint: Wording(
            en: "commands: and below it a list of steps", ru: "commands: а под ним список шагов"))
      }
      return .repeating(
        Repetition(times: draft.times, while: draft.condition, steps: draft.steps))
    }
  }

  private static var retryForm: CommandForm {
    CommandForm(
      "retry", NestDraft(),
      nest() + [KeyForm("maxRetries", .numberOrScript(0...100)) { $0.mostRetries = $1 }]
    ) { draft, place, reading in
      guard let flow = subflow(draft, "retry", at: place, reading) else { return nil }
      // The steps of a file stay what they are: its own, with its own hooks and variables.
      let isFile = flow.file != nil
      var retry = Retry(
        most: draft.mostRetries, steps: isFile ? [Step(.runFlow(flow), at: place)] : flow.steps)
      if !isFile { retry.env = flow.env }
      return .retry(retry)
    }
  }

  private static var evalScriptForm: CommandForm {
    CommandForm(
      "evalScript", Script("", at: Place("")), short: "script",
      [KeyForm("script", .script, isRequired: true) { $0 = $1 }]
    ) { script, _, _ in .evalScript(script) }
  }

  private static var runScriptForm: CommandForm {
    CommandForm(
      "runScript", NestDraft(), short: "file",
      [
        KeyForm("file", .file, isRequired: true) { $0.file = $1 },
        KeyForm("env", .variables) { $0.env = $1 },
        KeyForm("when", .condition) { $0.condition = $1 },
      ]
    ) { draft, _, reading in
      guard let named = draft.file, let source = reading.script(named) else { return nil }
      var file = ScriptFile(file: named.path, source: source)
      file.env = draft.env
      file.condition = draft.condition
      return .runScript(file)
    }
  }

  private static func nest() -> [KeyForm<NestDraft>] {
    [
      KeyForm("file", .file) { $0.file = $1 },
      KeyForm("commands", .steps) { $0.steps = $1 },
      KeyForm("env", .variables) { $0.env = $1 },
    ]
  }

  /// What the steps of a file or those that stand in the flow itself are.
  private static func subflow(
    _ draft: NestDraft, _ name: String, at place: Place, _ reading: FlowReading
  ) -> Subflow? {
    switch (draft.file, draft.steps) {
    case (let named?, nil):
      guard let flow = reading.flow(named, draft.env) else { return nil }
      var subflow = Subflow(file: named.path, steps: flow.onStart + flow.steps)
      subflow.onComplete = flow.onComplete
      subflow.env = draft.env + flow.env
      return subflow
    case (nil, let steps?):
      var subflow = Subflow(steps: steps)
      subflow.env = draft.env
      return subflow
    case (nil, nil), (.some, .some):
      reading.reportWhole(
        place, en: "\(name) needs either `file` or `commands`",
        ru: "Команде «\(name)» нужно что-то одно: «file» или «commands»")
      return nil
    }
  }
}

extension Kind where Value == Script {
  /// JavaScript: what stands in one `${…}`, or all of a text without it.
  static var script: Kind {
    Kind(.text) { node, reading in
      guard let template = reading.template(node) else { return nil }
      let pieces = template.pieces.filter { piece in
        if case .text(let text) = piece { !text.trimmed.isEmpty } else { true }
      }
      if pieces.count <= 1 {
        let place = reading.place(node.mark)
        switch pieces.first {
        case .script(let source, let start): return Script(source, at: start)
        case .variable(let name): return Script(name, at: place)
        case .text(let text):
          guard let fault = ScriptScan.fault(in: text)?.0 else { return Script(text, at: place) }
          reading.report(fault, at: place)
          return nil
        case nil: return Script("", at: place)
        }
      }
      reading.report(
        node.mark, en: "A script is one ${…}", ru: "Скрипт — это одно «${…}»",
        hint: Wording(
          en: "Join what belongs together: ${output.a = 1; output.b = 2}",
          ru: "Соедините то, что относится друг к другу: ${output.a = 1; output.b = 2}"))
      return nil
    }
  }
}
