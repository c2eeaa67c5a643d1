import App
import Contract
import Loyalty
import Sync

extension Services {
  /// Brings a picture that a frame asks for, and draws it.
  func picture(_ wish: PictureWish, _ language: Language) async -> PicturesEvent {
    guard let pictures else { return .failed(sha256: wish.sha256, .unusable) }
    // NB: what lies on this machine is nothing that a server may hear of.
    if let side = wallet.pictures.side(of: wish.sha256) {
      let wallet = wallet
      return await pictures.bring(wish, isKept: false) { _ throws(PictureFailure) in
        guard let bytes = wallet.bytes(of: side) else { throw .missing }
        return bytes
      }
    }
    let sync = sync
    return await pictures.bring(wish) { sha256 throws(PictureFailure) in
      do throws(SyncFailure) {
        return try await sync.picture(sha256, language: language)
      } catch {
        error.note(of: "picture \(sha256)")
        throw PictureFailure(error)
      }
    }
  }
}

extension PictureFailure {
  fileprivate init(_ failure: SyncFailure) {
    switch failure {
    case .problem(let problem) where problem.status == 404: self = .missing
    case .garbled, .tooLarge: self = .unusable
    case .offline, .problem, .signedOut, .store, .unsupported, .cancelled: self = .away
    }
  }
}
