import YAML

/// One command: its name, its keys and what becomes of them.
struct CommandForm: Sendable {
  struct Key: Equatable, Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool
  }

  let name: String
  /// Whether `- name` is a step.
  let isBare: Bool
  /// The key that is meant where a value stands in place of keys.
  let short: String?
  let keys: [Key]
  /// Whether nothing after the colon is the same as the name alone.
  var takesNothing = false
  /// Maestro's `optional`, where nobody says it.
  var isOptional = false
  fileprivate let read: @Sendable (YAMLNode?, Place, FlowReading) -> Command?

  init<Root: Sendable>(
    _ name: String, _ start: Root, isBare: Bool = false, short: String? = nil,
    _ keys: [KeyForm<Root>], _ make: @escaping @Sendable (Root, Place, FlowReading) -> Command?
  ) {
    self.name = name
    self.isBare = isBare
    self.short = short
    self.keys = keys.map { Key(name: $0.name, shape: $0.shape, isRequired: $0.isRequired) }
    read = { value, place, reading in
      var root = start
      let shortKey = keys.first { $0.name == short }
      switch value?.content {
      case nil: break
      case .mapping(let mapping):
        let isWhole = reading.fill(
          &root, from: mapping, keys, of: name, at: place, others: StepOptions.names)
        guard isWhole else { return nil }
      case .scalar, .sequence:
        guard let value, let shortKey else {
          reading.reportNoKeys(value, of: name, keys.map(\.name))
          return nil
        }
        shortKey.read(value, reading, &root)
      }
      return make(root, place, reading)
    }
  }

  /// A command that says nothing but its name.
  init(_ name: String, _ command: Command) {
    self.init(name, 0, isBare: true, []) { _, _, _ in command }
  }

  /// A command of Maestro's that means nothing in a terminal.
  init(
    meaningless name: String, isBare: Bool = false, short: String? = nil, _ keys: [KeyForm<Int>],
    isOptional: Bool = false, _ advice: Wording
  ) {
    self.init(name, 0, isBare: isBare, short: short, keys) { _, _, _ in
      .meaningless(Meaningless(name, advice))
    }
    self.isOptional = isOptional
  }
}

/// What any step may say beside its command.
struct StepOptions: Sendable {
  var label: Template?
  var isOptional: Bool?
  var isSoft = false

  static let keys: [KeyForm<StepOptions>] = [
    KeyForm("label", .text) { $0.label = $1 },
    KeyForm("optional", .flag) { $0.isOptional = $1 },
    KeyForm("soft", .flag) { $0.isSoft = $1 },
  ]
  static let names = keys.map(\.name)
}

extension FlowReading {
  /// A bare word (`- back`), or a key with its argument (`- tapOn: History`).
  func step(_ node: YAMLNode) -> Step? {
    switch node.content {
    case .scalar:
      guard !node.isNull, let name = try? node.string() else {
        report(node.mark, en: "Here is no command", ru: "Здесь нет команды", hint: Self.example)
        return nil
      }
      return step(name, nil, node.mark)
    case .mapping(let mapping):
      guard let entry = mapping.entries.first else {
        report(node.mark, en: "Here is no command", ru: "Здесь нет команды", hint: Self.example)
        return nil
      }
      if refuseMerge(entry) { return nil }
      if mapping.entries.count > 1 {
        let second = mapping.entries[1]
        report(
          second.keyMark, en: "A step is one command; begin each with \"-\"",
          ru: "Шаг — это одна команда; начинайте каждый с «-»",
          hint: Wording(
            en: "What belongs to \"\(entry.key)\" is indented further than it",
            ru: "То, что относится к «\(entry.key)», пишется с большим отступом"))
      }
      return step(entry.key, entry.value, entry.keyMark)
    case .sequence:
      report(
        node.mark, en: "A step is a command, not a list", ru: "Шаг — это команда, а не список",
        hint: Self.example)
      return nil
    }
  }

  private static let example = Wording(
    en: "Such as `- back` or `- tapOn: History`", ru: "Например, «- back» или «- tapOn: История»")

  private func step(_ name: String, _ value: YAMLNode?, _ mark: YAMLMark) -> Step? {
    guard let form = CommandTable.form(name) else {
      report(
        mark, en: "There is no command \"\(name.prefix(60))\"",
        ru: "Команды «\(name.prefix(60))» нет",
        hint: CommandTable.hint(to: name))
      return nil
    }
    let isNothing = value?.isNull ?? true
    if isNothing, !form.isBare || (value != nil && !form.takesNothing) {
      report(
        mark, en: "\(name) needs a value", ru: "Команде «\(name)» нужно значение",
        hint: form.isBare
          ? Wording(
            en: "Or write `- \(name)` without a colon", ru: "Или пишите «- \(name)» без двоеточия")
          : form.expected)
      return nil
    }
    var options = StepOptions()
    if case .mapping(let mapping) = value?.content {
      for entry in mapping.entries {
        StepOptions.keys.first { $0.name == entry.key }?.read(entry.value, self, &options)
      }
    }
    // Steps inside this one have their own.
    let outer = (meaningless, idle, isOptional, failuresBefore)
    (meaningless, idle, isOptional, failuresBefore) = (nil, [], false, library.failures)
    defer { (meaningless, idle, isOptional, failuresBefore) = outer }
    guard var command = form.read(isNothing ? nil : value, place(mark), self) else { return nil }
    if let meaningless { command = .meaningless(meaningless) }
    var step = Step(
      command, at: place(mark), label: options.label,
      isOptional: options.isOptional ?? (form.isOptional || isOptional), isSoft: options.isSoft)
    step.idle = idle
    return step
  }

  func steps(_ node: YAMLNode) -> [Step]? {
    guard case .sequence(let items) = node.content else {
      report(
        node.mark, en: "Expected a list of steps", ru: "Нужен список шагов",
        hint: Wording(en: "Each begins with \"- \"", ru: "Каждый начинается с «- »"))
      return nil
    }
    // Nobody looks through more problems, and looking for nearest words takes its time.
    return items.compactMap { library.isFull ? nil : step($0) }
  }

  fileprivate func reportNoKeys(_ value: YAMLNode?, of name: String, _ keys: [String]) {
    guard let mark = value?.mark else { return }
    report(
      mark, en: "\(name) takes keys and values", ru: "Команде «\(name)» нужны ключи и значения",
      hint: Wording(
        en: "Its keys: \((keys + StepOptions.names).joined(separator: ", "))",
        ru: "Её ключи: \((keys + StepOptions.names).joined(separator: ", "))"))
  }
}

extension CommandForm {
  /// What may follow the name.
  var expected: Wording? {
    guard !keys.isEmpty else { return nil }
    let names = keys.map(\.name).joined(separator: ", ")
    return Wording(en: "Its keys: \(names)", ru: "Её ключи: \(names)")
  }
}

extension Kind where Value == [Step] {
  static var steps: Kind {
    Kind(.list(.object("step"))) { node, reading in reading.steps(node) }
  }
}
