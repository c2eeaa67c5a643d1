/// Why a file with cards was not taken, or not written; nothing was changed.
public enum WalletFileProblem: Error, Hashable, Sendable {
  /// The file could not be opened, read or written.
  case file(StorageProblem)
  /// There is a file of the name that was to be written.
  case exists
  /// It is neither Catima's zip or table nor a pass.
  case notAWallet
  /// It ends too early or is damaged.
  case damaged(String)
  /// The end of the zip is missing.
  case cutShort
  /// A file is in the archive twice; its name.
  case twice(String)
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
  /// A line of the table of that name cannot be read, from the character on when it is known.
  case line(Int, character: Int? = nil, file: String = "catima.csv", reason: Reason)
  /// Several tables are in the archive, and none is named as Catima's; their names.
  case tables([String])
  /// The pass has neither a code nor a number that can be kept, or no name.
  case noCode
  /// The pass has no card, because of a member that cannot be kept.
  case member(PassMember, Reason)
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
    case name
    case number
    case flag
    case date
    case balance
    case text
    case notText
    case color
    case groups
    /// There is room for one alone.
    case single
    case damaged
  }
}

/// What a pass says of a card.
public enum PassMember: Hashable, Sendable {
  case name
  case number
  case code
  /// A code that another program could show in place of the first one.
  case otherCode
  case encoding
  case expiry
  case color
  case field
  case note
  /// The words of a language.
  case words
}

/// Something in a file that was not taken, while the rest of it was.
public enum LeftOut: Hashable, Sendable {
  /// A card, by its line of the table, and from which character on it cannot be read.
  case card(line: Int, character: Int? = nil, WalletFileProblem.Reason)
  /// What a card says beside its name and number.
  case detail(line: Int, WalletFileProblem.Reason)
  /// A picture, by its name; it cannot be read, or no card of the table has its id.
  case picture(String, WalletFileProblem.Reason = .damaged)
  /// A pass of a bundle, by its name.
  case pass(String, WalletFileProblem)
  /// What a pass says of its card, by the name of the pass.
  case member(pass: String, PassMember, WalletFileProblem.Reason)
  /// A file of an archive for which there is no place among the cards.
  case file(String)

  /// Whether a card is missing for it, or what a card cannot do without: its code, its number, its
  /// days.
  public var isCard: Bool {
    switch self {
    case .card, .pass, .file: true
    case .detail(_, let reason): reason == .date
    case .member(_, let member, _): [.number, .code, .expiry].contains(member)
    case .picture: false
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

extension WalletFileProblem {
  /// The same about a table of that name.
  public func inFile(_ name: String) -> WalletFileProblem {
    guard case .line(let line, let character, _, let reason) = self else { return self }
    return .line(line, character: character, file: name, reason: reason)
  }
}
