import Cells
import Loyalty

/// What a person can ask of files that are made of what is kept here.
public enum SavingAction: Equatable, Sendable {
  case show(SavedFile)
  case save
}

/// What a file can be made of.
public enum SavedFile: Equatable, Sendable {
  /// The lines of the history that are wanted now, as a table.
  case history
  /// What expires, for other calendars.
  case expiry
}

extension SavingAction {
  var access: Access { .member }
}

func performSaving(_ action: SavingAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show(let file):
    guard state.sheets.last != .saving(file) else { return [] }
    state.saving = SavingState()
    state.openSheet(
      with: Form(
        on: .saving(file),
        [Form.Field(.savingPath, .exportPath, state.name(of: file), limit: 1000)],
        submit: .saving(.save), title: .exportSave))
  case .save: return state.saveFile()
  }
  return []
}

extension State {
  /// What the file is called unless the member says otherwise.
  func name(of file: SavedFile) -> String {
    let day = settings.zone.local(now).day
    switch file {
    case .history:
      guard let period = history.query.period else { return "loyalhub-history-\(day).csv" }
      let month = period.month < 10 ? "0\(period.month)" : "\(period.month)"
      return "loyalhub-history-\(period.year)-\(month).csv"
    case .expiry: return "loyalhub-\(day).ics"
    }
  }

  fileprivate mutating func saveFile() -> [Effect] {
    guard let form = openForm, case .saving(let file) = form.sheet, !form.isBusy else { return [] }
    let path = form[.savingPath]
    if path.allSatisfy(\.isWhitespace) { return rejectInForm(.phrase(.exportNoPath)) }
    self.form?.isBusy = true
    let contents: FileToSave.Contents =
      switch file {
      case .history: .history(history.query)
      case .expiry: .text(expiryFile)
      }
    return [
      .save(
        FileToSave(
          contents: contents, path: path, name: name(of: file), program: program,
          zone: settings.zone))
    ]
  }
}

extension Element.ID {
  static let savingPath: Element.ID = "saving.path"
}
