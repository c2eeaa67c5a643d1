public import Loyalty

extension Phrasebook {
  /// What is said about a file that was not taken, or not written.
  public func words(for problem: WalletFileProblem) -> String {
    switch problem {
    case .file(let reason):
      say(.fileSystem, ["reason": words(for: reason)])
        + (reason.reason == .full ? " " + say(.fileMakeRoom) : "")
    case .exists: say(.fileExists)
    case .notAWallet: say(.fileForeign)
    case .damaged(let what): say(.fileDamaged, ["what": cleaned(what, limit: 200)])
    case .cutShort: say(.fileCutShort)
    case .twice(let name): say(.fileTwice, ["name": cleaned(name, limit: 80)])
    case .passwordNeeded: say(.filePassword)
    case .passwordWrong: say(.filePasswordWrong)
    case .unsafeName(let name): say(.fileName, ["name": cleaned(name, limit: 80)])
    case .tooManyEntries(let limit): say(.fileEntries, ["limit": decimal(Int64(limit))])
    case .tooLarge(let limit): say(.fileLarge, ["limit": decimal(Int64(limit))])
    case .bomb: say(.fileBomb)
    case .line(let line, let character, let file, let reason):
      say(
        .fileLine,
        [
          "line": place(line, character), "file": cleaned(file, limit: 80),
          "reason": say(reason.phrase),
        ])
    case .tables(let names):
      say(.fileTables, ["names": cleaned(names.joined(separator: ", "), limit: 200)])
    case .noCode: say(.fileNoCode)
    case .member(let member, let reason):
      say(.fileMember, ["member": say(member.phrase), "reason": say(reason.phrase)])
    case .tooManyCards(let limit): say(.fileCards, ["limit": decimal(Int64(limit))])
    case .noLibrary(let reason): say(.fileNoLibrary, ["reason": cleaned(reason, limit: 200)])
    // What it is exactly is in the log.
    case .wallet: say(.localUnknown)
    case .storage(let problem):
      say(.walletStorage, ["reason": words(for: problem)]) + advice(on: problem)
    }
  }

  /// What came of reading a file, without what was left out.
  public func words(for report: WalletImport) -> String {
    say(
      .walletTaken,
      [
        "added": decimal(Int64(report.added)), "changed": decimal(Int64(report.changed)),
        "known": decimal(Int64(report.known)),
      ])
  }

  /// What was left out of a file, each thing by its name.
  public func words(forLeft left: [LeftOut]) -> [String] { left.map(words) }

  /// What was left out, in a few lines; `nil` for nothing.
  func shortWords(forLeft left: [LeftOut]) -> String? {
    guard !left.isEmpty else { return nil }
    let more = left.count > 3 ? [say(.leftMore, ["count": decimal(Int64(left.count - 3))])] : []
    let names = (left.prefix(3).map(words) + more).joined(separator: "; ")
    return say(.leftOut, ["names": names])
  }

  /// A line about one thing that was left out.
  public func wordsForLeft(_ words: String) -> String { say(.leftOut, ["names": words]) }

  private func words(_ left: LeftOut) -> String {
    switch left {
    case .card(let line, let character, let reason):
      say(.leftCard, ["line": place(line, character), "reason": say(reason.phrase)])
    case .detail(let line, let reason):
      say(.leftDetail, ["line": decimal(Int64(line)), "reason": say(reason.phrase)])
    case .picture(let name, let reason):
      say(reason == .id ? .leftOrphan : .leftPicture, ["name": cleaned(name, limit: 80)])
    case .pass(let name, let problem):
      say(
        problem == .noCode ? .leftPassNameless : .leftPassDamaged,
        ["name": cleaned(name, limit: 80)])
    case .member(let name, let member, let reason):
      say(
        .leftMember,
        [
          "name": cleaned(name, limit: 80), "member": say(member.phrase),
          "reason": say(reason.phrase),
        ])
    case .file(let name): say(.leftFile, ["name": cleaned(name, limit: 80)])
    }
  }

  /// A line, and a character of it.
  private func place(_ line: Int, _ character: Int?) -> String {
    guard let character else { return decimal(Int64(line)) }
    return say(
      .lineCharacter,
      ["line": decimal(Int64(line)), "character": decimal(Int64(character))])
  }

  /// A damaged wallet was set aside under that name, or it was gone and came back from the copy.
  public func wordsForRebuilding(_ asideName: String) -> String {
    say(asideName.hasSuffix(".previous") ? .walletWasGone : .walletRebuilt, ["name": asideName])
  }

  /// What came of writing a file.
  public func wordsForWriting(_ count: Int, to path: String) -> String {
    say(.walletWritten, ["count": decimal(Int64(count)), "path": cleaned(path, limit: 200)])
  }
}

extension WalletFileProblem.Reason {
  fileprivate var phrase: Phrase {
    switch self {
    case .version: .lineVersion
    case .header: .lineHeader
    case .columns: .lineColumns
    case .quote: .lineQuote
    case .id: .lineID
    case .name: .lineName
    case .number: .lineNumber
    case .flag: .lineFlag
    case .date: .lineDate
    case .balance: .lineBalance
    case .text: .lineText
    case .notText: .memberNotText
    case .color: .memberNoColor
    case .groups: .lineGroups
    case .single: .memberSingle
    case .damaged: .memberDamaged
    }
  }
}

extension PassMember {
  fileprivate var phrase: Phrase {
    switch self {
    case .name: .memberName
    case .number: .memberNumber
    case .code: .memberCode
    case .otherCode: .memberOtherCode
    case .encoding: .memberEncoding
    case .expiry: .memberExpiry
    case .color: .memberColor
    case .field: .memberField
    case .note: .memberNote
    case .words: .memberWords
    }
  }
}

extension Phrase {
  static let walletTaken = Phrase(
    en: "Cards read. New: {added}, completed: {changed}, already here: {known}.",
    ru: "Карты прочитаны. Новых: {added}, дополнено: {changed}, уже были: {known}.")
  static let walletWritten = Phrase(
    en: "Cards written to {path}: {count}.", ru: "Записано карт в {path}: {count}.")
  static let leftOut = Phrase(en: "Left out: {names}.", ru: "Не взято: {names}.")
  static let leftMore = Phrase(en: "and {count} more", ru: "и ещё {count}")
  static let leftCard = Phrase(
    en: "line {line}, the card: {reason}", ru: "строка {line}, карта: {reason}")
  static let leftDetail = Phrase(
    en: "line {line}, a detail: {reason}", ru: "строка {line}, подробность: {reason}")
  static let leftPicture = Phrase(
    en: "{name}, a picture that is damaged, too large or no PNG",
    ru: "{name} — картинка повреждена, слишком большая или не PNG")
  static let leftOrphan = Phrase(
    en: "{name}, a picture of no card in the table",
    ru: "{name} — картинка без карты в таблице")
  static let leftMember = Phrase(
    en: "{name}, {member}: {reason}", ru: "{name}, {member}: {reason}")
  static let leftFile = Phrase(
    en: "{name}, a file that could not be read or belongs to no card",
    ru: "{name} — файл не читается или не относится ни к одной карте")
  static let leftPassNameless = Phrase(
    en: "{name}, a pass without a name or a number", ru: "{name} — пропуск без названия или номера")
  static let leftPassDamaged = Phrase(
    en: "{name}, which is damaged", ru: "{name} — файл повреждён")
  static let fileSystem = Phrase(
    en: "The file cannot be used: {reason}.", ru: "Файл недоступен: {reason}.")
  static let fileMakeRoom = Phrase(
    en: "Make room there, or choose another place.",
    ru: "Освободите место или выберите другое.")
  static let fileExists = Phrase(
    en: "There is a file of this name already; it is not replaced. Choose another name.",
    ru: "Файл с таким именем уже есть, его не заменяем. Выберите другое имя.")
  static let fileForeign = Phrase(
    en: "This is neither Catima's zip or CSV nor a pass. Nothing was changed.",
    ru: "Это не архив или CSV из Catima и не пропуск. Ничего не изменено.")
  static let fileDamaged = Phrase(
    en: "The file is damaged: {what}. Nothing was changed.",
    ru: "Файл повреждён: {what}. Ничего не изменено.")
  static let fileCutShort = Phrase(
    en: "The end of the zip is missing: copy or download it again. Nothing was changed.",
    ru: "У архива нет конца: скопируйте или скачайте его ещё раз. Ничего не изменено.")
  static let fileTwice = Phrase(
    en: "“{name}” is in the archive twice. Nothing was changed.",
    ru: "Файл «{name}» есть в архиве дважды. Ничего не изменено.")
  static let filePassword = Phrase(
    en: "The file is encrypted. Enter its password.", ru: "Файл зашифрован. Введите пароль.")
  static let filePasswordWrong = Phrase(
    en: "The password does not fit, or the file is damaged.",
    ru: "Пароль не подходит, или файл повреждён.")
  static let fileName = Phrase(
    en: "The archive has an unsafe name: “{name}”. Nothing was changed.",
    ru: "В архиве опасное имя: «{name}». Ничего не изменено.")
  static let fileEntries = Phrase(
    en: "The archive has more than {limit} files. Nothing was changed.",
    ru: "В архиве больше файлов, чем {limit}. Ничего не изменено.")
  static let fileLarge = Phrase(
    en: "More than {limit} MB is too large for cards. Nothing was changed.",
    ru: "Больше {limit} МБ — слишком много для карт. Ничего не изменено.")
  static let fileBomb = Phrase(
    en: "The archive unpacks to far more than cards need. Nothing was changed.",
    ru: "Архив распаковывается в подозрительно большой объём. Ничего не изменено.")
  static let fileLine = Phrase(
    en: "Line {line} of {file}: {reason}. Nothing was changed.",
    ru: "Строка {line} в {file}: {reason}. Ничего не изменено.")
  static let lineCharacter = Phrase(
    en: "{line}, character {character}", ru: "{line}, символ {character}")
  static let fileTables = Phrase(
    en: "There are several tables in the archive: {names}. Import them one by one. "
      + "Nothing was changed.",
    ru: "В архиве несколько таблиц: {names}. Прочитайте их по одной. Ничего не изменено.")
  static let fileMember = Phrase(
    en: "The pass cannot be kept, {member}: {reason}. Nothing was changed.",
    ru: "Пропуск нельзя сохранить, {member}: {reason}. Ничего не изменено.")
  static let fileNoCode = Phrase(
    en: "The pass has no name, or neither a code nor a number. Nothing was changed.",
    ru: "В пропуске нет названия или нет ни кода, ни номера. Ничего не изменено.")
  static let fileCards = Phrase(
    en: "There would be more than {limit} cards. Nothing was changed.",
    ru: "Карт стало бы больше, чем {limit}. Ничего не изменено.")
  static let fileNoLibrary = Phrase(
    en: "libarchive is needed for files with cards (Debian: apt install libarchive13): {reason}",
    ru: "Для файлов с картами нужна libarchive (Debian: apt install libarchive13): {reason}")
  static let lineVersion = Phrase(
    en: "this is not how Catima's table begins, or a newer version of it",
    ru: "таблица Catima начинается не так, или версия слишком новая")
  static let lineHeader = Phrase(
    en: "the names of the columns are not Catima's", ru: "названия столбцов не как у Catima")
  static let lineColumns = Phrase(
    en: "too few or too many columns", ru: "неверное число столбцов")
  static let lineQuote = Phrase(
    en: "a quotation mark is out of place", ru: "кавычка не на месте")
  static let lineID = Phrase(
    en: "the card's id is missing or used twice", ru: "идентификатора карты нет или он повторяется")
  static let lineName = Phrase(en: "the store has no name", ru: "нет названия")
  static let lineNumber = Phrase(
    en: "the card has no number, or one that is too long",
    ru: "номера нет или он слишком длинный")
  static let lineFlag = Phrase(en: "a mark is neither 0 nor 1", ru: "отметка не 0 и не 1")
  static let lineDate = Phrase(en: "a date is no date", ru: "неверная дата")
  static let lineBalance = Phrase(en: "the balance is no number", ru: "остаток — не число")
  static let lineText = Phrase(en: "a text is too long", ru: "слишком длинный текст")
  static let lineGroups = Phrase(
    en: "a group has too long a name, or there are too many of them",
    ru: "название группы слишком длинное, или групп слишком много")
  static let memberNotText = Phrase(en: "it is not a text", ru: "вместо текста что-то другое")
  static let memberNoColor = Phrase(en: "no such color is known", ru: "такой цвет неизвестен")
  static let memberSingle = Phrase(
    en: "a card has room for one only", ru: "у карты место только для одного")
  static let memberDamaged = Phrase(
    en: "a part of it cannot be read", ru: "часть не удаётся прочитать")
  static let memberName = Phrase(en: "the name", ru: "название")
  static let memberNumber = Phrase(en: "the number", ru: "номер")
  static let memberCode = Phrase(en: "the code", ru: "код")
  static let memberOtherCode = Phrase(en: "another code", ru: "ещё один код")
  static let memberEncoding = Phrase(en: "the character set of the code", ru: "кодировка кода")
  static let memberExpiry = Phrase(en: "the last day", ru: "срок действия")
  static let memberColor = Phrase(en: "the color", ru: "цвет")
  static let memberField = Phrase(en: "a field for the note", ru: "поле для заметки")
  static let memberNote = Phrase(en: "the note", ru: "заметка")
  static let memberWords = Phrase(
    en: "the words of a language", ru: "слова одного из языков")
}
