import Cells

extension Phrase {
  static let introNext = Phrase(en: "Next", ru: "Дальше")
  static let introPrevious = Phrase(en: "Previous", ru: "Предыдущий")
  static let introStart = Phrase(en: "Start", ru: "Начать")
  static let introSkip = Phrase(en: "Skip", ru: "Пропустить")
  static let introPage = Phrase(en: "Page {page} of {count}", ru: "Страница {page} из {count}")
}

extension Command {
  static let intro: [Command] = [
    Command(
      action: .nextSlide, title: .introNext, place: .intro,
      keys: [Key(.right), .character(" "), .character("l")], hint: "→"),
    Command(
      action: .previousSlide, title: .introPrevious, place: .intro,
      keys: [Key(.left), .character("h")], hint: "←"),
    Command(
      action: .skipIntro, title: .introSkip, place: .intro, keys: [Key(.escape)], hint: "Esc"),
  ]
}
