public import Content
public import Loyalty

/// All screens as they are edited; they come from the server, and none is kept.
public struct DraftsState: Hashable, Sendable {
  /// Without their blocks; `nil` until the server has answered.
  var screens: [Screen]?
  var list = ListState()
  /// The one that has to be chosen when the list has it.
  var wanted: Screen.ID?
  /// While the server is asked to change something.
  var isBusy = false
  /// Why the list could not be brought.
  var trouble: Trouble?
  /// A new screen whose answer did not come.
  var attempt: Attempt?

  struct Attempt: Hashable, Sendable {
    var content: Screen
    /// Names the attempt, so that trying again makes no second screen.
    var key: String?
  }

  var selected: Screen? {
    guard let screens, screens.indices.contains(list.selection) else { return nil }
    return screens[list.selection]
  }
}

/// What a person can ask of the list of screens.
public enum DraftsAction: Hashable, Sendable {
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

public enum DraftsEffect: Hashable, Sendable {
  case load
  /// A key names an attempt that was begun before.
  case create(Screen, key: String?)
  case delete(Screen)
}

public enum DraftsEvent: Hashable, Sendable {
  case loaded([Screen])
  case created(Screen)
  case deleted(Screen.ID)
  /// The list cannot be brought.
  case notLoaded(Trouble)
  /// - key: names the attempt at a new screen whose end is not known.
  case failed(Trouble, details: [String], key: String?)
}
