/// What happens to the stores.
public enum StoresEvent: Hashable, Sendable {
  case loaded(StoresContents)
}

func takeStores(_ event: StoresEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isInside else { return [] }
    state.stores.show(contents, now: state.now, height: state.storeRows)
  }
  return []
}
