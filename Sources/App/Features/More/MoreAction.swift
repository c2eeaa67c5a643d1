/// What a person can ask of more.
public enum MoreAction: Equatable, Sendable {
  case open(row: Int)
}

extension MoreAction {
  var access: Access { .everybody }
}

func performMore(_ action: MoreAction, _ state: inout State) -> [Effect] {
  switch action {
  case .open(let row):
    guard state.isInside, state.moreItems.indices.contains(row) else { return [] }
    state.more.selection = row
    return perform(state.moreItems[row].action, &state)
  }
}
