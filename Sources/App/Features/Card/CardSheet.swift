import Cells
import Loyalty

/// The card full size, for the till: nothing but black on white, the number and the way out.
func drawCard(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  guard let paper = state.memberPaper else {
    drawNoteSheet(.memberCard, "card.none", phrases.say(.noCard), state, on: &canvas)
    return
  }
  drawPaper(paper, state, on: &canvas)
}

extension State {
  /// The member's card: the one-time code, else the plain card, and which of them it is.
  var memberPaper: Paper? {
    home.contents.card.map { card in
      Paper(
        prefix: "card", name: "\(phrases.say(.memberCard)) \(card.number)", number: card.number,
        captions: [codeCaption], symbol: shownCardSymbol, unreadable: .cardUnreadable)
    }
  }
}
