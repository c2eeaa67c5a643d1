/// What a person can ask of explanation.
public enum ExplanationAction: Equatable, Sendable {
  case show
}

extension ExplanationAction {
  var access: Access { .member }
}

func performExplanation(_ action: ExplanationAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .explanation else { return [] }
    state.explanation = ExplanationState()
    state.openSheet(.explanation)
    return [.load(.explanation)]
  }
}
