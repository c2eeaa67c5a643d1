import YAML

extension Kind where Value == Bool {
  static var flag: Kind {
    Kind(.flag) { node, reading in
      if case .scalar(let text, _) = node.content {
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: break
        }
      }
      return reading.attempt { () throws(YAMLError) in try node.bool() }
    }
  }

  /// `enabled` or `disabled`.
  static var enabled: Kind {
    let word = Kind<String>.word(.these(["enabled", "disabled"]))
    return Kind(word.shape) { node, reading in word.read(node, reading).map { $0 == "enabled" } }
  }
}

extension Kind where Value == Int {
  static func number(_ range: ClosedRange<Int>) -> Kind {
    Kind(.number(range, isTemplate: false)) { node, reading in
      reading.attempt { () throws(YAMLError) in try node.string() }
        .flatMap { reading.number($0, range, of: node) }
    }
  }

  /// So many milliseconds.
  static var milliseconds: Kind { number(0...3_600_000) }
}

extension Kind
where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the cases, in capitals or not, with or without `_` and `-`.
  static var oneOf: Kind {
    let words = Value.allCases.map(\.rawValue)
    let small = words.map { $0.lowercased() }
    @Sendable func plain(_ text: String) -> String {
      text.lowercased().filter { !"_-".contains($0) }
    }
    let values = Value.allCases.map { (word: plain($0.rawValue), value: $0) }
    return Kind(.word(.these(words + small), isTemplate: false)) { node, reading in
      guard let text = reading.attempt({ () throws(YAMLError) in try node.string() }) else {
        return nil
      }
      if let value = values.first(where: { $0.word == plain(text) })?.value { return value }
      _ = reading.word(text, .these(words), of: node)
      return nil
    }
  }
}

/// A point as it is written: known at once, or when the step is played.
enum WrittenPoint: Equatable, Sendable {
  case known(ScreenPoint)
  case template(Template)
}

extension Kind where Value == WrittenPoint {
  static var point: Kind {
    let form = #"^ *[0-9]+(, *[0-9]+|% *, *[0-9]+%) *$"#
    return Kind(.form(form, example: "50%,20%")) { node, reading in
      guard let template = reading.template(node) else { return nil }
      guard let literal = template.literal else { return .template(template) }
      guard let point = ScreenPoint(literal) else {
        reading.report(
          node.mark, en: "\"\(literal.prefix(40))\" is no point of the screen",
          ru: "«\(literal.prefix(40))» — не точка на экране",
          hint: Wording(
            en: "Cells from 0, such as 12,3, or per cent, such as 50%,20%",
            ru: "Клетки от 0, например 12,3, или проценты, например 50%,20%"))
        return nil
      }
      return .known(point)
    }
  }
}

extension Kind where Value == ScreenPoint {
  static var knownPoint: Kind {
    let point = Kind<WrittenPoint>.point
    return Kind(point.shape) { node, reading in
      switch point.read(node, reading) {
      case .known(let point): return point
      case .template:
        reading.report(
          node.mark, en: "Nothing is put in for ${…} here", ru: "Здесь «${…}» не подставляется")
        return nil
      case nil: return nil
      }
    }
  }
}

/// A file that a flow names, and where.
struct NamedPath: Equatable, Sendable {
  var path: String
  var place: Place
}

extension Kind where Value == NamedPath {
  static var file: Kind {
    let plain = Kind<String>.plain
    return Kind(plain.shape) { node, reading in
      guard let path = plain.read(node, reading) else { return nil }
      guard !path.trimmed.isEmpty else {
        reading.report(node.mark, en: "A file has a name", ru: "У файла есть имя")
        return nil
      }
      return NamedPath(path: path, place: reading.place(node.mark))
    }
  }
}

extension Kind where Value == [Flow.Variable] {
  static var variables: Kind {
    Kind(.names) { node, reading in
      guard let mapping = reading.attempt({ () throws(YAMLError) in try node.mapping() }) else {
        return nil
      }
      return mapping.entries.compactMap { entry in
        if reading.refuseMerge(entry) { return nil }
        guard FlowReading.isVariable(entry.key[...]) else {
          reading.report(
            entry.keyMark, en: "\"\(entry.key)\" is no name of a variable",
            ru: "«\(entry.key)» — не имя переменной",
            hint: Wording(
              en: "Letters, digits and _, not a digit first: USER_NAME",
              ru: "Буквы, цифры и «_», первая не цифра: USER_NAME"))
          return nil
        }
        let place = reading.place(entry.keyMark)
        return reading.template(entry.value).map { Flow.Variable(entry.key, $0, at: place) }
      }
    }
  }
}
