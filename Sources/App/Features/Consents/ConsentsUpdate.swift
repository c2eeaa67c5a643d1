import Loyalty

/// What the actions about consents do.
func performConsents(_ action: ConsentsAction, _ state: inout State) -> [Effect] {
  guard case .toggle(let id) = action else {
    guard state.sheets.last == .profile(.overview) else { return [] }
    state.openSheet(.consents)
    return [.load(.profile)]
  }
  guard let consent = state.profile.contents.consents?.first(where: { $0.id == id }) else {
    return []
  }
  // A new text of what is required can be agreed to; that it was agreed to stays.
  let isCurrent = consent.givenVersion == consent.version
  if consent.isRequired, consent.isGiven, isCurrent {
    state.toast(state.phrases.say(.consentRequired))
    return []
  }
  let isGiven = consent.isRequired || !consent.isGiven
  return [.keep(.consents([.init(id: id, isGiven: isGiven, version: consent.version)]))]
}
