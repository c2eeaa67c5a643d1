/// What happens to the home screen.
public enum HomeEvent: Equatable, Sendable {
  /// What the local store holds for it.
  case loaded(HomeContents)
}

func takeHome(_ event: HomeEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    state.replaceHome(with: contents)
    // What is enough follows the balance.
    state.regroupRewards()
  }
  return []
}
