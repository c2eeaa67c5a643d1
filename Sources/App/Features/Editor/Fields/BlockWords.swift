import Content

/// What the editor calls kinds of blocks, their fields and their values.
extension Phrasebook {
  func kindName(_ kind: Block.Kind) -> String {
    kinds[kind.rawValue].map { say($0.name) } ?? kind.rawValue
  }

  func kindHint(_ kind: Block.Kind) -> String {
    kinds[kind.rawValue].map { say($0.hint) } ?? ""
  }

  func editorField(_ name: String) -> String { fields[name].map { say($0) } ?? name }

  func choiceName(_ name: String) -> String { choices[name].map { say($0) } ?? name }

  private var kinds: [String: (name: Phrase, hint: Phrase)] {
    [
      "heading": (
        Phrase(en: "Heading", ru: "Заголовок"), Phrase(en: "of three sizes", ru: "трёх размеров")
      ),
      "paragraph": (
        Phrase(en: "Paragraph", ru: "Абзац"),
        Phrase(en: "*emphasis*, **strong**, [links](…)", ru: "*курсив*, **жирный**, [ссылки](…)")
      ),
      "list": (
        Phrase(en: "List", ru: "Список"), Phrase(en: "a line for each item", ru: "пункт на строку")
      ),
      "image": (
        Phrase(en: "Picture", ru: "Картинка"),
        Phrase(en: "with words for it", ru: "с описанием словами")
      ),
      "banner": (
        Phrase(en: "Banner", ru: "Баннер"),
        Phrase(en: "news, offer, warning", ru: "новость, акция, важное")
      ),
      "button": (
        Phrase(en: "Button", ru: "Кнопка"), Phrase(en: "leads somewhere", ru: "ведёт куда-нибудь")
      ),
      "faq": (
        Phrase(en: "Question", ru: "Вопрос"),
        Phrase(en: "its answer unfolds", ru: "ответ раскрывается")
      ),
      "divider": (
        Phrase(en: "Divider", ru: "Линия"), Phrase(en: "a thin line", ru: "тонкая черта")
      ),
      "countdown": (
        Phrase(en: "Countdown", ru: "Отсчёт"), Phrase(en: "until a moment", ru: "до срока")
      ),
      "balance": (
        Phrase(en: "Balance", ru: "Баланс"),
        Phrase(en: "the member's points", ru: "баллы участника")
      ),
      "tier_progress": (
        Phrase(en: "Tier", ru: "Уровень"),
        Phrase(en: "and the way to the next", ru: "и путь к следующему")
      ),
      "card": (
        Phrase(en: "Card", ru: "Карта"), Phrase(en: "the member's own", ru: "карта участника")
      ),
      "promotions": (
        Phrase(en: "Offers", ru: "Акции"), Phrase(en: "those of now", ru: "те, что идут сейчас")
      ),
      "rewards": (
        Phrase(en: "Rewards", ru: "Награды"), Phrase(en: "what points buy", ru: "что дают за баллы")
      ),
      "stores": (
        Phrase(en: "Stores", ru: "Адреса"), Phrase(en: "nearest first", ru: "сначала ближние")
      ),
      "coupons": (
        Phrase(en: "Coupons", ru: "Купоны"), Phrase(en: "the member's own", ru: "купоны участника")
      ),
    ]
  }

  private var fields: [String: Phrase] {
    [
      "text": Phrase(en: "Text", ru: "Текст"), "alt": Phrase(en: "Words for it", ru: "Описание"),
      "url": Phrase(en: "Address", ru: "Адрес"),
      "picture": Phrase(en: "Picture", ru: "Картинка"),
      "title": Phrase(en: "Title", ru: "Название"),
      "style": Phrase(en: "Look", ru: "Вид"), "level": Phrase(en: "Size", ru: "Размер"),
      "answer": Phrase(en: "Answer", ru: "Ответ"), "to": Phrase(en: "Moment", ru: "Срок"),
      "done": Phrase(en: "Afterwards", ru: "После срока"),
      "limit": Phrase(en: "How many", ru: "Сколько"),
      "action": Phrase(en: "Action", ru: "Действие"),
      "target": Phrase(en: "Leads to", ru: "Куда"), "tiers": Phrase(en: "For tiers", ru: "Уровни"),
      "segments": Phrase(en: "For segments", ru: "Сегменты"),
      "locales": Phrase(en: "In languages", ru: "На языках"),
      "shown_from": Phrase(en: "Shown from", ru: "Показать с"),
      "shown_to": Phrase(en: "Shown until", ru: "Показать до"),
      "min_client": Phrase(en: "From version", ru: "С версии"),
      "fallback": Phrase(en: "Instead of it", ru: "Взамен"),
      "slug": Phrase(en: "Short name", ru: "Короткое имя"),
      "place": Phrase(en: "Place", ru: "Место"),
      "position": Phrase(en: "Position", ru: "Порядок"), "tab": Phrase(en: "Place", ru: "Место"),
    ]
  }

  private var choices: [String: Phrase] {
    [
      "bar": Phrase(en: "section of the bar", ru: "раздел внизу"),
      "more": Phrase(en: "in “More”", ru: "в «Ещё»"), "bullet": Phrase(en: "dots", ru: "точки"),
      "number": Phrase(en: "numbers", ru: "номера"), "info": Phrase(en: "news", ru: "новость"),
      "offer": Phrase(en: "offer", ru: "акция"), "warning": Phrase(en: "important", ru: "важное"),
      "primary": Phrase(en: "main", ru: "главная"),
      "secondary": Phrase(en: "quiet", ru: "обычная"), "screen": Phrase(en: "screen", ru: "экран"),
      "reward": Phrase(en: "reward", ru: "награда"),
      "promotion": Phrase(en: "offer", ru: "акция"), "store": Phrase(en: "store", ru: "магазин"),
      "url": Phrase(en: "address", ru: "адрес"), "phone": Phrase(en: "phone", ru: "телефон"),
      "copy": Phrase(en: "copy a text", ru: "скопировать текст"),
      "ticket": Phrase(en: "question to support", ru: "вопрос в поддержку"),
    ]
  }
}
