/// What a till printed of a sale, or of what it took back; kept as it was, whatever happens later.
public struct Receipt: Codable, Hashable, Sendable {
  /// The till's own, as it stands on the paper.
  @Nullable public var number: String?
  /// Below zero for what was taken back.
  public var sum: Money
  /// In the order of the paper; none where the till did not say them.
  public var goods: [Goods]
  /// Money that gave one point.
  @Nullable public var rate: Money?
  /// What offers gave because of it; below zero is what went with them.
  public var offers: [Gift]
  /// Titles of the coupons that came with it, or went.
  public var coupons: [LocalizedText]
  /// What could be spent right after it.
  @Nullable public var balance: Points?

  public init(
    number: String? = nil, sum: Money, goods: [Goods] = [], rate: Money? = nil,
    offers: [Gift] = [], coupons: [LocalizedText] = [], balance: Points? = nil
  ) {
    self.number = number
    self.sum = sum
    self.goods = goods
    self.rate = rate
    self.offers = offers
    self.coupons = coupons
    self.balance = balance
  }

  /// Lines of goods that a receipt has, at most.
  public static let mostGoods = 400
  /// Offers, and coupons, that it names.
  static let mostGifts = 50

  /// One line of it.
  public struct Goods: Codable, Hashable, Sendable {
    public var name: LocalizedText
    /// In thousandths: pieces, kilograms or what the till counts.
    public var quantity: Int64
    /// Of one, in hundredths of the receipt's money.
    public var price: Int64
    /// Of the line, in hundredths; below zero is what was taken off.
    public var sum: Int64

    public init(name: LocalizedText, quantity: Int64 = 1000, price: Int64, sum: Int64) {
      self.name = name
      self.quantity = quantity
      self.price = price
      self.sum = sum
    }
  }

  /// Points of an offer.
  public struct Gift: Codable, Hashable, Sendable {
    public var title: LocalizedText
    public var points: Points

    public init(title: LocalizedText, points: Points) {
      self.title = title
      self.points = points
    }
  }
}

extension Receipt {
  /// With texts that may be drawn, and lists that end.
  public var cleaned: Receipt {
    Receipt(
      number: number.map { Loyalty.cleaned($0, limit: 40) },
      sum: Money(amount: sum.amount, currency: Loyalty.cleaned(sum.currency, limit: 3)),
      goods: goods.prefix(Receipt.mostGoods).map(\.cleaned),
      rate: rate.map {
        Money(amount: $0.amount, currency: Loyalty.cleaned($0.currency, limit: 3))
      },
      offers: offers.prefix(Receipt.mostGifts).map {
        Gift(title: $0.title.cleaned(line: 120), points: $0.points)
      },
      coupons: coupons.prefix(Receipt.mostGifts).map { $0.cleaned(line: 120) }, balance: balance)
  }
}

extension Receipt.Goods {
  public var cleaned: Receipt.Goods {
    Receipt.Goods(name: name.cleaned(line: 120), quantity: quantity, price: price, sum: sum)
  }
}

extension Localized<String> {
  /// Each language's text without what steers a terminal.
  func cleaned(line limit: Int) -> LocalizedText {
    Localized(values.mapValues { Loyalty.cleaned($0, limit: limit) })
  }
}
