import LocalStore
import Loyalty
import Synchronization

/// The pictures of the wallet's cards, each under the digest of its bytes, as those of a program are:
/// whoever brings pictures knows these by it, and asks no server for them.
final class WalletPictures: Sendable {
  private struct Names {
    /// `nil` of one that cannot be shown.
    var digests: [CardSide: String?] = [:]
    var sides: [String: CardSide] = [:]
  }

  private let names = Mutex(Names())

  /// All of them, without those that cannot be shown.
  ///
  /// NB: reads and hashes those that are new: not for the thread that paints.
  func named(in store: WalletStore) throws(LocalStoreError) -> [LocalCard.ID: CardPictures] {
    var cards: [LocalCard.ID: CardPictures] = [:]
    for (side, bytes) in try store.sides() {
      let picture = try digest(of: side, bytes: bytes, in: store).map { Picture(sha256: $0) }
      cards[side.card, default: CardPictures()].set(picture, side: side.side)
    }
    return cards
  }

  /// Where a digest's bytes are; `nil` for a picture of the program's.
  func side(of sha256: String) -> CardSide? { names.withLock { $0.sides[sha256] } }

  /// NB: a picture of a card is never replaced by another.
  private func digest(
    of side: CardSide, bytes: Int, in store: WalletStore
  ) throws(LocalStoreError) -> String? {
    if let known = names.withLock({ $0.digests[side] }) { return known }
    var digest: String?
    if bytes <= Picture.Limit.cardBytes, let bytes = try store.picture(side),
      (try? PictureHead(checking: bytes, most: Picture.Limit.cardBytes)) != nil
    {
      digest = Picture.digest(of: bytes)
    }
    names.withLock { [digest] names in
      names.digests[side] = .some(digest)
      if let digest { names.sides[digest] = side }
    }
    return digest
  }
}

extension CardPictures {
  fileprivate mutating func set(_ picture: Picture?, side: String) {
    switch side {
    case "front": front = picture
    case "back": back = picture
    case "icon": icon = picture
    default: break
    }
  }
}

extension Wallet {
  /// The pictures of all cards, by the digests of their bytes.
  func namedPictures() throws(WalletFileProblem) -> [LocalCard.ID: CardPictures] {
    try using { store throws(LocalStoreError) in try pictures.named(in: store) }
  }

  /// The bytes of one of its own pictures; `nil` where they are gone.
  func bytes(of side: CardSide) -> [UInt8]? {
    try? using { store throws(LocalStoreError) in try store.picture(side) }
  }
}
