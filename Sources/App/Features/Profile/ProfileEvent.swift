/// What happens to the member's own data.
public enum ProfileEvent: Equatable, Sendable {
  case loaded(ProfileContents)
  /// The server will never take what was typed.
  case refused(ProfileRefusal)
  /// Everything is in a new file, at this path.
  case exported(path: String)
  case exportFailed(ExportFailure)
  /// Nothing of the member is left on this machine; whether the server said that it is so there.
  case deleted(isConfirmed: Bool)
}

/// What is asked of the server about the member's own data.
public enum ProfileRequest: Equatable, Sendable {
  /// All that it keeps about the member, for a new file.
  ///
  /// `name` is what it is called when the path is a folder.
  case export(path: String, name: String)
  case delete
}

func takeProfile(_ event: ProfileEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    guard state.isSignedIn else { return [] }
    state.profile.contents = contents
    return []
  case .refused(let refusal): return state.takeBack(refusal)
  case .exported(let path):
    guard state.isSignedIn else { return [] }
    state.profile.exportedPath = path
    if state.form?.sheet == .profile(.export) {
      state.form = nil
      state.focus = nil
    } else {
      state.toast(state.phrases.say(.exportDone, ["path": path]))
    }
    return []
  case .exportFailed(let failure): return state.failExport(failure)
  case .deleted(let isConfirmed):
    state.leaveAccount()
    state.toast(state.phrases.say(isConfirmed ? .deletionDone : .deletionUnknown))
    return [.load(.home)]
  }
}
