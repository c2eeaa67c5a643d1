/// What happens to the member's card.
public enum CardEvent: Equatable, Sendable {
  case codeArrived(LiveCode)
}

func takeCard(_ event: CardEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .codeArrived(let code): state.showCode(code)
  }
  return []
}
