import Cells
import Loyalty

/// Checks what is typed, and has what differs kept until the server has it.
func saveProfile(_ state: inout State) -> [Effect] {
  guard let form = state.openForm, form.sheet == .profile(.form), !form.isBusy,
    let member = state.profile.contents.member
  else { return [] }
  var patch = ProfilePatch()
  var isRefused = false
  for field in ProfilePatch.Field.inForm {
    let typed = form[field.element]
    guard typed != state.profileTexts(of: member)[field] else { continue }
    do throws(ProfileRules.Fault) {
      patch.values.updateValue(try state.kept(typed, as: field), forKey: field)
    } catch {
      isRefused = true
      state.form?.reject(field.element, Form.Problem(error))
    }
  }
  guard !isRefused else {
    state.showProblems()
    return []
  }
  patch.values = patch.values.filter { $0.value != member[$0.key] }
  state.form?.isBusy = true
  guard patch.isEmpty else { return [.keep(.profile(patch))] }
  state.finishSaving(.profileUnchanged)
  return []
}

extension State {
  /// `nil` for a field that was emptied.
  fileprivate func kept(
    _ typed: String, as field: ProfilePatch.Field
  ) throws(ProfileRules.Fault) -> String? {
    let today = settings.zone.local(now).day.daysSince1970
    // The program's zone may be a day ahead; the server knows it.
    let rules = ProfileRules(
      today: Day(daysSince1970: today + 1), languages: program?.languages ?? [])
    guard typed.contains(where: { !$0.isWhitespace }) else { return nil }
    guard field == .birthday else { return try rules.kept(typed, as: field) }
    let words = typed.filter { !$0.isWhitespace }
    return try rules.kept(Day(typed: words)?.description ?? words, as: field)
  }

  /// The change cannot get lost any more: the form goes, with a word about where the change is.
  mutating func finishSaving(_ words: Phrase) {
    guard let form, form.sheet == .profile(.form), form.isBusy else { return }
    sheets.removeAll { $0 == .profile(.form) }
    profile.draft = [:]
    profile.problems = [:]
    focus = nil
    toast(phrases.say(words))
  }

  /// The disk did not take it: it stays in the form.
  mutating func failSaving() {
    guard form?.sheet == .profile(.form) else { return }
    form?.isBusy = false
  }

  /// Gives back what the server refused: into the form, or to the one that opens next.
  mutating func takeBack(_ refusal: ProfileRefusal) -> [Effect] {
    guard isSignedIn else { return [] }
    if form?.sheet == .profile(.form) {
      form?.isBusy = false
      for (field, words) in refusal.problems { form?.reject(field.element, .said(words)) }
      if openForm != nil { showProblems() }
      if refusal.problems.isEmpty { toast(refusal.words, isError: true) }
    } else {
      for (field, value) in refusal.patch.values {
        var text = value ?? ""
        if field == .birthday, let day = Day(text) { text = phrases.typed(day) }
        profile.draft[field] = text
      }
      profile.problems = refusal.problems
      let reason = refusal.problems.min { $0.key.rawValue < $1.key.rawValue }?.value
      toast(phrases.say(.profileRefused, ["reason": reason ?? refusal.words]), isError: true)
    }
    return network.isWorking ? takePull() : []
  }

  /// What shows the profile comes anew from the local store.
  var profileLoads: [Effect] {
    sheets.contains(.profile(.overview)) ? [.load(.profile), .load(.home)] : []
  }
}

extension Form.Problem {
  init(_ fault: ProfileRules.Fault) {
    self =
      switch fault {
      case .empty: .phrase(.profileEmpty)
      case .tooLong(let limit): .phrase(.profileTooLong, ["limit": String(limit)])
      case .notName: .phrase(.profileNotName)
      case .notEmail: .phrase(.profileNotEmail)
      case .notDay: .phrase(.profileNotDay)
      case .dayOutOfRange: .phrase(.profileDayOutOfRange)
      case .unknownLanguage: .phrase(.profileUnknownLanguage)
      }
  }
}
