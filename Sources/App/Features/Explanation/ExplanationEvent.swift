/// What happens to the explanation of the balance.
public enum ExplanationEvent: Equatable, Sendable {
  case loaded(ExplanationContents)
}

func takeExplanation(_ event: ExplanationEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isSignedIn else { return [] }
    state.explanation.replaceContents(with: contents, height: state.explanationRows)
  }
  return []
}
