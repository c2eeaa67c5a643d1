/// What a person can do about all that is kept on this machine.
public enum ForgettingAction: Equatable, Sendable {
  case show
  /// Takes the cards of other businesses with the rest, or leaves them.
  case toggleWallet
  case confirm
}

extension ForgettingAction {
  var access: Access { .everybody }
}

/// What the actions of forgetting do.
func performForgetting(_ action: ForgettingAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .forgetting, state.forgetting.outcome == nil else { return [] }
    state.forgetting = ForgettingState()
    state.openSheet(.forgetting)
    return [.forgetting(.survey)]
  case .toggleWallet:
    guard state.sheets.last == .forgetting, !state.forgetting.isBusy else { return [] }
    state.forgetting.takesWallet.toggle()
    return []
  case .confirm:
    guard state.sheets.last == .forgetting, !state.forgetting.isBusy,
      state.forgetting.survey != nil
    else { return [] }
    state.forgetting.isBusy = true
    return [.unfollow, .forgetting(.carryOut(takingWallet: state.forgetting.takesWallet))]
  }
}
