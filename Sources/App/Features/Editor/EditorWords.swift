import Content

extension Phrase {
  static let editorOpen = Phrase(en: "Edit", ru: "Править")
  static let editorBlocks = Phrase(en: "Blocks", ru: "Блоки")
  static let editorScreen = Phrase(en: "Screen", ru: "Экран")
  static let editorSave = Phrase(en: "Save", ru: "Сохранить")
  static let editorAdd = Phrase(en: "Add", ru: "Добавить")
  static let editorDuplicate = Phrase(en: "Copy", ru: "Копия")
  static let editorDelete = Phrase(en: "Delete", ru: "Удалить")
  static let editorMove = Phrase(en: "Move", ru: "Двигать")
  static let editorRetype = Phrase(en: "Change the kind", ru: "Сменить вид")
  static let editorUndo = Phrase(en: "Undo", ru: "Отменить")
  static let editorRedo = Phrase(en: "Redo", ru: "Вернуть")
  static let editorPreview = Phrase(en: "Preview", ru: "Просмотр")
  static let editorOutside = Phrase(en: "Your editor", ru: "Свой редактор")
  static let editorDone = Phrase(en: "Done", ru: "Готово")
  static let editorNext = Phrase(en: "Next field", ru: "Дальше")
  static let editorChoose = Phrase(en: "Next value", ru: "Другое значение")
  static let editorAddTitle = Phrase(en: "Add a block", ru: "Новый блок")
  static let editorRetypeTitle = Phrase(en: "Another kind of block", ru: "Другой вид блока")
  static let editorTargetTitle = Phrase(en: "Where it leads", ru: "Куда ведёт")
  static let editorFilter = Phrase(en: "Find", ru: "Найти")
  static let editorMissing = Phrase(en: "missing", ru: "нет текста")
  static let editorSaving = Phrase(en: "saving…", ru: "сохраняем…")
  static let editorOnServer = Phrase(
    en: "revision {revision}", ru: "версия {revision}")
  static let editorChanged = Phrase(en: "changed", ru: "изменён")
  static let editorKept = Phrase(en: "kept here {time}", ru: "сохранён здесь {time}")
  static let editorUnkept = Phrase(en: "not kept here", ru: "здесь не сохранён")
  static let editorErrors = Phrase(en: "errors: {count}", ru: "ошибок: {count}")
  static let editorSaved = Phrase(
    en: "Saved as revision {revision}", ru: "Сохранено, версия {revision}")
  static let editorMerged = Phrase(
    en: "Saved together with the changes of {name}",
    ru: "Сохранено вместе с правками: {name}")
  static let editorNothingToSave = Phrase(
    en: "Everything is on the server", ru: "Всё уже на сервере")
  static let editorKeptOffline = Phrase(
    en: "No connection: kept on this machine, save again later",
    ru: "Нет связи: сохранено на этой машине, повторите позже")
  static let editorRestored = Phrase(
    en: "Restored: kept on this machine {time}",
    ru: "Восстановлено: сохранено на этой машине {time}")
  static let editorNotKept = Phrase(
    en: "This cannot be kept on the disk. {cause}. Trying again.",
    ru: "Не удаётся сохранить на диск. {cause}. Пробуем ещё.")
  static let editorMergedWindow = Phrase(
    en: "Merged with the changes of another window", ru: "Объединено с правками другого окна")
  static let editorOtherWindow = Phrase(
    en: "Another window changed the same blocks; what is here counts",
    ru: "Другое окно изменило те же блоки; остаётся то, что здесь")
  static let editorDiscarded = Phrase(en: "Changes discarded", ru: "Правки отброшены")
  static let editorLeaveTitle = Phrase(
    en: "Not everything is on the server", ru: "Не всё на сервере")
  static let editorLeaveHint = Phrase(
    en: "Your changes are kept on this machine and will be here next time.",
    ru: "Правки сохранены на этой машине и будут здесь в следующий раз.")
  static let editorLeaveKeeping = Phrase(en: "Leave, keep them here", ru: "Выйти, оставить здесь")
  static let editorLeaveSaving = Phrase(en: "Save and leave", ru: "Сохранить и выйти")
  static let editorDiscard = Phrase(en: "Discard the changes", ru: "Отбросить правки")
}

extension KeyedPhrase {
  static let editorDeleted = KeyedPhrase(
    en: "Deleted; {undo} brings it back",
    ru: "Удалено; {undo} — вернуть",
    keys: ["undo": Command.key(.editor(.undo), on: EditorSheet.main.surface)])
}
