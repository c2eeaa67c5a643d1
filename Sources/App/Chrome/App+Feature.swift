import Loyalty

/// What belongs to the app itself and to no feature.
extension FeatureDescription {
  static let app = FeatureDescription(
    menu: { state in
      let phrases = state.phrases
      let language = MoreItem(title: phrases.say(.language), group: .app, action: .switchLanguage)
      return (state.languages.count > 1 ? [language] : []) + [
        MoreItem(title: phrases.say(.help), group: .app, action: .showHelp),
        MoreItem(title: phrases.say(.logOut), group: .app, action: .login(.askToLogOut)),
        MoreItem(title: phrases.say(.submitCode), group: .app, action: .guest(.logIn)),
      ]
    }, deadline: { $0.celebration?.until },
    pass: {
      $0.endCelebration()
      return []
    }, moveMoments: { $1.celebration?.until.move($0) })
}

extension Surface {
  static let leavingForm = Surface(
    kind: .panel,
    back: {
      $0.keepTyping()
      return []
    }, draw: drawLeavingForm)
}
