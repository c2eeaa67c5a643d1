import Cells
import Loyalty

extension Surface {
  static let intro = Surface(
    commands: [
      Command(
        action: .nextSlide, title: .introNext,
        keys: [Key(.right), .character(" "), .character("l")], hint: "→"),
      Command(
        action: .previousSlide, title: .introPrevious, keys: [Key(.left), .character("h")],
        hint: "←"),
      Command(action: .skipIntro, title: .introSkip, keys: [Key(.escape)], hint: "Esc"),
    ], scopes: [.anywhere]
  ) { state, canvas in
    if let slide = state.intro.slide { drawIntro(slide, state, on: &canvas) }
  }
}
