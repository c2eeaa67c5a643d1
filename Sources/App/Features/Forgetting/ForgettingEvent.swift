/// What happens on the way to a machine that knows nothing.
public enum ForgettingEvent: Equatable, Sendable {
  case surveyed(ForgettingSurvey)
  case refused(ForgettingRefusal)
  case done(ForgettingOutcome)
}

/// What is done with all that is kept here.
public enum ForgettingEffect: Equatable, Sendable {
  case survey
  case carryOut(takingWallet: Bool)
}

func takeForgetting(_ event: ForgettingEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .surveyed(let survey):
    guard state.sheets.contains(.forgetting) else { return [] }
    state.forgetting.survey = survey
  case .refused(let refusal):
    state.forgetting.isBusy = false
    let words =
      switch refusal {
      case .inUse: state.phrases.say(.forgetInUse)
      case .storage(let problem): state.phrases.words(for: problem)
      }
    state.toast(words, isError: true)
  case .done(let outcome):
    guard state.forgetting.isBusy else { return [] }
    state.leaveAccount()
    state.accounts = AccountsState()
    state.wallet = WalletState()
    state.forgetting.outcome = outcome
  }
  return []
}
