/// How things stand with the network and the disk.
extension Phrase {
  static let updating = Phrase(en: "Updating…", ru: "Обновляем…")
  static let offline = Phrase(en: "Offline", ru: "Нет связи")
  static let retrying = Phrase(en: "trying again…", ru: "пробуем ещё раз…")
  static let clockIsBehind = Phrase(
    en: "The clock of this device is behind {time}: set it",
    ru: "Часы этого устройства отстают от {time}: поставьте их")
  static let clockIsBehindShort = Phrase(
    en: "The clock is behind: set it", ru: "Часы отстают: поставьте их")
  static let tooOldTitle = Phrase(
    en: "This version of the app is too old", ru: "Эта версия приложения устарела")
  static let tooOldShort = Phrase(en: "Update the app", ru: "Обновите приложение")
  static let tooOld = Phrase(
    en: "This version of the app is too old for the server. Install a newer one; "
      + "what is kept here stays.",
    ru: "Эта версия приложения слишком старая для сервера. Установите новую; "
      + "всё, что здесь сохранено, останется.")
  static let lastKnown = Phrase(en: "{age} ago", ru: "{age} назад")
  static let badAnswer = Phrase(
    en: "The server’s answer makes no sense. Nothing was lost.",
    ru: "Ответ сервера непонятен. Ничего не потеряно.")
  static let tooLarge = Phrase(
    en: "The server’s answer is too large and was dropped. Nothing was lost.",
    ru: "Ответ сервера слишком велик и отброшен. Ничего не потеряно.")
  static let signedOut = Phrase(
    en: "Your session is over. Log in again.",
    ru: "Сеанс завершён. Войдите снова.")
  static let localUnreadable = Phrase(
    en: "What this device has kept makes no sense. It comes anew from the server.",
    ru: "Сохранённое на устройстве не читается. Оно придёт заново с сервера.")
  static let localUnknown = Phrase(
    en: "This device could not do it. The file loyalhub.log says why.",
    ru: "На этом устройстве не получилось. Причина записана в loyalhub.log.")
  static let localLibraryTitle = Phrase(
    en: "libcurl cannot be used", ru: "Библиотека libcurl не работает")
  static let localLibrary = Phrase(
    en: "libcurl cannot be used, and without it no server is reached. On Debian: apt install "
      + "libcurl4. The file loyalhub.log says more.",
    ru: "Библиотека libcurl не работает, а без неё до сервера не дойти. В Debian: apt install "
      + "libcurl4. Подробности в loyalhub.log.")
  static let storeRebuilt = Phrase(
    en: "The local store was damaged. It is kept as {name}; a new one is being filled.",
    ru: "Локальное хранилище повреждено. Оно сохранено как {name}, заполняем новое.")
  static let waitFor = Phrase(en: "Try again in {time}.", ru: "Повторите через {time}.")
}
