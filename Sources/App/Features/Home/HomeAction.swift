/// What a person can ask of home.
public enum HomeAction: Hashable, Sendable {
  case openLatest(row: Int)
}

extension HomeAction {
  var access: Access { .everybody }
}

func performHome(_ action: HomeAction, _ state: inout State) -> [Effect] {
  switch action {
  case .openLatest(let row):
    guard state.home.contents.latest.indices.contains(row) else { return [] }
    state.openEntry(state.home.contents.latest[row])
    return []
  }
}
