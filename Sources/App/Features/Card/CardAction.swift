/// What a person can ask of card.
public enum CardAction: Equatable, Sendable {
  case show
  /// The symbol for the till one size larger or smaller; 0 is as large as fits.
  case zoom(Int)
  /// Ink and paper of that symbol change places: some readers need the one, some the other.
  case swapInk
}

extension CardAction {
  var access: Access {
    switch self {
    case .show: .member
    // The wallet's symbols are everybody's.
    case .zoom, .swapInk: .everybody
    }
  }
}

func performCard(_ action: CardAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    if state.sheets.last != .card { state.openSheet(.card) }
    return state.followCode()
  case .zoom(let step): state.zoomPaper(by: step)
  case .swapInk: state.isInkSwapped = state.paper != nil && !state.isInkSwapped
  }
  return []
}
