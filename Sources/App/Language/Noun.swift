import Loyalty

/// A counted noun of the program's own; `{n}` marks the number.
struct Noun: Equatable, Sendable {
  let english: PluralForms
  let russian: PluralForms

  init(en english: PluralForms, ru russian: PluralForms) {
    self.english = english
    self.russian = russian
  }
}

extension Noun {
  static let second = Noun(
    en: PluralForms(one: "{n} second", other: "{n} seconds"),
    ru: PluralForms(
      one: "{n} секунду", few: "{n} секунды", many: "{n} секунд", other: "{n} секунды"))
  static let minute = Noun(
    en: PluralForms(one: "{n} minute", other: "{n} minutes"),
    ru: PluralForms(
      one: "{n} минуту", few: "{n} минуты", many: "{n} минут", other: "{n} минуты"))
  static let hour = Noun(
    en: PluralForms(one: "{n} hour", other: "{n} hours"),
    ru: PluralForms(one: "{n} час", few: "{n} часа", many: "{n} часов", other: "{n} часа"))
  static let day = Noun(
    en: PluralForms(one: "{n} day", other: "{n} days"),
    ru: PluralForms(one: "{n} день", few: "{n} дня", many: "{n} дней", other: "{n} дня"))
  static let entry = Noun(
    en: PluralForms(one: "{n} entry", other: "{n} entries"),
    ru: PluralForms(
      one: "{n} операция", few: "{n} операции", many: "{n} операций", other: "{n} операции"))
}
