public import Loyalty

/// What the disk refuses.
extension Phrasebook {
  /// Which folder or file it is, and why.
  public func words(for problem: StorageProblem) -> String {
    guard problem.reason != .noHome else { return say(.storageNoHome) }
    let place = cleaned(problem.place, limit: 200)
    let reason =
      switch problem.reason {
      case .noHome: ""
      case .denied: say(.storageDenied)
      case .readOnly: say(.storageReadOnly)
      case .full: say(.storageFull)
      case .noFolder: say(.storageNoFolder)
      case .occupied(let occupant): say(occupant.phrase)
      case .other(let words): cleaned(words, limit: 200)
      }
    return "\(place): \(reason)"
  }

  func wordsForKeepingNothing(_ problem: StorageProblem) -> String {
    say(.storageNothingKept, ["reason": words(for: problem)])
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
    }
  }
}

extension Phrase {
  static let storageNothingKept = Phrase(
    en: "Nothing is kept on this machine when you leave. {reason}",
    ru: "После выхода на этом устройстве ничего не сохранится. {reason}")
  static let storageNoHome = Phrase(
    en: "HOME is not set to a whole path, and the user database names no home",
    ru: "HOME не содержит полного пути, и в базе пользователей домашней папки нет")
  static let storageDenied = Phrase(
    en: "Permission denied", ru: "нет прав доступа (Permission denied)")
  static let storageReadOnly = Phrase(
    en: "Read-only file system", ru: "файловая система только для чтения (read-only)")
  static let storageFull = Phrase(
    en: "No space left on device", ru: "на диске нет места (No space left on device)")
  static let storageNoFolder = Phrase(
    en: "No such file or folder", ru: "нет такого файла или папки")
  static let storageFolder = Phrase(en: "is a folder, not a file", ru: "это папка, а не файл")
  static let storageLink = Phrase(en: "is a link, not a file", ru: "это ссылка, а не файл")
  static let storagePipe = Phrase(en: "is a pipe, not a file", ru: "это канал, а не файл")
  static let storageSocket = Phrase(en: "is a socket, not a file", ru: "это сокет, а не файл")
  static let storageDevice = Phrase(
    en: "is a device, not a file", ru: "это устройство, а не файл")
  static let storageFile = Phrase(en: "is a file, not a folder", ru: "это файл, а не папка")
}
