import YAML

/// How a value of YAML becomes one of the language.
struct Kind<Value>: Sendable {
  let shape: Shape
  /// `nil` after a problem was reported.
  let read: @Sendable (YAMLNode, FlowReading) -> Value?

  init(_ shape: Shape, _ read: @escaping @Sendable (YAMLNode, FlowReading) -> Value?) {
    self.shape = shape
    self.read = read
  }
}

/// A key: its name, what it takes and where that goes.
struct KeyForm<Root>: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  let read: @Sendable (YAMLNode, FlowReading, inout Root) -> Void

  init<Value>(
    _ name: String, _ kind: Kind<Value>, isRequired: Bool = false,
    _ set: @escaping @Sendable (inout Root, Value) -> Void
  ) {
    self.name = name
    self.isRequired = isRequired
    shape = kind.shape
    read = { node, reading, root in
      if let value = kind.read(node, reading) { set(&root, value) }
    }
  }

  /// A key of Maestro's that is read and changes nothing in a terminal.
  init<Value>(
    _ name: String, idle kind: Kind<Value>,
    _ set: @escaping @Sendable (inout Root, Value) -> Void
  ) {
    self.name = name
    shape = kind.shape
    isRequired = false
    read = { node, reading, root in
      guard let value = kind.read(node, reading) else { return }
      set(&root, value)
      reading.idle.append(name)
    }
  }

  /// A key that says something of the whole step.
  init<Value>(
    _ name: String, _ kind: Kind<Value>,
    ofStep note: @escaping @Sendable (Value, FlowReading) -> Void
  ) {
    self.name = name
    shape = kind.shape
    isRequired = false
    read = { node, reading, _ in
      if let value = kind.read(node, reading) { note(value, reading) }
    }
  }

  /// A key of Maestro's that means nothing in a terminal, with any value or where it is `true`.
  init(_ name: String, meaningless shape: Shape, of command: String, _ advice: Wording) {
    self.name = name
    self.shape = shape
    isRequired = false
    read = { node, reading, _ in
      if shape == .flag, Kind<Bool>.flag.read(node, reading) == false { return }
      reading.meaningless = Meaningless("\(command): \(name)", advice)
    }
  }
}

extension FlowReading {
  /// Reads keys and values into what they belong to.
  ///
  /// - Parameters:
  ///   - title: what has the keys, for words.
  ///   - others: keys that somebody else reads.
  ///   - rest: takes keys that are neither known nor a slip of one that is.
  /// - Returns: whether all that has to be there is.
  func fill<Root>(
    _ root: inout Root, from mapping: YAMLMapping, _ keys: [KeyForm<Root>], of title: String,
    at place: Place, others: [String] = [],
    rest: ((inout Root, YAMLMapping.Entry) -> Void)? = nil
  ) -> Bool {
    let names = keys.map { (name: $0.name, isRequired: $0.isRequired) }
    let read = { (place: Int, node: YAMLNode) in keys[place].read(node, self, &root) }
    var unknown: [YAMLMapping.Entry]? = rest == nil ? nil : []
    let isWhole = readKeys(
      names, of: title, from: mapping, at: place, others, leaving: &unknown, read)
    for entry in unknown ?? [] { rest?(&root, entry) }
    return isWhole
  }

  /// What does not depend on the thing, so that it is in the program once.
  private func readKeys(
    _ keys: [(name: String, isRequired: Bool)], of title: String, from mapping: YAMLMapping,
    at place: Place, _ others: [String], leaving rest: inout [YAMLMapping.Entry]?,
    _ read: (Int, YAMLNode) -> Void
  ) -> Bool {
    for entry in mapping.entries where !others.contains(entry.key) && !library.isFull {
      if refuseMerge(entry) { continue }
      guard let index = keys.firstIndex(where: { $0.name == entry.key }) else {
        let known = keys.map(\.name) + others
        if rest != nil, Nearest.word(to: entry.key, among: known) == nil {
          rest?.append(entry)
        } else {
          report(
            entry.keyMark, en: "\(title) has no key \"\(entry.key)\"",
            ru: "У «\(title)» нет ключа «\(entry.key)»",
            hint: Nearest.hint(to: entry.key, among: known))
        }
        continue
      }
      read(index, entry.value)
    }
    let missing = keys.filter { $0.isRequired && mapping[$0.name] == nil }
    for key in missing {
      report(
        place, en: "\(title) needs the key \"\(key.name)\"",
        ru: "Для «\(title)» нужен ключ «\(key.name)»")
    }
    return missing.isEmpty
  }
}

extension Kind {
  /// Keys and values of one thing.
  static func object(
    _ title: String, _ start: Value, _ keys: @escaping @Sendable () -> [KeyForm<Value>],
    rest: (@Sendable (inout Value, YAMLMapping.Entry) -> Void)? = nil
  ) -> Kind where Value: Sendable {
    Kind(.object(title)) { node, reading in
      guard let mapping = reading.attempt({ () throws(YAMLError) in try node.mapping() }) else {
        return nil
      }
      var value = start
      let isWhole = reading.fill(
        &value, from: mapping, keys(), of: title, at: reading.place(node.mark), rest: rest)
      return isWhole ? value : nil
    }
  }

  static func list<Item>(of kind: Kind<Item>) -> Kind where Value == [Item] {
    Kind(.list(kind.shape)) { node, reading in
      reading.attempt { () throws(YAMLError) in try node.list() }?
        .compactMap { kind.read($0, reading) }
    }
  }

  static func listOrOne<Item>(of kind: Kind<Item>) -> Kind where Value == [Item] {
    Kind(.listOrOne(kind.shape)) { node, reading in
      guard case .sequence(let items) = node.content else {
        return kind.read(node, reading).map { [$0] }
      }
      return items.compactMap { kind.read($0, reading) }
    }
  }
}
