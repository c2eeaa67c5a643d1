import Loyalty

extension FeatureDescription {
  static let profile = FeatureDescription(menu: { state in
    [MoreItem(title: state.phrases.say(.profile), action: .profile(.show))]
  })
}

extension Surface {
  static let profile = Surface(
    list: .rows(
      \.profile.menu, count: { _ in ProfileItem.allCases.count }, height: \.profileRows),
    loads: { _ in [.loadProfile] }, draw: drawProfile)
  static let profileForm = Surface(draw: drawProfileForm)
  static let export = Surface(draw: drawExport)
  static let deletion = Surface(draw: drawDeletion)
}
