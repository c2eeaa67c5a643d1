/// What a person can ask of form.
public enum FormAction: Equatable, Sendable {
  /// Back to the form, after it was asked whether to lose what was typed.
  case keepTyping
  case drop
  /// What the button does, from any field.
  case submit
  /// So many values further in a field of a form.
  case choose(Element.ID, Int)
}

extension FormAction {
  var access: Access { .everybody }
}

func performForm(_ action: FormAction, _ state: inout State) -> [Effect] {
  switch action {
  case .keepTyping: state.keepTyping()
  case .drop: state.dropForm()
  case .submit:
    guard let form = state.openForm, !form.isBusy else { return [] }
    return perform(form.submit, &state)
  case .choose(let id, let step): state.form?.choose(id, by: step)
  }
  return []
}
