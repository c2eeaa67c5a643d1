import Cells
import Loyalty

/// What the actions of logging in and out do.
func performLogin(_ action: LoginAction, _ state: inout State) -> [Effect] {
  switch action {
  case .logOut: return [.ask(.login(.logOut))]
  case .askToLogOut:
    state.askToLogOut()
    return []
  case .sendCode, .submitCode, .resendCode, .changeNumber, .insertCode, .takeDemoPhone: break
  }
  guard !state.isPastLogin else { return [] }
  switch action {
  case .logOut, .askToLogOut: return []
  case .sendCode: return sendCode(&state)
  case .resendCode:
    guard case .code(let challenge) = state.login.step, challenge.resendAt <= state.now else {
      return []
    }
    return sendCode(&state, replacing: challenge)
  case .submitCode: return submitCode(&state)
  case .changeNumber:
    if state.login.isBusy, case .code(let challenge) = state.login.step {
      state.login.abandoned.insert(challenge.phone)
    }
    state.login.isBusy = false
    state.login.step = .phone
    state.login.code = TextField(limit: 12)
    state.login.problem = nil
    // It was asked for with the number of before.
    state.login.waitUntil = nil
    state.focus = nil
    return []
  case .takeDemoPhone:
    guard let phone = state.server.demoPhone, state.login.step == .phone, !state.login.isBusy
    else { return [] }
    state.login.phone.replace(with: phone.formatted)
    state.login.problem = nil
    state.focus = nil
    return []
  case .insertCode:
    guard !state.login.isBusy, let code = state.login.takeCode(now: state.now) else { return [] }
    state.login.code.replace(with: code)
    return submitCode(&state)
  }
}

extension State {
  /// The text message whose code can be inserted now.
  public var message: TextMessage? { isPastLogin ? nil : login.message(now: now) }
}

/// Puts the server's words under the field that they are about.
func failLogin(_ request: LoginRequest, _ trouble: Trouble, _ state: inout State) {
  let (isSending, isVerifying): (Bool, Bool)
  switch request {
  case .sendCode: (isSending, isVerifying) = (true, false)
  case .verifyCode: (isSending, isVerifying) = (false, true)
  case .logOut:
    state.toast(state.words(for: trouble), isError: true)
    return
  }
  // The number was changed meanwhile: what became of the one before is no news any more.
  if !state.login.isBusy, !state.login.abandoned.isEmpty {
    state.login.abandoned = []
    return
  }
  state.login.isBusy = false
  state.login.problem = .trouble(trouble)
  switch trouble {
  case .refused(_, _, _, let seconds?), .offline(.busy(let seconds?)):
    let end = state.now.adding(seconds: Int64(seconds))
    if isSending, case .code(var challenge) = state.login.step {
      // Another code has to wait, which its button says; the one that was sent is as good as before.
      challenge.resendAt = max(challenge.resendAt, end)
      state.login.step = .code(challenge)
      var told = trouble
      told.seconds = nil
      state.login.problem = .trouble(told)
    } else {
      state.login.waitUntil = end
    }
  case .refused, .offline, .garbled, .tooLarge, .signedOut, .local, .storage: break
  }
  if isVerifying { state.login.code = TextField(limit: 12) }
  state.focus = nil
}

private func sendCode(_ state: inout State, replacing old: Challenge? = nil) -> [Effect] {
  guard !state.login.isBusy else { return [] }
  guard let phone = PhoneNumber(state.login.phone.text) else {
    state.login.problem = .phoneInvalid
    state.focus = nil
    return []
  }
  state.login.isBusy = true
  state.login.abandoned.remove(phone)
  state.login.problem = nil
  let replaced = old?.phone == phone ? old?.id : nil
  return [.ask(.login(.sendCode(phone, replacing: replaced)))]
}

private func submitCode(_ state: inout State) -> [Effect] {
  guard case .code(let challenge) = state.login.step, !state.login.isBusy else { return [] }
  let code = state.login.code.text.filter(\.isNumber)
  guard code.count == challenge.codeLength else {
    state.login.problem = .codeLength(challenge.codeLength)
    state.focus = nil
    return []
  }
  state.login.isBusy = true
  state.login.problem = nil
  return [.ask(.login(.verifyCode(challenge.id, code: code)))]
}

extension State {
  /// What stands under the field, with the seconds that are still to wait.
  var loginError: String? {
    switch login.problem {
    case nil: return nil
    case .phoneInvalid: return phrases.say(.phoneInvalid)
    case .codeLength(let count): return phrases.say(.codeInvalid, ["count": String(count)])
    case .trouble(var trouble):
      if let end = login.waitUntil {
        let wait = Int(end.seconds(since: now))
        trouble.seconds = wait > 0 ? wait : nil
      }
      // Nobody logs in by themselves: it is the person who tries again.
      return phrases.words(for: trouble, again: .never)
    }
  }
}
