import App
import Loyalty

extension Services {
  /// What is done at once: the wallet is a small file on this device.
  func carryOut(_ effect: WalletEffect) -> [Event] {
    do throws(WalletFileProblem) {
      let rebuilt = try wallet.open().map { Event.wallet(.rebuilt(asideName: $0)) }
      return [try event(effect), rebuilt].compactMap(\.self)
    } catch {
      return [.wallet(.fileFailed(error))]
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
      return .wallet(.read(report, try contents()))
    case .write(let path, let password):
      return .wallet(.written(path: path, count: try wallet.write(path, password: password)))
    }
    return .wallet(.loaded(try contents()))
  }

  /// What takes its time: packing and unpacking files.
  func carryOutFile(_ effect: WalletEffect) -> Event {
    do throws(WalletFileProblem) {
      return try event(effect)
    } catch {
      return .wallet(.fileFailed(error))
    }
  }

  private func contents() throws(WalletFileProblem) -> WalletContents {
    WalletContents(cards: try wallet.cards())
  }
}
