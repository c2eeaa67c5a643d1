import FlowLanguage

/// What ends scripts, in words.
extension ScriptFailure {
  static func noLibrary(_ package: String, at place: Place) -> ScriptFailure {
    ScriptFailure(
      place, en: "JavaScript needs a library: apt install \(package)",
      ru: "для JavaScript нужна библиотека: apt install \(package)")
  }

  static func notStarted(_ reason: String, at place: Place) -> ScriptFailure {
    ScriptFailure(
      place, en: "no process for scripts: \(reason)", ru: "нет процесса для скриптов: \(reason)")
  }

  static func tooMuchGiven(at place: Place) -> ScriptFailure {
    let most = ScriptWire.most >> 20
    return ScriptFailure(
      place, en: "a script has at most \(most) MB with all that it is given",
      ru: "скрипт со всем, что ему дано, — не больше \(most) МБ")
  }

  static func tooSlow(_ limits: ScriptLimits, at place: Place) -> ScriptFailure {
    let seconds = limits.processor.seconds
    return ScriptFailure(
      place, en: "the script has used the processor for \(seconds) s, which is the most it may",
      ru: "скрипт занимал процессор \(seconds) с, больше нельзя")
  }

  static func tooLong(_ limits: ScriptLimits, at place: Place) -> ScriptFailure {
    let seconds = limits.wall.seconds
    return ScriptFailure(
      place, en: "the script has run for \(seconds) s, which is the most it may",
      ru: "скрипт работал \(seconds) с, больше нельзя")
  }

  static func tooLarge(_ limits: ScriptLimits, at place: Place) -> ScriptFailure {
    let most = limits.megabytes
    return ScriptFailure(
      place, en: "the scripts need more than \(most) MB of memory, which is the most they may",
      ru: "скриптам нужно больше \(most) МБ памяти, больше нельзя")
  }

  static func ended(_ status: ScriptProcess.Status, at place: Place) -> ScriptFailure {
    switch status {
    case .exit(let status):
      ScriptFailure(
        place, en: "the process for scripts has ended with status \(status)",
        ru: "процесс скриптов завершился с кодом \(status)")
    case .signal(let signal):
      ScriptFailure(
        place, en: "the process for scripts has ended by signal \(signal)",
        ru: "процесс скриптов завершён сигналом \(signal)")
    }
  }

  static func nonsense(at place: Place) -> ScriptFailure {
    ScriptFailure(
      place, en: "the process for scripts gives no answer that makes sense",
      ru: "процесс скриптов не даёт понятного ответа")
  }

  static func noAnswer(at place: Place) -> ScriptFailure {
    ScriptFailure(
      place, en: "the script leaves nothing that could tell how it has ended",
      ru: "скрипт не оставил ничего, что могло бы сказать, чем он кончился")
  }

  /// - Parameter piece: with which it became too long.
  static func tooLongText(of piece: Template.Piece) -> ScriptFailure {
    let most = FlowScope.mostText
    let words = Wording(
      en: "a text has at most \(most) bytes with all that is put in",
      ru: "текст со всем, что в него подставлено, — не больше \(most) байтов")
    switch piece {
    case .text: return ScriptFailure(en: words.english, ru: words.russian)
    case .variable(let name):
      return ScriptFailure(en: "${\(name)}: \(words.english)", ru: "${\(name)}: \(words.russian)")
    case .script(_, let place):
      return ScriptFailure(place, en: words.english, ru: words.russian)
    }
  }

  static var tooManyVariables: ScriptFailure {
    let most = FlowScope.mostVariables
    return ScriptFailure(
      en: "the variables of a flow have at most \(most) bytes together",
      ru: "все переменные сценария вместе — не больше \(most) байтов")
  }

  /// Of each script after one that has ended the process.
  static func noMore(after place: Place?) -> ScriptFailure {
    let there = place?.description ?? ""
    return ScriptFailure(
      en: "no more scripts: the one at \(there) has ended their process, and `output` with it",
      ru: "скриптов больше нет: на \(there) их процесс завершился, а с ним и `output`")
  }
}

extension Duration {
  /// `2`, `0.3`.
  fileprivate var seconds: String {
    let (seconds, attoseconds) = components
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds)" : "\(seconds).\(tenths)"
  }
}
