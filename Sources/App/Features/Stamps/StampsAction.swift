import Loyalty

/// What a person can ask of stamps.
public enum StampsAction: Equatable, Sendable {
  case show
}

extension StampsAction {
  var access: Access { .member(with: .stamps) }
}

func performStamps(_ action: StampsAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .stamps else { return [] }
    state.stamps = ListState()
    state.openSheet(.stamps)
    return []
  }
}
