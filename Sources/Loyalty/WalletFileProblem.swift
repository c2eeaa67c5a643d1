/// Why a file with cards was not taken, or not written; nothing was changed.
public enum WalletFileProblem: Error, Hashable, Sendable {
  /// The file could not be opened, read or written; the system's reason.
  case file(String)
  /// There is a file of the name that was to be written.
  case exists
  /// It is neither Catima's zip or table nor a pass.
  case notAWallet
  /// It ends too early or is damaged.
  case damaged(String)
  case passwordNeeded
  /// It does not fit, or what it protects is damaged.
  case passwordWrong
  /// A name in the archive leads out of it, or is no name of a file.
  case unsafeName(String)
  case tooManyEntries(limit: Int)
  /// The file is larger than cards can need, in megabytes.
  case tooLarge(limit: Int)
  /// More comes out of the file than such a file can hold.
  case bomb
  /// A line of the table cannot be read.
  case line(Int, reason: Reason)
  /// The pass has neither a code nor a number that can be kept, or no name.
  case noCode
  case tooManyCards(limit: Int)
  /// The library that reads archives is not on this machine.
  case noLibrary(String)
  /// The wallet itself cannot be read or written.
  case wallet(String)
  /// The disk refuses to hold the wallet, or to give it.
  case storage(StorageProblem)

  public enum Reason: String, Hashable, Sendable {
    case version
    case header
    case columns
    case quote
    case id
    case store
    case number
    case flag
    case date
    case balance
    case text
  }
}

/// Something in a file that was not taken, while the rest of it was.
public enum LeftOut: Hashable, Sendable {
  /// A card, by its line of the table.
  case card(line: Int, WalletFileProblem.Reason)
  /// What a card says beside its name and number.
  case detail(line: Int, WalletFileProblem.Reason)
  /// A picture, by its name.
  case picture(String)
  /// A pass of a bundle, by its name.
  case pass(String, WalletFileProblem)

  /// Whether a card is missing for it.
  public var isCard: Bool {
    switch self {
    case .card, .pass: true
    case .detail, .picture: false
    }
  }
}

/// What came of reading cards from a file.
public struct WalletImport: Hashable, Sendable {
  public var added: Int
  /// Cards that were there and got what the file says about them.
  public var changed: Int
  /// Cards that were there already and got nothing new.
  public var known: Int
  /// What was not taken, in the order of the file.
  public var left: [LeftOut]

  public init(added: Int = 0, changed: Int = 0, known: Int = 0, left: [LeftOut] = []) {
    self.added = added
    self.changed = changed
    self.known = known
    self.left = left
  }
}
