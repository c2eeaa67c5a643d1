import Loyalty

/// What the actions of whoever joins do.
func performJoining(_ action: JoiningAction, _ state: inout State) -> [Effect] {
  guard state.isJoining else { return [] }
  switch action {
  case .next:
    // What cannot be taken is said before the terms are agreed to.
    if state.checkedName() != nil { state.focus = .agree }
    return []
  case .toggle(let id):
    guard state.joining.page?.choices.contains(where: { $0.id == id }) == true else { return [] }
    state.joining.page?.given.formSymmetricDifference([id])
    return []
  case .agree: return agree(&state)
  }
}

/// Keeps all of it on this machine, from where it is sent: it cannot get lost any more.
private func agree(_ state: inout State) -> [Effect] {
  guard let page = state.joining.page, let name = state.checkedName() else { return [] }
  let given = page.terms + page.choices.filter { page.given.contains($0.id) }
  state.joining = JoiningState()
  state.joining.isSettled = true
  state.focus = nil
  let patch: [Effect] = name.isEmpty ? [] : [.keep(.profile(name))]
  let changes = given.map { Consent.Change(id: $0.id, isGiven: true, version: $0.version) }
  return patch + [.keep(.consents(changes)), .load(.profile), .load(.home)] + state.pull()
}

extension State {
  /// What the name that was typed changes; `nil` when it cannot be taken, which is said then.
  fileprivate mutating func checkedName() -> ProfilePatch? {
    guard joining.page?.asksName == true else { return ProfilePatch() }
    // As the server tells a first name from the rest of it.
    let words = joining.name.text.split(separator: " ", maxSplits: 1).map(String.init)
    let rules = ProfileRules(today: settings.zone.local(now).day, languages: [])
    var patch = ProfilePatch()
    do throws(ProfileRules.Fault) {
      for (field, text) in zip([ProfilePatch.Field.firstName, .lastName], words)
      where text.contains(where: { !$0.isWhitespace }) {
        patch.values.updateValue(try rules.kept(text, as: field), forKey: field)
      }
    } catch {
      joining.problem = Form.Problem(error)
      focus = nil
      return nil
    }
    return patch
  }
}
