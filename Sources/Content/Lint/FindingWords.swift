public import Loyalty

extension Finding {
  /// What a person is told, without where it is; in Russian or else in English.
  public func words(in language: Language) -> String {
    let words = table
    return (language == .russian ? words.russian : words.english)
      .replacing("{}", with: detail)
  }

  private var table: (english: String, russian: String) {
    switch code {
    case .missingLanguage: ("There is no text in “{}”.", "Нет текста на языке «{}».")
    case .missingField: ("“{}” is missing.", "Не заполнено «{}».")
    case .missingAlt:
      ("The picture has no words for it in “{}”.", "У картинки нет описания на языке «{}».")
    case .missingPicture:
      ("The picture “{}…” is not on the server.", "Картинки «{}…» нет на сервере.")
    case .deadLink: ("“{}” leads nowhere.", "«{}» никуда не ведёт.")
    case .unknownAction:
      ("This version does not know the action “{}”.", "Эта версия не знает действия «{}».")
    case .badInstant:
      (
        "“{}” is no date and time such as 2026-12-31T21:00:00Z.",
        "«{}» — не дата и время вроде 2026-12-31T21:00:00Z."
      )
    case .badWindow:
      ("It ends before it begins.", "Показ кончается раньше, чем начинается.")
    case .badValue: ("“{}” cannot stand here.", "Здесь не может стоять «{}».")
    case .emptyScreen: ("The screen is empty.", "Экран пуст.")
    case .overflow:
      (
        "It is wider than {} columns, the room on a narrow phone.",
        "Шире {} знакомест — столько места на узком телефоне."
      )
    case .controlCharacter:
      ("There are control characters in it.", "В тексте есть управляющие символы.")
    case .unclosedMarkup:
      ("Emphasis or a link is opened and not closed.", "Выделение или ссылка не закрыты.")
    case .unknownLanguage:
      ("The program has no language “{}”.", "В программе нет языка «{}».")
    case .unknownTier: ("The program has no tier “{}”.", "В программе нет уровня «{}».")
    case .unknownSegment:
      ("The program has no segment “{}”.", "В программе нет сегмента «{}».")
    case .unknownType:
      ("This version does not know blocks of the type “{}”.", "Эта версия не знает блока «{}».")
    case .duplicateID:
      ("The id “{}” stands here twice, or is empty.", "Идентификатор «{}» повторяется или пуст.")
    case .tooLong: ("It is longer than {}.", "Больше допустимого: {}.")
    case .badSlug:
      (
        "“{}” is no short name: a–z, digits and single hyphens, at most 60.",
        "«{}» — не короткое имя: a–z, цифры и одиночные дефисы, до 60."
      )
    default: (code.rawValue, code.rawValue)
    }
  }
}
