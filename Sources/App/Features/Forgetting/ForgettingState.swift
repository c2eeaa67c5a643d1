public import Loyalty

/// What would be lost with all that is kept on this machine.
public struct ForgettingSurvey: Equatable, Sendable {
  public struct Login: Equatable, Sendable {
    public var address: String
    public var title: LocalizedText

    public init(address: String, title: LocalizedText) {
      self.address = address
      self.title = title
    }
  }

  /// Where somebody is logged in.
  public var accounts: [Login] = []
  /// Changes that no server has yet.
  public var waiting = 0
  /// Screens that are being edited, and not saved.
  public var drafts = 0
  /// Cards of other businesses.
  public var cards = 0

  public init() {}
}

/// What came of it.
public struct ForgettingOutcome: Equatable, Sendable {
  /// Servers that could not be told.
  public var unended: [String] = []
  /// Paths that could not be removed.
  public var left: [String] = []
  public var keepsWallet: Bool

  public init(keepsWallet: Bool) {
    self.keepsWallet = keepsWallet
  }
}

/// Why nothing was forgotten.
public enum ForgettingRefusal: Equatable, Sendable {
  /// Another program of ours uses the files.
  case inUse
  case storage(StorageProblem)
}

public struct ForgettingState: Equatable, Sendable {
  public internal(set) var survey: ForgettingSurvey?
  /// Whether the cards of other businesses go, too.
  var takesWallet = false
  var isBusy = false
  /// All is gone; what there is to say about it.
  public internal(set) var outcome: ForgettingOutcome?

  public init() {}
}
