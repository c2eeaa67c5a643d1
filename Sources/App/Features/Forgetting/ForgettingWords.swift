import Loyalty

extension State {
  /// What is lost, each in a line of its own.
  var forgettingWords: [String] {
    guard let survey = forgetting.survey else { return [] }
    var lines: [String] = []
    let names = survey.accounts.map { $0.title.value(in: settings.language) ?? $0.address }
    // What cannot be had again comes first: a small screen may not have all of it.
    if survey.waiting > 0 {
      lines.append(
        phrases.say(.forgetWaiting, ["count": phrases.decimal(Int64(survey.waiting))]))
    }
    if survey.drafts > 0 {
      lines.append(phrases.say(.forgetDrafts, ["count": phrases.decimal(Int64(survey.drafts))]))
    }
    if !names.isEmpty {
      lines.append(phrases.say(.forgetLogins, ["names": names.joined(separator: ", ")]))
    }
    lines.append(phrases.say(.forgetLead))
    if network.isAway, !names.isEmpty { lines.append(phrases.say(.forgetAway)) }
    return lines
  }
}

extension Phrasebook {
  /// What there is to say once all is gone.
  public func words(about outcome: ForgettingOutcome) -> [String] {
    var lines: [String] = []
    if outcome.keepsWallet { lines.append(say(.forgottenWallet)) }
    if !outcome.unended.isEmpty {
      lines.append(
        say(.forgottenUnended, ["names": outcome.unended.joined(separator: ", ")]))
    }
    if !outcome.left.isEmpty {
      lines.append(say(.forgottenLeft, ["paths": outcome.left.joined(separator: ", ")]))
    }
    return lines
  }

  /// Said to whoever starts the program meanwhile.
  public var wordsForForgetting: String { say(.forgetUnderWay) }

  /// The same in one line, for the one who starts the program.
  public func line(about outcome: ForgettingOutcome) -> String {
    ([say(.forgotten) + "."] + words(about: outcome)).joined(separator: " ")
  }
}

extension Phrase {
  static let forget = Phrase(en: "Forget this machine", ru: "Забыть этот компьютер")
  static let forgetConfirm = Phrase(en: "Forget everything", ru: "Забыть всё")
  static let forgetting = Phrase(en: "Forgetting…", ru: "Забываем…")
  static let forgetLogins = Phrase(
    en: "You are logged out of {names}.", ru: "Вы выйдете из: {names}.")
  static let forgetLead = Phrase(
    en: "What has come from the servers, settings, drafts and the log are removed from this "
      + "machine. Points and cards of the programs stay with them.",
    ru: "С этого компьютера исчезнут данные программ, настройки, черновики и журнал. Баллы "
      + "и карты программ остаются у них.")
  static let forgetWaiting = Phrase(
    en: "Not sent yet: {count}. It is sent first if the server is reached, else it is lost.",
    ru: "Ещё не отправлено: {count}. Отправим, если сервер ответит, иначе это пропадёт.")
  static let forgetDrafts = Phrase(
    en: "Lost for good: drafts of screens, {count}.",
    ru: "Пропадут навсегда: черновики экранов, {count}.")
  static let forgetAway = Phrase(
    en: "The server is not reached, so this login cannot be ended there. End it later on another "
      + "device: Profile, Where I am signed in.",
    ru: "Сервер не отвечает, завершить вход на нём нельзя. Завершите его потом с другого "
      + "устройства: Профиль, Где выполнен вход.")
  static let forgetWallet = Phrase(
    en: "My cards, too: {count}, they are nowhere else",
    ru: "И «Мои карты»: {count}, их больше нигде нет")
  static let forgetInUse = Phrase(
    en: "Loyalhub is open in another window, too. Close it there first.",
    ru: "Loyalhub открыт ещё в одном окне. Сначала закройте его там.")
  static let forgetUnderWay = Phrase(
    en: "everything on this machine is being removed in another window; start again in a moment",
    ru: "в другом окне с этого компьютера сейчас всё убирают; запустите ещё раз чуть позже")
  static let forgotten = Phrase(
    en: "This machine knows nothing about you any more", ru: "Этот компьютер о вас больше не знает")
  static let forgottenWallet = Phrase(
    en: "My cards of other businesses are still here.",
    ru: "«Мои карты» других компаний остались здесь.")
  static let forgottenUnended = Phrase(
    en: "Not reached: {names}. The login goes on there until you end it on another device: "
      + "Profile, Where I am signed in.",
    ru: "Не ответили: {names}. Вход там остаётся, пока вы не завершите его с другого устройства: "
      + "Профиль, Где выполнен вход.")
  static let forgottenLeft = Phrase(
    en: "Could not be removed: {paths}. Remove it yourself.",
    ru: "Не удалось убрать: {paths}. Уберите это сами.")
}
