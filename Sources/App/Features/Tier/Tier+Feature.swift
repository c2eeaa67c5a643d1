import Cells
import Loyalty

extension FeatureDescription {
  static let tier = FeatureDescription(
    menu: { state in
      let tier = state.home.contents.tier?.tier?.name.value(in: state.settings.language)
      return [
        MoreItem(
          title: state.phrases.say(.tier), note: tier ?? "", action: .tier(.show),
          about: .tierAbout)
      ]
    }, confirm: { $1.home.contents.tierConfirmedAt? = $0 })
}

extension Surface {
  static let tier = Surface(
    part: .tiers,
    commands: [
      Command(
        action: .tier(.suppose(100)), title: .whatIf, keys: [.character("+"), .character("=")],
        hint: "+"),
      Command(action: .tier(.suppose(-100)), title: .whatIf, keys: [.character("-")], hint: "−"),
    ], draw: drawTier)
}
