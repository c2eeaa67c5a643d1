import App
import Loyalty

extension Services {
  /// What is done at once: the wallet is a small file on this device.
  func carryOut(_ effect: WalletEffect) -> [Event] {
    do throws(WalletFileProblem) {
      let rebuilt = try wallet.openStore().map { Event.wallet(.rebuilt(asideName: $0)) }
      return [try event(effect), rebuilt].compactMap(\.self)
    } catch {
      return [failed(error)]
    }
  }

  private func event(_ effect: WalletEffect) throws(WalletFileProblem) -> Event {
    switch effect {
    case .load: break
    case .save(let card, let base):
      return .wallet(.saved(try wallet.save(card, over: base), try contents()))
    case .delete(let id): try wallet.delete(id)
    case .markUsed(let id): try wallet.markUsed(id)
    case .read(let path, let password, let language):
      let report = try wallet.read(path, password: password, in: language)
      // The screen has room for the first of them alone.
      for words in Phrasebook(.english).words(forLeft: Array(report.left.prefix(100))) {
        log("left out of \(cleaned(path, limit: 200)): \(words)")
      }
      return .wallet(.read(report, try contents()))
    case .namePictures: return .wallet(.pictures(try wallet.namedPictures()))
    case .write(let path, let password):
      return .wallet(.written(path: path, count: try wallet.write(path, password: password)))
    }
    return .wallet(.loaded(try contents()))
  }

  /// What takes its time: packing and unpacking files, and hashing pictures.
  func carryOutFile(_ effect: WalletEffect) -> Event {
    do throws(WalletFileProblem) {
      return try event(effect)
    } catch {
      return failed(error)
    }
  }

  private func failed(_ problem: WalletFileProblem) -> Event {
    // A password that has to be typed is no failure, and the wallet tells of its own ones.
    var isNew = problem != .passwordNeeded
    if case .storage = problem { isNew = false }
    if case .wallet = problem { isNew = false }
    if isNew { log(Phrasebook(.english).words(for: problem)) }
    return .wallet(.fileFailed(problem))
  }

  private func log(_ words: String) { Log.shared.write("wallet: \(words)", at: clock.machine) }

  private func contents() throws(WalletFileProblem) -> WalletContents {
    // Cards are shown also where nobody can say which of them have pictures.
    WalletContents(cards: try wallet.cards(), pictured: (try? wallet.pictured()) ?? [])
  }
}
