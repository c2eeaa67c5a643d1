public import Loyalty

/// A file that is to be made.
public struct FileToSave: Equatable, Sendable {
  public enum Contents: Equatable, Sendable {
    case history(HistoryQuery)
    case text(String)
  }

  public var contents: Contents
  /// As it was typed.
  public var path: String
  /// What it is called when the path is a folder.
  public var name: String
  public var program: Program?
  public var zone: Zone
}

/// What came of a file.
public enum SavingEvent: Equatable, Sendable {
  /// Whether nothing is missing in it that only the server has.
  case saved(path: String, isWhole: Bool)
  case failed(ExportFailure)
}

/// The file that was just made.
struct SavingState: Equatable, Sendable {
  var path: String?
  var isWhole = true
}

func takeSaving(_ event: SavingEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .saved(let path, let isWhole):
    guard state.isSignedIn else { return [] }
    state.saving = SavingState(path: path, isWhole: isWhole)
    guard case .saving? = state.form?.sheet else {
      state.toast(state.savedWords)
      return []
    }
    state.form = nil
    state.focus = nil
    return []
  case .failed(let failure):
    let problem = Form.Problem(failure)
    guard case .saving? = state.form?.sheet else {
      if state.isSignedIn { state.toast(state.say(problem), isError: true) }
      return []
    }
    return state.rejectInForm(problem)
  }
}

extension State {
  /// Where the file is, and what it lacks.
  var savedWords: String {
    let words = phrases.say(.exportDone, ["path": saving.path ?? ""])
    return saving.isWhole ? words : "\(words). \(phrases.say(.savingPart))"
  }
}
