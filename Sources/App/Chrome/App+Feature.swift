import Loyalty
import Themes

/// What belongs to the app itself and to no feature.
extension FeatureDescription {
  static let app = FeatureDescription(
    menu: { state in
      let phrases = state.phrases
      let language = MoreItem(
        title: phrases.say(.languageOfApp), note: phrases.say(.languageNow), group: .app,
        action: .switchLanguage, way: .switchIt, about: .languageAbout)
      let theme = MoreItem(
        title: phrases.say(.theme), note: state.themeName, group: .app, action: .switchTheme,
        way: .switchIt, about: .themeAbout)
      return (state.languages.count > 1 ? [language] : [])
        + (state.settings.look.depth == .mono ? [] : [theme]) + [
          MoreItem(
            title: phrases.say(.help), note: "Loyalhub \(Version.current)", group: .app,
            action: .showHelp, about: .helpAbout),
          MoreItem(
            title: phrases.say(.logOut), group: .app, action: .login(.askToLogOut),
            about: .logOutLead),
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
