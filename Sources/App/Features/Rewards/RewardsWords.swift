extension Phrase {
  static let rewards = Phrase(en: "Rewards", ru: "Награды")
  static let coupon = Phrase(en: "Coupon", ru: "Купон")
  static let yourCoupons = Phrase(en: "Your coupons", ru: "Ваши купоны")
  static let enoughFor = Phrase(en: "Enough for", ru: "Хватает")
  static let nearlyEnough = Phrase(en: "Nearly", ru: "Почти")
  static let otherRewards = Phrase(en: "Other", ru: "Другое")
  static let rewardsOffered = Phrase(en: "What points buy", ru: "Что дают баллы")
  static let pastCoupons = Phrase(en: "Past coupons", ru: "Прошлые купоны")
  static let afterRedeeming = Phrase(en: "then left", ru: "после обмена")
  static let couponUntil = Phrase(en: "until {day}", ru: "до {day}")
  static let couponUsed = Phrase(en: "used", ru: "использован")
  static let couponExpired = Phrase(en: "expired", ru: "истёк")
  static let couponWithdrawn = Phrase(
    en: "withdrawn, the purchase was returned", ru: "отозван при возврате покупки")
  static let couponWithdrawnShort = Phrase(en: "withdrawn", ru: "отозван")
  static let couponUnknown = Phrase(en: "cannot be used", ru: "недоступен")
  static let couponIssued = Phrase(en: "Issued {day}", ru: "Выдан {day}")
  static let couponGone = Phrase(
    en: "This coupon is no longer here.",
    ru: "Этого купона здесь больше нет.")
  static let couponUnreadable = Phrase(
    en: "This code cannot be drawn. Typed in, it works at the till.",
    ru: "Этот код нельзя нарисовать. Назовите его на кассе.")
  static let valueOff = Phrase(en: "{money} off", ru: "скидка {money}")
  static let needMore = Phrase(en: "{points} short", ru: "не хватает {points}")
  static let reasonMember = Phrase(en: "for members", ru: "для участников")
  static let reasonPoints = Phrase(en: "not enough {noun}", ru: "не хватает {noun}")
  static let reasonStock = Phrase(en: "none left", ru: "закончилось")
  static let reasonLimit = Phrase(en: "limit reached", ru: "уже получено")
  static let reasonEligible = Phrase(en: "not for you yet", ru: "пока недоступно")
  static let reasonOther = Phrase(en: "not available", ru: "недоступно")
  static let stockLeft = Phrase(en: "{count} left", ru: "осталось {count}")
  static let limitEach = Phrase(en: "{count} for each member", ru: "{count} на участника")
  static let rewardGone = Phrase(
    en: "This reward is no longer offered.",
    ru: "Эту награду больше не предлагают.")
  static let redeem = Phrase(en: "Get it for {points}", ru: "Получить за {points}")
  static let redeemAsk = Phrase(en: "Spend {points} on this?", ru: "Списать {points}?")
  static let redeemRest = Phrase(en: "You will have {points} left.", ru: "Останется {points}.")
  static let redeemConfirm = Phrase(en: "Yes, spend {points}", ru: "Да, списать {points}")
  static let redeemCancel = Phrase(en: "Not now", ru: "Не сейчас")
  static let redeeming = Phrase(en: "One moment…", ru: "Минутку…")
  static let redeemed = Phrase(en: "Your coupon is in Rewards.", ru: "Купон ждёт в «Наградах».")
  static let redeemOffline = Phrase(
    en: "No connection. Rewards are given by the server only: "
      + "nothing was spent and nothing waits to be sent.",
    ru: "Нет связи. Награды выдаёт только сервер: ничего не списано и в очередь не поставлено.")
  static let redeemLost = Phrase(
    en: "The server did not answer. Nothing waits to be sent. "
      + "Try again: nothing is spent twice.",
    ru: "Сервер не ответил. В очереди ничего нет. Повторите: дважды ничего не спишется.")
  static let priceChanged = Phrase(
    en: "The price was {old}, now it is {new}. Nothing was spent.",
    ru: "Цена была {old}, теперь {new}. Ничего не списано.")
  static let rewardSort = Phrase(en: "Sort", ru: "Порядок")
  static let sortListed = Phrase(en: "as listed", ru: "как в каталоге")
  static let sortPrice = Phrase(en: "by price", ru: "по цене")
  static let sortFavourites = Phrase(en: "favourites first", ru: "сначала любимые")
  static let rewardsAll = Phrase(en: "all", ru: "все")
  static let rewardsAvailable = Phrase(en: "what you have enough for", ru: "на что хватает")
  static let rewardsFavourites = Phrase(en: "favourites only", ru: "только любимые")
  static let dearest = Phrase(en: "The dearest you can have", ru: "Самая дорогая из доступных")
  static let redeemYes = Phrase(en: "Yes, get it", ru: "Да, получить")
  static let dearestShort = Phrase(en: "the dearest", ru: "самая дорогая")
  static let enoughOf = Phrase(en: "enough for {count} of {all}", ru: "хватает на {count} из {all}")
  static let kindDrink = Phrase(en: "drink", ru: "напиток")
  static let kindFood = Phrase(en: "food", ru: "еда")
  static let kindDiscount = Phrase(en: "discount", ru: "скидка")
  static let kindGoods = Phrase(en: "thing", ru: "вещь")
  static let kindExperience = Phrase(en: "event", ru: "событие")
  static let goalSet = Phrase(en: "Save for it", ru: "Копить на это")
  static let goalLeave = Phrase(en: "Stop saving", ru: "Больше не копить")
  static let goalMark = Phrase(en: "goal", ru: "цель")
  static let goalNamed = Phrase(en: "Goal: {title}", ru: "Цель: {title}")
  static let goalPick = Phrase(en: "choose", ru: "выбрать")
  static let goalTitle = Phrase(en: "Goal", ru: "Цель")
  static let goalMissing = Phrase(en: "{points} to go", ru: "ещё {points}")
  static let goalReached = Phrase(en: "you have enough", ru: "уже хватает")
  static let goalSpoken = Phrase(
    en: "Saving for {title}, {have} of {cost}", ru: "Цель: {title}, {have} из {cost}")
  static let goalChange = Phrase(en: "open", ru: "открыть")
  static let goalChoose = Phrase(en: "Choose a goal", ru: "Выбрать цель")
  static let goal = Phrase(en: "What you save for", ru: "На что вы копите")
  static let favouriteSet = Phrase(en: "Favourite", ru: "В любимые")
  static let favouriteLeave = Phrase(en: "Not favourite", ru: "Из любимых")
  static let noRewards = Phrase(en: "No rewards yet", ru: "Наград пока нет")
  static let noFavourites = Phrase(en: "No favourites yet", ru: "Любимых наград пока нет")
  static let noneAvailable = Phrase(
    en: "Nothing you have enough for yet", ru: "Пока ни на что не хватает")
}

extension KeyedPhrase {
  static let noRewardsHint = KeyedPhrase(
    en: "What your balance can be spent on appears here. {refresh} asks the server again.",
    ru:
      "Здесь появится то, на что можно потратить накопленное. {refresh} — спросить сервер ещё раз.",
    keys: ["refresh": Command.key(.refresh)])
  static let noFavouritesHint = KeyedPhrase(
    en: "{back} shows all, {favourite} on a reward makes it a favourite.",
    ru: "{back} — показать все, {favourite} на награде — в любимые.",
    keys: [
      "back": Command.key(.back),
      "favourite": Command.key(.rewards(.toggleFavourite), on: .rewards),
    ])
  static let noneAvailableHint = KeyedPhrase(
    en: "{back} shows all, with what is missing for each.",
    ru: "{back} — показать все и сколько до них не хватает.", keys: ["back": Command.key(.back)])
}
