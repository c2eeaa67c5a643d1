/// What happens to the shops.
public enum ShopsEvent: Equatable, Sendable {
  case loaded(ShopsContents)
}

func takeShops(_ event: ShopsEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isInside else { return [] }
    state.shops.replaceContents(with: contents, now: state.now, height: state.shopRows)
  }
  return []
}
