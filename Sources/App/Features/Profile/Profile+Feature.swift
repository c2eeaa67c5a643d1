import Loyalty

extension FeatureDescription {
  static let profile = FeatureDescription(
    menu: { state in
      [
        MoreItem(
          title: state.phrases.say(.profile), note: state.home.contents.member?.name ?? "",
          group: .you, action: .profile(.show), about: .profileAbout,
          lines: { state in
            guard let member = state.home.contents.member else { return [] }
            let phone = PhoneNumber(e164: member.phone)?.formatted ?? member.phone
            return [
              (state.phrases.say(.phone), phone),
              (state.phrases.say(.profileCity), member.city ?? ""),
            ].filter { !$0.1.isEmpty }
          })
      ]
    }, confirm: { $1.profile.contents.confirmedAt? = $0 },
    finds: { state in state.isSignedIn ? ProfileItem.allCases.map { $0.found(state) } : [] })
}

/// What profile covers the screen with.
public enum ProfileSheet: Equatable, Sendable {
  case overview
  case form
  case export
  case deletion
}

extension ProfileSheet {
  var surface: Surface {
    switch self {
    case .overview: .profile
    case .form: .profileForm
    case .export: .export
    case .deletion: .deletion
    }
  }
}

extension Surface {
  static let profile = Surface(
    list: .rows(
      \.profile.menu, count: { _ in ProfileItem.allCases.count }, height: \.profileRows),
    loads: { _ in [.load(.profile)] }, draw: drawProfile)
  static let profileForm = Surface(keepsWords: true, draw: drawProfileForm)
  static let export = Surface(draw: drawExport)
  static let deletion = Surface(keepsWords: true, draw: drawDeletion)
}

extension ProfileItem {
  /// As the palette has it.
  fileprivate func found(_ state: State) -> PaletteItem {
    let title = state.phrases.say(title)
    return PaletteItem(
      id: "profile.\(self)", title: title, note: state.phrases.say(.profile),
      aliases: [self.title.english, self.title.russian].filter { $0 != title },
      run: { perform(.profile(.show), &$0) + perform(action, &$0) })
  }
}
