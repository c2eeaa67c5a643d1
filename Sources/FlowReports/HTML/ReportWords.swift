import FlowLanguage
import Loyalty

/// The page's own words.
struct ReportWords {
  let language: Language

  var title: String { say("Flows", "Сценарии") }
  var before: String { say("Before", "До") }
  var after: String { say("After", "После") }
  var expected: String { say("Expected", "Ожидалось") }
  var actual: String { say("Actual", "На самом деле") }
  var nearest: String { say("Nearest on the screen", "Ближайшее на экране") }
  var requests: String { say("Requests", "Запросы") }
  var noAnswer: String { say("no answer", "нет ответа") }
  var console: String { say("Console", "Консоль") }
  var warnings: String { say("Warnings", "Предупреждения") }
  var seed: String { say("seed", "seed") }
  var frames: String { say("frames", "кадры") }
  var previous: String { say("Previous frame", "Предыдущий кадр") }
  var next: String { say("Next frame", "Следующий кадр") }
  var scrubber: String { say("Frames of the flow", "Кадры сценария") }
  var milliseconds: String { say("ms", "мс") }

  func name(of outcome: Outcome) -> String {
    switch outcome {
    case .passed: say("passed", "пройдено")
    case .failed: say("failed", "не пройдено")
    case .warned: say("with warnings", "с предупреждениями")
    case .skipped: say("skipped", "пропущено")
    case .notReached: say("not reached", "не дошло")
    }
  }

  /// What the screen shows is told by the step beside it.
  func screen(_ side: String, of step: StepRecord) -> String {
    say("Screen, \(side.lowercased()) step", "Экран, \(side.lowercased()) шага") + " \(step.path)"
  }

  /// `1.25 s`; of more than a minute the seconds are whole.
  func time(_ milliseconds: Int64) -> String {
    let milliseconds = max(0, milliseconds)
    guard milliseconds >= 60_000 else {
      let hundredths = milliseconds / 10 % 100
      let digits = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
      return "\(milliseconds / 1000)\(say(".", ","))\(digits) \(say("s", "с"))"
    }
    let (minutes, seconds) = (milliseconds / 60_000, milliseconds / 1000 % 60)
    guard minutes >= 60 else {
      return "\(minutes) \(say("min", "мин")) \(seconds) \(say("s", "с"))"
    }
    guard minutes >= 24 * 60 else {
      return "\(minutes / 60) \(say("h", "ч")) \(minutes % 60) \(say("min", "мин"))"
    }
    return "\(minutes / 1440) \(say("d", "д")) \(minutes / 60 % 24) \(say("h", "ч"))"
  }

  /// Keys and what they do.
  var keys: [(keys: [String], words: String)] {
    [
      (["←", "→"], say("frames", "кадры")), (["B"], say("before or after", "до или после")),
      (["J", "K"], say("next or previous flow", "следующий или предыдущий сценарий")),
      (["F"], say("next that failed", "следующий непройденный")),
      (["Home", "End"], say("first or last frame", "первый или последний кадр")),
    ]
  }

  private func say(_ english: String, _ russian: String) -> String {
    Wording(en: english, ru: russian).words(in: language)
  }
}
