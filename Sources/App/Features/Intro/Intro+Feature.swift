import Cells
import Loyalty

extension FeatureDescription {
  static let intro = FeatureDescription(shows: { $0.isPastLogin ? [] : [.intro] })
}

extension Surface {
  static let intro = Surface(
    commands: [
      Command(
        action: .intro(.next), title: .introNext,
        keys: [Key(.right), .character(" "), .character("l")], hint: "→"),
      Command(
        action: .intro(.previous), title: .introPrevious, keys: [Key(.left), .character("h")],
        hint: "←"),
      Command(action: .intro(.skip), title: .introSkip, keys: [Key(.escape)], hint: "Esc"),
    ], scopes: [.anywhere], enter: { _ in .intro(.next) },
    draw: { state, canvas in
      if let slide = state.intro.slide { drawIntro(slide, state, on: &canvas) }
    })
}
