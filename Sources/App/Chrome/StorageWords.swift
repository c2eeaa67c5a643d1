public import Loyalty

/// What the disk refuses.
extension Phrasebook {
  /// Which folder or file it is, and why, as commands say it.
  public func words(for problem: StorageProblem) -> String {
    guard problem.reason != .noHome else { return say(.storageNoHome) }
    guard !problem.place.isEmpty else { return reason(of: problem) }
    return "\(place(of: problem)): \(reason(of: problem))"
  }

  func wordsForKeepingNothing(_ problem: StorageProblem) -> String {
    say(.storageNothingKept, ["reason": sentence(problem)])
  }

  /// That the app goes on without a log.
  public func wordsForNotLogging(_ problem: StorageProblem) -> String {
    say(.storageNoLog, ["reason": sentence(problem)])
  }

  /// What came, or was done, while the app runs.
  func wordsForNotKeeping(_ problem: StorageProblem) -> String {
    say(.storageNotKept, ["reason": sentence(problem)]) + advice(on: problem)
  }

  /// What to do about it, where something can be done while the app runs; it goes on by itself then.
  func advice(on problem: StorageProblem) -> String {
    switch problem.reason {
    case .full: say(.storageMakeRoom)
    case .noHome, .denied, .readOnly, .noFolder, .occupied, .damaged, .newer, .busy, .failing,
      .nameTooLong, .tooManyFiles, .notFolder, .noText, .emptyLine, .other:
      ""
    }
  }

  /// The reason first: a path may be longer than the screen is wide.
  func sentence(_ problem: StorageProblem) -> String {
    switch problem.reason {
    case _ where problem.place.isEmpty: reason(of: problem)
    case .noHome, .occupied, .notFolder, .noText, .emptyLine: words(for: problem)
    case .denied, .readOnly, .full, .noFolder, .damaged, .newer, .busy, .failing, .nameTooLong,
      .tooManyFiles, .other:
      "\(reason(of: problem)): \(place(of: problem))"
    }
  }

  private func place(of problem: StorageProblem) -> String { cleaned(problem.place, limit: 200) }

  /// Without the place.
  func reason(of problem: StorageProblem) -> String {
    switch problem.reason {
    case .noHome: say(.storageNoHome)
    case .denied: say(.storageDenied)
    case .readOnly: say(.storageReadOnly)
    case .full: say(.storageFull)
    case .noFolder: say(.storageNoFolder)
    case .occupied(let occupant): say(occupant.phrase)
    case .damaged: say(.storageDamaged)
    case .newer: say(.storageNewer)
    case .busy: say(.storageBusy)
    case .failing: say(.storageFailing)
    case .nameTooLong: say(.storageNameTooLong)
    case .tooManyFiles: say(.storageTooManyFiles)
    case .notFolder(let occupant): say(occupant.phraseForFolder)
    case .noText: say(.storageNoText)
    case .emptyLine: say(.storageEmptyLine)
    case .other(let words): say(.storageSystem, ["words": cleaned(words, limit: 200)])
    }
  }
}

extension StorageProblem.Occupant {
  fileprivate var phrase: Phrase {
    switch self {
    case .folder: .storageFolder
    case .link: .storageLink
    case .pipe: .storagePipe
    case .socket: .storageSocket
    case .device: .storageDevice
    case .file: .storageFile
    case .other: .storageOther
    case .brokenLink: .storageBrokenLink
    case .silentPipe: .storageSilentPipe
    }
  }

  /// Where a folder is wanted.
  fileprivate var phraseForFolder: Phrase {
    switch self {
    case .folder: .storageFolder
    case .link: .storageLink
    case .pipe: .storagePipeNoFolder
    case .socket: .storageSocketNoFolder
    case .device: .storageDeviceNoFolder
    case .file: .storageFile
    case .other: .storageOther
    case .brokenLink: .storageBrokenLink
    case .silentPipe: .storagePipeNoFolder
    }
  }
}

extension Phrase {
  static let storageNothingKept = Phrase(
    en: "Nothing is kept on this machine when you leave. {reason}",
    ru: "После выхода на этом устройстве ничего не сохранится. {reason}")
  static let storageNotKept = Phrase(
    en: "This could not be kept on this machine. {reason}",
    ru: "Сохранить это на устройстве не удалось. {reason}")
  static let storageMakeRoom = Phrase(
    en: ". Make room on the disk: what is there already stays.",
    ru: ". Освободите место на диске: то, что уже есть, останется.")
  static let storageNoLog = Phrase(
    en: "No log of what goes wrong is kept. {reason}",
    ru: "Журнал неполадок не ведётся. {reason}")
  static let storageNoHome = Phrase(
    en: "HOME is not set to a whole path, and the user database names no home",
    ru: "HOME не содержит полного пути, и в базе пользователей домашней папки нет")
  static let storageDenied = Phrase(
    en: "Permission denied", ru: "Нет прав доступа (Permission denied)")
  static let storageReadOnly = Phrase(
    en: "Read-only file system", ru: "Диск только для чтения (read-only)")
  static let storageFull = Phrase(
    en: "No space left on device", ru: "На диске нет места (No space left on device)")
  static let storageNoFolder = Phrase(
    en: "No such file or folder", ru: "Нет такого файла или папки")
  static let storageDamaged = Phrase(
    en: "The file is damaged; the next start of the app mends or replaces it",
    ru: "Файл повреждён; следующий запуск приложения исправит или заменит его")
  static let storageNewer = Phrase(
    en: "A newer version of the app has written it; install that one",
    ru: "Файл записан более новой версией приложения; установите её")
  static let storageBusy = Phrase(
    en: "Another program holds it for too long", ru: "Его слишком долго занимает другая программа")
  static let storageFailing = Phrase(
    en: "The disk cannot be read or written (Input/output error)",
    ru: "Диск не читается или не пишется (Input/output error)")
  static let storageNameTooLong = Phrase(
    en: "File name too long", ru: "Слишком длинное имя файла (File name too long)")
  static let storageTooManyFiles = Phrase(
    en: "Too many open files", ru: "Открыто слишком много файлов (Too many open files)")
  static let storageSystem = Phrase(
    en: "The system refuses it ({words})", ru: "Система отказала ({words})")
  static let storageFolder = Phrase(en: "is a folder, not a file", ru: "это папка, а не файл")
  static let storageLink = Phrase(en: "is a link, not a file", ru: "это ссылка, а не файл")
  static let storagePipe = Phrase(en: "is a pipe, not a file", ru: "это канал, а не файл")
  static let storageSocket = Phrase(en: "is a socket, not a file", ru: "это сокет, а не файл")
  static let storageDevice = Phrase(
    en: "is a device, not a file", ru: "это устройство, а не файл")
  static let storageOther = Phrase(en: "is not a folder", ru: "это не папка")
  static let storageBrokenLink = Phrase(
    en: "is a link that leads nowhere", ru: "это ссылка, которая никуда не ведёт")
  static let storageSilentPipe = Phrase(
    en: "is a pipe into which nobody writes", ru: "это канал, в который никто не пишет")
  static let storagePipeNoFolder = Phrase(
    en: "is a pipe, not a folder", ru: "это канал, а не папка")
  static let storageSocketNoFolder = Phrase(
    en: "is a socket, not a folder", ru: "это сокет, а не папка")
  static let storageDeviceNoFolder = Phrase(
    en: "is a device, not a folder", ru: "это устройство, а не папка")
  static let storageNoText = Phrase(
    en: "is no text in UTF-8", ru: "это не текст в UTF-8")
  static let storageEmptyLine = Phrase(
    en: "its first line is empty", ru: "первая строка пуста")
  static let storageFile = Phrase(en: "is a file, not a folder", ru: "это файл, а не папка")
}
