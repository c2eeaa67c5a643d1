import Cells
import Loyalty

extension FeatureDescription {
  static let card = FeatureDescription(
    deadline: \.codeDeadline, pass: { $0.followCode() },
    moveMoments: { milliseconds, state in
      state.card.retryAt?.move(milliseconds)
      state.card.code?.expiresAt.move(milliseconds)
      // Codes are made of the time: one of another time may be none at the till.
      state.card.code?.refreshAt = state.now
    },
    leave: {
      $0.paperZoom = nil
      $0.isInkSwapped = false
    })
}

extension Surface {
  static let card = Surface(
    commands: Command.paper, paper: \.memberPaper, copies: { $0.home.contents.card?.number },
    arriving: { $0.followCode() },
    draw: drawCard)
}

extension Command {
  /// What changes how a symbol is shown to the till.
  static let paper = [
    Command(
      action: .card(.zoom(1)), title: .larger, keys: [.character("+"), .character("=")], hint: "+",
      isOnScreenOnly: true),
    Command(
      action: .card(.zoom(-1)), title: .smaller, keys: [.character("-")], hint: "−",
      isOnScreenOnly: true),
    Command(
      action: .card(.zoom(0)), title: .fit, keys: [.character("0")], hint: "0",
      isOnScreenOnly: true),
    Command(action: .card(.swapInk), title: .swapInk, keys: [.character("i")], hint: "i"),
  ]
}
