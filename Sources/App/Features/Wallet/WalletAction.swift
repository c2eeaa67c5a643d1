public import Loyalty

/// What a person can ask of the wallet.
public enum WalletAction: Equatable, Sendable {
  case show
  case open(row: Int)
  /// The card so many places further, where they stand beside each other.
  case beside(Int)
  /// The card of the sheet, or the selected one.
  case showLarge
  case search
  case nextFilter
  case nextOrder
  case add
  case edit
  case submitCard
  case star
  case archive
  case askToDelete
  case delete
  case keep
  case showReading
  case read
  case showWriting
  case write
}

/// What the wallet asks the shell to do.
public enum WalletEffect: Equatable, Sendable {
  case load
  /// Keeps a new card, or what differs from what it was when somebody began to change it.
  case save(LocalCard, over: LocalCard?)
  case delete(LocalCard.ID)
  case markUsed(LocalCard.ID)
  /// Say which pictures the cards have.
  case namePictures
  /// Take what can be had of a file; a pass's own words in that language.
  case read(path: String, password: String, language: Language)
  /// Write all cards to a new file; without a password it is not encrypted.
  case write(path: String, password: String)

  /// Whether it takes its time.
  public var isFile: Bool {
    switch self {
    case .load, .save, .delete, .markUsed: false
    case .read, .write, .namePictures: true
    }
  }
}

/// What happened to the wallet.
public enum WalletEvent: Equatable, Sendable {
  case loaded(WalletContents)
  /// The pictures of all cards that have some.
  case pictures([LocalCard.ID: CardPictures])
  /// The card that was kept; `nil` when it was gone, or there was no room.
  case saved(LocalCard.ID?, WalletContents)
  case read(WalletImport, WalletContents)
  /// So many cards are in a file of that name.
  case written(path: String, count: Int)
  case fileFailed(WalletFileProblem)
  /// A damaged wallet was replaced; what could be read was taken over, and the old file is kept.
  case rebuilt(asideName: String)
}

extension WalletAction {
  var access: Access { .everybody }
}
