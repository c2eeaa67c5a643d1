import Loyalty

extension SeedBrand {
  static let pharmacyRewards: [Gift] = [
    Gift(
      id: "rew_plaster", kind: .goods, title: "Пластырь, 20 шт.",
      about: "Бактерицидный, телесного цвета.", cost: 60),
    Gift(
      id: "rew_cream", kind: .goods, title: "Крем для рук", about: "С облепихой, 75 мл.",
      cost: 190),
    Gift(
      id: "rew_discount200", kind: .discount, title: "Скидка 200 ₽",
      about: "На любую покупку от 500 ₽, кроме рецептурных лекарств.", cost: 200,
      value: 20_000),
    Gift(
      id: "rew_ascorbic", kind: .goods, title: "Аскорбинка",
      about: "Со вкусом лимона, 10 таблеток.",
      cost: 25),
    Gift(
      id: "rew_delivery", kind: .discount, title: "Бесплатная доставка",
      about: "Один заказ по городу, в тот же день.", cost: 150),
    Gift(
      id: "rew_pressure", kind: .experience, title: "Измерение давления и сахара",
      about: "В любой аптеке, где есть кабинет. Без записи.", cost: 100, limit: 4),
    Gift(
      id: "rew_discount500", kind: .discount, title: "Скидка 500 ₽",
      about: "На любую покупку от 1500 ₽, кроме рецептурных лекарств.", cost: 500,
      value: 50_000),
    Gift(
      id: "rew_thermometer", kind: .goods, title: "Электронный термометр",
      about: "Измеряет за десять секунд.", cost: 640, stock: 12, limit: 1),
    Gift(
      id: "rew_first_aid", kind: .goods, title: "Дорожная аптечка",
      about: "Всё нужное в поездку, в плоской сумке.", cost: 1200, stock: 0),
    Gift(
      id: "rew_tonometer", kind: .goods, title: "Тонометр",
      about: "Автоматический, с памятью на двух человек.", cost: 3500, stock: 3, limit: 1),
  ]
}
