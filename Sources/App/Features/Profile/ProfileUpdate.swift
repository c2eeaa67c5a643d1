import Cells
import Loyalty

/// What the actions about the member's own data do.
func performProfile(_ action: ProfileAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .profile(.overview) else { return [] }
    state.profile.menu = ListState()
    state.openSheet(.profile(.overview))
    return [.load(.profile)]
  case .open(let row):
    guard state.sheets.last == .profile(.overview), ProfileItem.allCases.indices.contains(row)
    else {
      return []
    }
    state.profile.menu.selection = row
    return perform(ProfileItem.allCases[row].action, &state)
  case .edit:
    guard state.sheets.last == .profile(.overview), let member = state.profile.contents.member
    else {
      return []
    }
    state.openSheet(with: state.profileForm(of: member))
    state.showProblems()
  case .save: return saveProfile(&state)
  case .showExport:
    guard state.sheets.last == .profile(.overview) else { return [] }
    state.profile.exportedPath = nil
    state.openSheet(
      with: Form(
        on: .profile(.export),
        [Form.Field(.exportPath, .exportPath, state.exportName, limit: 1000)],
        submit: .profile(.export), title: .exportSave))
  case .export: return export(&state)
  case .showDeletion:
    guard state.sheets.last == .profile(.overview) else { return [] }
    state.openSheet(
      with: Form(
        on: .profile(.deletion), [Form.Field(.deletionWord, .deletionField, limit: 40)],
        submit: .profile(.deleteAccount), title: .deletion))
  case .deleteAccount: return deleteAccount(&state)
  }
  return []
}

private func export(_ state: inout State) -> [Effect] {
  guard let form = state.openForm, form.sheet == .profile(.export), !form.isBusy else { return [] }
  let path = form[.exportPath]
  if path.allSatisfy(\.isWhitespace) {
    return state.rejectInForm(.phrase(.exportNoPath))
  }
  if state.refusesAway(.profile(.export)) { return [] }
  state.form?.isBusy = true
  return [.ask(.profile(.export(path: path, name: state.exportName)))]
}

private func deleteAccount(_ state: inout State) -> [Effect] {
  guard let form = state.openForm, form.sheet == .profile(.deletion), !form.isBusy else {
    return []
  }
  let word = state.phrases.say(.deletionWord)
  guard form[.deletionWord].filter({ !$0.isWhitespace }) == word else {
    return state.rejectInForm(.phrase(.deletionMismatch, ["word": word]))
  }
  if state.refusesAway(.profile(.deleteAccount)) { return [] }
  state.form?.isBusy = true
  return [.ask(.profile(.delete))]
}

extension State {
  /// What the file is called unless the member says otherwise.
  var exportName: String { "loyalhub-export-\(settings.zone.local(now).day).json" }

  /// Says below the one field of the open form what is wrong.
  mutating func rejectInForm(_ problem: Form.Problem) -> [Effect] {
    guard let field = form?.fields.first?.id else { return [] }
    form?.isBusy = false
    form?.reject(field, problem)
    if openForm != nil { showProblems() }
    return []
  }

  mutating func failExport(_ failure: ExportFailure) -> [Effect] {
    let problem = Form.Problem(failure)
    guard form?.sheet == .profile(.export) else {
      if isSignedIn { toast(say(problem), isError: true) }
      return []
    }
    return rejectInForm(problem)
  }

  /// The server did not do what a form asked for; what is typed stays.
  mutating func failProfileForm(_ trouble: Trouble) {
    guard let form, form.sheet == .profile(.export) || form.sheet == .profile(.deletion) else {
      toast(words(for: trouble), isError: true)
      return
    }
    if trouble.isAway {
      _ = rejectInForm(.phrase(form.sheet == .profile(.export) ? .exportOffline : .deletionLost))
    } else {
      _ = rejectInForm(.said(words(for: trouble)))
    }
  }
}

extension Form.Problem {
  init(_ failure: ExportFailure) {
    self =
      switch failure {
      case .exists: .phrase(.exportExists)
      case .noFolder: .phrase(.exportNoFolder)
      case .denied: .phrase(.exportDenied)
      case .full: .phrase(.exportFull)
      case .other(let cause): .phrase(.exportFailed, ["cause": cause])
      }
  }
}

extension Element.ID {
  static let exportPath: Element.ID = "export.path"
  static let deletionWord: Element.ID = "deletion.word"
}
