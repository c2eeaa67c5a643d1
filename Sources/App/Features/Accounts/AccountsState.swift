public import Loyalty

/// One of the accounts on this machine: a server, and who is signed in there.
public struct Account: Equatable, Sendable, Identifiable {
  public typealias ID = Identifier<Account>

  public var id: ID
  /// Where its server is, for people.
  public var address: String
  /// The brand's name as far as it is known.
  public var title: LocalizedText
  public var program: Program?
  /// With its middle hidden; `nil` when nobody is signed in.
  public var phone: String?
  /// As last known.
  public var balance: Points?

  public init(
    id: ID, address: String, title: LocalizedText, program: Program? = nil, phone: String? = nil,
    balance: Points? = nil
  ) {
    self.id = id
    self.address = address
    self.title = title
    self.program = program
    self.phone = phone
    self.balance = balance
  }
}

public struct AccountsContents: Equatable, Sendable {
  public var accounts: [Account]
  public var current: Account.ID?

  public init(accounts: [Account] = [], current: Account.ID? = nil) {
    self.accounts = accounts
    self.current = current
  }
}

/// Why an address cannot become an account.
public enum AccountRefusal: String, Equatable, Sendable {
  case invalid
  case empty
  /// It begins with another scheme than those that are known, or with none.
  case scheme
  /// There is no host, or none that can be.
  case host
  case port
  /// A user name or a password: they do not belong into an address.
  case credentials
  /// A query or a fragment.
  case query
  /// A space, or another character that addresses do not have.
  case character
  /// Another machine, without TLS.
  case clear
  /// A name that mixes scripts whose letters look alike.
  case mixedScripts
  case known
  /// It is the one on the screen.
  case isCurrent
}

/// The list of accounts.
public struct AccountsState: Equatable, Sendable {
  /// `nil` until it was read.
  public internal(set) var contents: AccountsContents?
  public internal(set) var list = ListState()
  /// The one that is being opened.
  public internal(set) var opening: Account.ID?
  /// The one that is being removed.
  public internal(set) var leaving: Account.ID?
  /// The one that is removed when the question is answered with yes.
  public internal(set) var removing: Account.ID?

  public init() {}

  /// Whether something is under way that the list has to wait for.
  var isBusy: Bool { opening != nil || leaving != nil }
  var items: [Account] { contents?.accounts ?? [] }
  var selected: Account? {
    items.indices.contains(list.selection) ? items[list.selection] : nil
  }
}
