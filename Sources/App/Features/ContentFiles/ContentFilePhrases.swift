extension Phrase {
  static let contentWritten = Phrase(en: "↓ {screen}", ru: "↓ {screen}")
  static let contentMerged = Phrase(
    en: "⇅ {screen}: your changes are merged with the server's",
    ru: "⇅ {screen}: ваши правки объединены с серверными")
  static let contentKept = Phrase(
    en: "• {screen}: has changes that are not pushed",
    ru: "• {screen}: есть правки, которых нет на сервере")
  static let contentGone = Phrase(
    en: "× {screen}: no longer on the server; the file stays",
    ru: "× {screen}: на сервере его больше нет, файл остаётся")
  static let contentCreated = Phrase(en: "+ {screen}: created", ru: "+ {screen}: создан")
  static let contentPictureSent = Phrase(
    en: "↑ {name}, {size}: sent", ru: "↑ {name}, {size}: отправлена")
  static let contentPictureKnown = Phrase(
    en: "= {name}, {size}: on the server already", ru: "= {name}, {size}: уже на сервере")
  static let contentSaved = Phrase(
    en: "↑ {screen}: revision {revision}", ru: "↑ {screen}: версия {revision}")
  static let contentPublished = Phrase(
    en: "★ {screen}: published", ru: "★ {screen}: опубликован")
  static let contentNew = Phrase(en: "{screen}: a new screen", ru: "{screen}: новый экран")
  static let contentChange = Phrase(en: "{screen}: changes", ru: "{screen}: правки")
  static let contentError = Phrase(en: "error", ru: "ошибка")
  static let contentWarning = Phrase(en: "warning", ru: "предупреждение")
  static let contentSignIn = Phrase(
    en: "Nobody is signed in here; open the app with `loyalhub` and log in as an editor.",
    ru: "Здесь никто не вошёл: откройте приложение (`loyalhub`) и войдите как редактор.")
  static let contentSameSlug = Phrase(
    en: "the short name “{slug}” is also that of {other}",
    ru: "короткое имя «{slug}» есть и в {other}")
  static let contentBadState = Phrase(
    en: "makes no sense; remove it and pull again",
    ru: "файл испорчен; удалите его и снова выполните pull")
  static let contentUnknown = Phrase(
    en: "There is no screen “{name}”.", ru: "Экрана «{name}» нет.")
  static let contentNearest = Phrase(
    en: "Did you mean “{name}”?", ru: "Может быть, «{name}»?")
  static let contentNoRevision = Phrase(
    en: "The screen “{name}” has no revision {revision}; `loyalhub content log {name}` lists them.",
    ru: "У экрана «{name}» нет версии {revision}; их перечисляет `loyalhub content log {name}`.")
  static let contentConflict = Phrase(
    en: "{screen}: changed here and on the server in different ways",
    ru: "{screen}: по-разному изменён здесь и на сервере")
  static let contentConflictHint = Phrase(
    en: "Nothing was written. Put the server's words above into the file and pull; then write "
      + "yours over them and push. Or settle it in the app's editor.",
    ru: "Ничего не записано. Впишите в файл то, что на сервере (см. выше), и выполните pull; "
      + "потом напишите своё и отправьте. Или разберите это в редакторе приложения.")
  static let contentDeletedHere = Phrase(
    en: "deleted here, changed on the server", ru: "удалён здесь, изменён на сервере")
  static let contentDeletedThere = Phrase(
    en: "changed here, deleted on the server", ru: "изменён здесь, удалён на сервере")
  static let contentBase = Phrase(en: "before", ru: "было")
  static let contentMine = Phrase(en: "here", ru: "здесь")
  static let contentTheirs = Phrase(en: "server", ru: "сервер")
  static let contentReverts = Phrase(
    en: "brings back {revision}", ru: "возвращает {revision}")
  static let contentWasPublished = Phrase(
    en: "published {time}", ru: "опубликована {time}")
  static let contentNothing = Phrase(en: "Nothing to do.", ru: "Менять нечего.")
  static let contentToPublish = Phrase(
    en: "{screen}: will be published with all that is saved in it",
    ru: "{screen}: будет опубликован со всем, что в нём сохранено")
  static let contentHeld = Phrase(
    en: "Saved and not published, since others have saved drafts in them that you have not pulled; "
      + "pull to see them, or name them to publish all of it: {screens}",
    ru: "Только сохраняется: там есть черновики других, которых у вас ещё нет; получите их (pull) "
      + "или назовите экраны, чтобы опубликовать всё: {screens}")
  static let contentWaiting = Phrase(
    en: "Not changed by this push, so their drafts stay drafts; name them to publish: {screens}",
    ru: "Эта отправка их не меняет, черновики остаются черновиками; "
      + "чтобы опубликовать, назовите их: {screens}")
  static let contentPassedOver = Phrase(
    en: "Not read, a screen's file is in the folder itself and named like news.yaml: {names}",
    ru: "Не прочитано, файл экрана лежит в самой папке и называется вроде news.yaml: {names}")
  static let contentLeftOut = Phrase(
    en: "Not checked, only a server knows this: {names}",
    ru: "Не проверено, это знает только сервер: {names}")
  static let contentGapLanguages = Phrase(en: "the program's languages", ru: "языки программы")
  static let contentGapScreens = Phrase(en: "links to screens", ru: "ссылки на экраны")
  static let contentGapRewards = Phrase(en: "links to rewards", ru: "ссылки на награды")
  static let contentGapPromotions = Phrase(en: "links to offers", ru: "ссылки на акции")
  static let contentGapShops = Phrase(en: "links to stores", ru: "ссылки на магазины")
  static let contentGapTiers = Phrase(en: "tiers", ru: "уровни")
  static let contentGapSegments = Phrase(en: "segments", ru: "сегменты")
  static let contentAsk = Phrase(en: "Do this? [y/N] ", ru: "Выполнить? [y/N] ")
  static let contentNeedsYes = Phrase(
    en: "Nobody can be asked here; add --yes to do this.",
    ru: "Здесь некого спросить: добавьте --yes.")
}
