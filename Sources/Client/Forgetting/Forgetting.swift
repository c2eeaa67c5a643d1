public import App
import Glibc
import LocalStore
public import Loyalty
import Sync
import Transport

/// Takes all that is kept of this person off this machine: first the sessions end on their servers, then
/// the files go.
public struct Forgetting: Sendable {
  let accounts: Accounts
  let clock: CalendarClock

  /// What would be lost, as the stores of all accounts have it.
  func survey() -> ForgettingSurvey {
    var survey = ForgettingSurvey()
    for id in accounts.ids where hasData(id) {
      // NB: a store that cannot be opened has nothing that could be named.
      guard let store = try? LocalStore.open(folder: folder(accounts.folders.data, id)).store
      else { continue }
      let sessions = SessionFile(folder: folder(accounts.folders.state, id))
      if sessions.hasSession {
        let title = (try? store.home(latest: 0))?.program?.name ?? accounts.title(of: id)
        survey.accounts.append(
          .init(address: ServerAddress.shown(id.rawValue), title: title))
      }
      survey.waiting += (try? store.outbox().count) ?? 0
      survey.drafts += (try? store.draftCount()) ?? 0
    }
    // NB: a wallet that cannot be read is no reason to keep all else.
    survey.cards = (try? Wallet(folders: accounts.folders, clock: clock).cards().count) ?? 0
    return survey
  }

  /// Writes down what is to go, then does it.
  func begin(takingWallet: Bool, _ language: Language) async -> ForgettingEvent {
    guard OpenWindows.shared.claim(accounts.folders) else { return .refused(.inUse) }
    let plan = ForgettingPlan(
      accounts: accounts.ids.map(\.rawValue), takesWallet: takingWallet)
    do throws(StorageProblem) {
      try plan.write(accounts.folders)
    } catch {
      return .refused(.storage(error))
    }
    let outcome = await carryOut(plan, language)
    OpenWindows.shared.leave(accounts.folders)
    return .done(outcome)
  }

  private func carryOut(_ plan: ForgettingPlan, _ language: Language) async -> ForgettingOutcome {
    var outcome = ForgettingOutcome(keepsWallet: !plan.takesWallet && hasCards)
    for address in plan.accounts {
      let id = Account.ID(address)
      guard hasData(id), await !endSession(of: id, language) else { continue }
      outcome.unended.append(ServerAddress.shown(address))
    }
    Log.shared.stop()
    outcome.left = ForgettingFolders(folders: accounts.folders, takesWallet: plan.takesWallet)
      .remove()
    return outcome
  }

  /// - Returns: whether nobody can use the session any more; one that is not there has ended.
  private func endSession(of id: Account.ID, _ language: Language) async -> Bool {
    do {
      let sessions = SessionFile(folder: folder(accounts.folders.state, id))
      guard sessions.hasSession else { return true }
      let ground = try accounts.ground(of: id)
      let sync = SyncEngine(
        transport: ground.transport,
        store: try LocalStore.open(folder: folder(accounts.folders.data, id)).store,
        sessions: sessions,
        environment: SyncEnvironment(
          now: { [clock] in clock.now }, machine: { [clock] in clock.machine },
          wait: { await BackgroundExecutor.shared.pause($0) },
          executor: BackgroundExecutor.shared))
      return try await sync.forget(language: language)
    } catch {
      Log.shared.write("forgetting: \(error)", at: clock.machine)
      return false
    }
  }

  /// Whether there are cards of other businesses, as far as one can tell; no wallet is made to find out.
  private var hasCards: Bool {
    let folders = accounts.folders
    guard access("\(folders.data)/wallet.sqlite", F_OK) == 0 else { return false }
    // NB: one that cannot be read may have some.
    return (try? Wallet(folders: folders, clock: clock).cards().isEmpty) != true
  }

  private func folder(_ root: String, _ id: Account.ID) -> String {
    "\(root)/\(accounts.folder(of: id))"
  }

  private func hasData(_ id: Account.ID) -> Bool {
    access(folder(accounts.folders.data, id), F_OK) == 0
      || access(folder(accounts.folders.state, id), F_OK) == 0
  }
}

extension Forgetting {
  /// Goes on with what was agreed to before, when somebody was killed in the middle of it.
  ///
  /// - Returns: what came of it; `nil` when there is nothing of the kind.
  public static func resume(
    _ folders: Folders, _ language: Language, clock: CalendarClock
  ) throws(AccountError) -> ForgettingOutcome? {
    guard folders.problem == nil, var plan = ForgettingPlan.read(folders) else { return nil }
    guard OpenWindows.shared.claim(folders) else { return nil }
    let known = AccountFile(folder: folders.config).current()
    let accounts = try Accounts(folders: folders, opening: plan.accounts.first ?? known ?? "")
    if plan.accounts.isEmpty { plan.accounts = accounts.ids.map(\.rawValue) }
    let forgetting = Forgetting(accounts: accounts, clock: clock)
    let outcome = waiting { [plan] in await forgetting.carryOut(plan, language) }
    OpenWindows.shared.leave(folders)
    return outcome
  }
}
