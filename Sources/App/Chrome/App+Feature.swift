import Loyalty

/// What belongs to the app itself and to no feature.
extension FeatureDescription {
  static let app = FeatureDescription(menu: { state in
    let phrases = state.phrases
    let language = MoreItem(title: phrases.say(.language), action: .switchLanguage)
    return (state.languages.count > 1 ? [language] : []) + [
      MoreItem(title: phrases.say(.help), action: .showHelp),
      MoreItem(title: phrases.say(.logOut), action: .login(.askToLogOut)),
      MoreItem(title: phrases.say(.submitCode), action: .guest(.logIn)),
    ]
  })
}

extension Surface {
  static let help = Surface(draw: drawHelp)
  static let leavingForm = Surface(
    kind: .panel,
    back: {
      $0.keepTyping()
      return []
    }, draw: drawLeavingForm)
}
