import Loyalty

extension Phrasebook {
  /// "PNG, 800×600, 41 kB".
  func words(for file: PictureFile) -> String {
    "\(file.kind.name), \(file.width)×\(file.height), \(size(file.bytes))"
  }

  /// "41 kB", "1.2 MB".
  public func size(_ bytes: Int) -> String {
    let bytes = max(0, bytes)
    if bytes < 1000 { return say(.sizeBytes, ["n": String(bytes)]) }
    if bytes < 999_500 { return say(.sizeThousands, ["n": String((bytes + 500) / 1000)]) }
    let tenths = (bytes / 1000 + 50) / 100
    let comma = language == .russian ? "," : "."
    return say(.sizeMillions, ["n": "\(tenths / 10)\(comma)\(tenths % 10)"])
  }

  /// What is wrong with a file, and what to do about it.
  func words(for problem: PictureFileProblem) -> String {
    let most = size(Picture.Limit.bytes)
    return switch problem {
    case .storage(let problem): sentence(problem) + "."
    case .changed: say(.pictureChanged)
    case .fault(.tooLarge(let bytes)):
      say(.pictureTooLarge, ["size": size(bytes), "most": most])
    case .fault(.tooWide(let width, let height)):
      say(
        .pictureTooWide,
        ["width": String(width), "height": String(height), "most": String(Picture.Limit.side)])
    case .fault(.noPicture): say(.pictureOtherKind)
    case .fault(.cutShort): say(.pictureCutShort)
    case .fault(let fault): fault.words(in: language) + "."
    }
  }

  /// What is wrong with a file whose path stands before it.
  public func reason(of problem: PictureFileProblem) -> String {
    switch problem {
    case .storage(let problem): reason(of: problem)
    case .fault(let fault): fault.words(in: language)
    case .changed: say(.pictureChanged)
    }
  }

  /// Why it was not sent, and that nothing is lost.
  func wordsForNotSending(_ trouble: Trouble) -> String {
    let words = words(for: trouble, again: .never)
    let end = words.hasSuffix(".") || words.hasSuffix("!") ? "" : "."
    if case .refused("forbidden", _, _, _) = trouble { return say(.pictureForbidden) }
    return "\(words)\(end) \(say(.pictureNotSent))"
  }
}

extension Phrase {
  static let sizeBytes = Phrase(en: "{n} B", ru: "{n} Б")
  static let sizeThousands = Phrase(en: "{n} kB", ru: "{n} кБ")
  static let sizeMillions = Phrase(en: "{n} MB", ru: "{n} МБ")
  static let pictureTitle = Phrase(en: "Picture", ru: "Картинка")
  static let picturePath = Phrase(en: "File", ru: "Файл")
  static let picturePathHint = Phrase(en: "~/summer.png", ru: "~/leto.png")
  static let pictureFit = Phrase(en: "Fills", ru: "Заполняет")
  static let pictureFocus = Phrase(en: "Keeps in sight", ru: "Главное в ней")
  static let pictureCover = Phrase(en: "the whole place", ru: "всё место")
  static let pictureContain = Phrase(en: "with all of it", ru: "целиком")
  static let pictureUse = Phrase(en: "Use it", ru: "Поставить")
  static let pictureRemove = Phrase(en: "Remove the picture", ru: "Убрать картинку")
  static let pictureLead = Phrase(
    en: "Type the path of a PNG, JPEG or WebP file up to 512 kB, or drop the file here.",
    ru: "Введите путь к файлу PNG, JPEG или WebP до 512 кБ или перетащите его сюда.")
  static let pictureNow = Phrase(
    en: "Now: {picture}. Another file takes its place.",
    ru: "Сейчас: {picture}. Другой файл её заменит.")
  static let picturePathNeeded = Phrase(
    en: "Type the path of a file", ru: "Введите путь к файлу")
  static let pictureUnnamed = Phrase(en: "picture {digest}", ru: "картинка {digest}")
  static let pictureSending = Phrase(en: "Sending {name}…", ru: "Отправляем {name}…")
  static let pictureSent = Phrase(en: "{sent} of {bytes}", ru: "{sent} из {bytes}")
  static let pictureStored = Phrase(
    en: "{name} is on the server; save the screen to show it",
    ru: "{name} на сервере; сохраните экран, чтобы картинка в нём осталась")
  static let pictureBlockGone = Phrase(
    en: "The block of the picture is gone", ru: "Блока для картинки больше нет")
  static let pictureNotSent = Phrase(
    en: "The file and the words stay here: send it again.",
    ru: "Файл и описание остались: отправьте ещё раз.")
  static let pictureForbidden = Phrase(
    en:
      "Pictures are sent by editors, and you are none any more. The file and the words stay here.",
    ru: "Картинки отправляют редакторы, а эту роль у вас забрали. Файл и описание остались.")
  static let pictureChanged = Phrase(
    en: "The file has changed since it was looked at; nothing was sent. Use it once more.",
    ru: "Файл изменился после проверки; ничего не отправлено. Поставьте его ещё раз.")
  static let pictureTooLarge = Phrase(
    en: "The file has {size}; {most} is the most. Make it smaller, or save it as JPEG or WebP.",
    ru: "В файле {size}, а можно не больше {most}. Уменьшите его или сохраните как JPEG или WebP.")
  static let pictureTooWide = Phrase(
    en: "The picture has {width}×{height} pixels; {most} each way is the most. Make it smaller.",
    ru: "Картинка {width}×{height} пикселей, а можно не больше {most} по стороне. Уменьшите её.")
  static let pictureOtherKind = Phrase(
    en: "This is no PNG, JPEG or WebP picture. Save it as one of them.",
    ru: "Это не картинка PNG, JPEG или WebP. Сохраните её в одном из этих видов.")
  static let pictureCutShort = Phrase(
    en: "The picture is cut short: copy or download it again.",
    ru: "Картинка обрывается: скопируйте или скачайте её ещё раз.")
}

extension KeyedPhrase {
  static let pictureStop = KeyedPhrase(
    en: "{stop} stops it; the file and the words stay.",
    ru: "{stop} — остановить; файл и описание останутся.",
    keys: ["stop": Command.key(.editor(.leave), on: EditorSheet.main.surface)])
}
