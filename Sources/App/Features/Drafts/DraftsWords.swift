extension Phrase {
  static let drafts = Phrase(en: "Screens", ru: "Экраны")
  static let draftsEditor = Phrase(en: "editor", ru: "редактор")
  static let draftsPublisher = Phrase(en: "publisher", ru: "издатель")
  static let draftsAdmin = Phrase(en: "administrator", ru: "администратор")
  static let draftsDraft = Phrase(en: "draft", ru: "черновик")
  static let draftsPublished = Phrase(en: "published", ru: "опубликован")
  static let draftsModified = Phrase(en: "modified", ru: "изменён")
  static let draftsKept = Phrase(en: "not saved", ru: "не сохранён")
  static let draftsKeptAt = Phrase(en: "kept here {time}", ru: "лежит здесь {time}")
  static let draftsOpen = Phrase(en: "Edit", ru: "Править")
  static let draftsEmpty = Phrase(en: "There are no screens yet.", ru: "Экранов пока нет.")
  static let draftsNew = Phrase(en: "New screen", ru: "Новый экран")
  static let draftsNewNote = Phrase(
    en: "Nobody sees it before it is published.", ru: "До публикации его никто не увидит.")
  static let draftsCreate = Phrase(en: "Create", ru: "Создать")
  static let draftsTitle = Phrase(en: "Title", ru: "Название")
  static let draftsSlug = Phrase(en: "Short name", ru: "Короткое имя")
  static let draftsSlugHint = Phrase(en: "from the title", ru: "из названия")
  static let draftsTitleNeeded = Phrase(en: "A screen needs a title", ru: "Нужно название")
  static let draftsBadSlug = Phrase(
    en: "a–z, digits and single hyphens, at most 60",
    ru: "a–z, цифры и одиночные дефисы, до 60")
  static let draftsSlugTaken = Phrase(
    en: "Another screen has this name", ru: "Такое имя уже есть у другого экрана")
  static let draftsDelete = Phrase(en: "Delete", ru: "Удалить")
  static let draftsDeleteAsk = Phrase(
    en: "“{title}” and all its revisions will be gone for good.",
    ru: "«{title}» и все версии исчезнут навсегда.")
  static let draftsDeletePublished = Phrase(
    en: "Take it out of the app first", ru: "Сначала уберите его из приложения")
  static let draftsDeleted = Phrase(en: "Deleted", ru: "Удалён")
  static let draftsOffline = Phrase(
    en: "No connection: screens are on the server", ru: "Нет связи: экраны хранит сервер")
}
