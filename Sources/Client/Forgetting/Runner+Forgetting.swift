import App

extension Runner {
  /// Begins what is asked about all that is kept here; nothing of it waits on the screen's thread.
  func carryOut(_ effect: ForgettingEffect) {
    guard let accounts else { return }
    let forgetting = Forgetting(accounts: accounts, clock: services.clock)
    let language = state.settings.language
    switch effect {
    case .survey: inBackground { [.event(.forgetting(.surveyed(forgetting.survey())))] }
    case .carryOut(let takingWallet):
      inBackground {
        [.event(.forgetting(await forgetting.begin(takingWallet: takingWallet, language)))]
      }
    }
  }
}
