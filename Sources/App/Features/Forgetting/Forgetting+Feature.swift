import Cells
import Loyalty

extension FeatureDescription {
  static let forgetting = FeatureDescription(
    menu: { state in
      [
        MoreItem(
          title: state.phrases.say(.forget), group: .app, action: .forgetting(.show))
      ]
    })
}

extension Surface {
  static let forgetting = Surface(
    // What has begun is not left before it has ended.
    back: { $0.forgetting.isBusy ? [] : nil }, draw: drawForgetting)

  /// Nothing is left but to leave.
  static let forgotten = Surface(
    commands: [
      Command(
        action: .quit, title: .quit, keys: [Key(.enter), Key(.escape), .character("q")],
        hint: "Enter", isHinted: true),
      Command(action: .quit, title: .quit, keys: [.control("c"), .control("q")], hint: "Ctrl-C"),
      Command(
        action: .switchLanguage, title: .language, keys: [Key(.function(3))], hint: "F3",
        when: { $0.languages.count > 1 }),
    ], scopes: [], enter: { _ in .quit }, back: { _ in [.screen(.quit)] }, draw: drawForgotten)
}

extension Element.ID {
  static let forget: Element.ID = "forget.confirm"
}
