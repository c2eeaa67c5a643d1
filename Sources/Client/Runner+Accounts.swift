import App
import Loyalty

extension Runner {
  /// Begins what an effect asks of the accounts; nothing of it waits on the screen's thread.
  func carryOut(_ effect: AccountsEffect) {
    guard let accounts else { return }
    let desk = AccountDesk(accounts: accounts, clock: services.clock)
    let language = state.settings.language
    inBackground { () async -> [Inbox.Content] in
      switch effect {
      case .load: return [.event(desk.load())]
      case .open(let id): return [desk.findGround(id)]
      case .add(let address):
        switch desk.account(at: address) {
        case .success(let id): return [desk.findGround(id)]
        case .failure(let refused): return [.event(.accounts(.refused(refused.why)))]
        }
      case .remove(let id): return [.event(await desk.remove(id, language))]
      }
    }
  }

  /// Somebody has logged in: the account is one of the list from now on.
  ///
  /// - Returns: that it is not, where that cannot be kept.
  func keepAccount() -> Notice? {
    do throws(AccountError) {
      return try accounts?.keepCurrent().map { .accountsNotKept($0) }
    } catch {
      Log.shared.write("account: \(error)", at: services.clock.machine)
      return nil
    }
  }

  /// Closes what the account before stood on, and goes on with another one: the app begins anew,
  /// and only how it looks and speaks stays.
  func moveTo(_ ground: Accounts.Ground) -> [ScreenEffect] {
    guard let accounts else { return [] }
    var settings = state.settings
    settings.language = state.chosenLanguage
    do {
      var launch = try Launch(
        transport: ground.transport, folders: accounts.folders, account: ground.account,
        size: state.size, settings: settings, demo: ground.demo, accounts: accounts,
        pictures: services.pictures, clock: services.clock)
      launch.tell(of: ground)
      let problem = try accounts.choose(ground.id)
      adopt(launch)
      let others = [
        problem.map { Notice.accountsNotKept($0) }, accounts.notice(of: ground.id),
      ]
      let notices = launch.notices + others.compactMap(\.self)
      return notices.flatMap { handle(.notice($0)) } + start()
    } catch {
      return handle(.accounts(.failed(Trouble(local: error))))
    }
  }
}

extension AccountDesk {
  fileprivate func findGround(_ id: Account.ID) -> Inbox.Content {
    do throws(AccountError) {
      return .ground(try accounts.ground(of: id))
    } catch {
      if let serverAddress = error.serverAddress {
        return .event(.accounts(.refused(AccountRefusal(serverAddress))))
      }
      return .event(.accounts(.failed(Trouble(local: error))))
    }
  }
}
