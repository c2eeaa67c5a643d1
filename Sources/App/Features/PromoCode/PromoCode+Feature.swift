import Loyalty

extension FeatureDescription {
  static let promoCode = FeatureDescription(menu: { state in
    [
      MoreItem(
        title: state.phrases.say(.promoCode), action: .promoCode(.show), way: .promoCodeWay,
        about: .promoCodeAbout)
    ]
  })
}

extension Surface {
  static let promoCode = Surface(part: .promoCodes, draw: drawPromoCode)
}
