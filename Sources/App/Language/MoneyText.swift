import Loyalty

extension Phrasebook {
  /// An amount such as "300 ₽", with decimals only where there are some.
  ///
  /// NB: two minor digits, as in every currency that the programs use.
  func money(_ money: Money) -> String {
    let isWhole = money.amount % 100 == 0
    let number = isWhole ? decimal(money.amount / 100) : decimal(money.amount, scale: 2)
    let signs = ["RUB": "₽", "EUR": "€", "USD": "$"]
    return "\(number)\u{A0}\(signs[money.currency] ?? money.currency)"
  }
}
