extension Phrase {
  static let profile = Phrase(en: "Profile", ru: "Профиль")
  static let profileSince = Phrase(en: "Member since {day}", ru: "С нами с {day}")
  static let profileEdit = Phrase(en: "Change profile", ru: "Изменить профиль")
  static let profileFirstName = Phrase(en: "First name", ru: "Имя")
  static let profileLastName = Phrase(en: "Last name", ru: "Фамилия")
  static let profileEmail = Phrase(en: "E-mail", ru: "Почта")
  static let profileBirthday = Phrase(en: "Birthday", ru: "День рождения")
  static let profileBirthdayHint = Phrase(en: "1990-05-17", ru: "17.05.1990")
  static let profileCity = Phrase(en: "City", ru: "Город")
  static let profileLanguage = Phrase(en: "Write to me in", ru: "Писать мне")
  static let profileAnyLanguage = Phrase(en: "any language", ru: "на любом языке")
  static let profileSave = Phrase(en: "Save", ru: "Сохранить")
  static let profileSaved = Phrase(en: "The profile is saved.", ru: "Профиль сохранён.")
  static let profileUnchanged = Phrase(en: "Nothing has changed.", ru: "Ничего не изменилось.")
  static let profileKept = Phrase(
    en: "Kept here. It will be sent when there is a connection.",
    ru: "Сохранено здесь. Отправим, когда появится связь.")
  static let profileWaiting = Phrase(en: "waits to be sent", ru: "ждёт отправки")
  static let profileUnsaved = Phrase(en: "not saved", ru: "не сохранено")
  static let profileUnsavedHint = Phrase(
    en: "What you had typed is here again.", ru: "Здесь то, что вы ввели раньше.")
  static let profileRefused = Phrase(
    en: "The profile was not saved: {reason} Open it to correct that.",
    ru: "Профиль не сохранён: {reason} Откройте его, чтобы исправить.")
  static let profileEmpty = Phrase(en: "Type something.", ru: "Введите что-нибудь.")
  static let profileTooLong = Phrase(
    en: "At most {limit} characters.", ru: "Не больше знаков: {limit}.")
  static let profileNotName = Phrase(
    en: "Letters, please; spaces and hyphens are fine.",
    ru: "Нужны буквы, можно пробел и дефис.")
  static let profileNotEmail = Phrase(
    en: "An address such as anna@mail.example.", ru: "Адрес вида anna@mail.example.")
  static let profileNotDay = Phrase(
    en: "A day such as 1990-05-17.", ru: "День вида 17.05.1990.")
  static let profileDayOutOfRange = Phrase(
    en: "A day from 1900 to today.", ru: "День от 1900 года до сегодня.")
  static let profileUnknownLanguage = Phrase(
    en: "The program does not write in this language.",
    ru: "Программа не пишет на этом языке.")
}
