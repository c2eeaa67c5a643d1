public import Loyalty

/// Why a picture is not drawn; its words stand in its place.
public enum PictureProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is none that is drawn.
  case fault(PictureFault)
  /// The library that reads it is not on this machine; Debian's package that has it.
  case noLibrary(package: String)
  /// The library refuses it; its own words, printable ASCII.
  case unreadable(String)
  /// There is no place for it, or a larger one than pictures are drawn for.
  case noPlace
  /// It took more time than a picture may take.
  case tooSlow
  /// What reads it has ended without an answer, by that signal or with that status.
  case ended(signal: Int32?, status: Int32)
  /// What reads it has answered something else than it was asked for.
  case nonsense
  /// The process that reads it could not be started.
  case notStarted(String)

  public var description: String { words(in: .english) }

  /// What a person is told, in Russian or else in English.
  public func words(in language: Language) -> String {
    language == .russian ? table.russian : table.english
  }

  private var table: (english: String, russian: String) {
    switch self {
    case .fault(let fault): (fault.words(in: .english), fault.words(in: .russian))
    case .noLibrary(let package):
      (
        "The picture needs Debian's package \(package)",
        "Для картинки нужен пакет Debian \(package)"
      )
    case .unreadable(let words):
      ("The picture cannot be read: \(words)", "Картинка не читается: \(words)")
    case .noPlace: ("There is no place for the picture", "Для картинки нет места")
    case .tooSlow: ("The picture takes too long", "Картинка читается слишком долго")
    case .ended(let signal, let status):
      (
        "The picture cannot be read (\(signal.map { "signal \($0)" } ?? "status \(status)"))",
        "Картинка не читается (\(signal.map { "сигнал \($0)" } ?? "код \(status)"))"
      )
    case .nonsense: ("The picture was read wrongly", "Картинка прочитана неверно")
    case .notStarted(let words):
      ("The picture cannot be read: \(words)", "Картинку нечем прочитать: \(words)")
    }
  }
}
