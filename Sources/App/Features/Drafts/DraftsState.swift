public import Content
public import Loyalty

/// All screens as they are edited, as the server last told them.
public struct DraftsState: Equatable, Sendable {
  /// Without their blocks; `nil` until the server has answered once.
  var screens: [Screen]?
  /// What is not on the server: changes that are kept on this machine.
  var kept: [KeptDraft] = []
  var list = ListState()
  /// The one that has to be chosen when the list has it.
  var wanted: Screen.ID?
  /// While the server is asked to change something.
  var isBusy = false
  /// Why the list could not be brought.
  var trouble: Trouble?
  /// A new screen whose answer did not come.
  var attempt: Attempt?

  struct Attempt: Equatable, Sendable {
    var content: Screen
    /// Names the attempt, so that trying again makes no second screen.
    var key: String?
  }

  /// The rows: what the server has, and what is kept here of screens that it did not name.
  var items: [Screen] {
    let named = Set((screens ?? []).map(\.id))
    return (screens ?? []) + kept.map(\.screen).filter { !named.contains($0.id) }
  }

  var selected: Screen? {
    let items = items
    return items.indices.contains(list.selection) ? items[list.selection] : nil
  }
}

/// A screen with changes that are only on this machine.
public struct KeptDraft: Equatable, Sendable {
  /// As it is here, without its blocks.
  public var screen: Screen
  public var at: Instant

  public init(screen: Screen, at: Instant) {
    self.screen = screen
    self.at = at
  }
}

/// What a person can ask of the list of screens.
public enum DraftsAction: Equatable, Sendable {
  case show
  /// Opens a screen in the editor.
  case open(row: Int)
  /// Asks what a new screen is called.
  case new
  case create
  /// Asks whether to delete the chosen one.
  case askDelete
  case delete
}

/// What is asked of the server about the list of screens.
public enum DraftsRequest: Equatable, Sendable {
  case list
  /// A key names an attempt that was begun before.
  case create(Screen, key: String?)
  case delete(Screen)
}

public enum DraftsEvent: Equatable, Sendable {
  /// What the local store holds.
  case loaded([Screen]?, kept: [KeptDraft])
  /// The server was asked for the list, and what it said was loaded before.
  case listed
  case created(Screen.ID)
  case deleted
  /// - key: names the attempt at a new screen.
  case failed(Trouble, details: [String], key: String?)
}

extension DraftsAction {
  var access: Access {
    switch self {
    case .show, .open, .new: .editor
    case .create: .editor.needing(server: .draftsOffline)
    case .askDelete: .publisher
    case .delete: .publisher.needing(server: .draftsOffline)
    }
  }
}
