import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  /// What the server sent, as it will be when what waits has reached it.
  func profile() throws -> ProfileContents {
    let stored = try documentWithOutbox(Member.self, .member) { $0.apply($1) }
    let agreed = try documentWithOutbox(Consents.self, .consents) { $0.apply($1) }
    return ProfileContents(
      member: stored.body, consents: agreed.body?.consents,
      isProfileWaiting: stored.outbox.contains { $0.kind == .profile },
      areConsentsWaiting: agreed.outbox.contains { $0.kind == .consents },
      confirmedAt: try store.confirmed(.member))
  }

  func ask(
    _ request: ProfileRequest, _ language: Language
  ) async throws(SyncFailure) -> ProfileEvent {
    switch request {
    case .export(let path, let name):
      let bytes = try await sync.export(language: language)
      do throws(ExportFailure) {
        let file = ExportFile(folder: exports, name: name, home: homeFolder)
        return .exported(path: try file.write(bytes, to: path))
      } catch {
        Log.shared.write("export: no file was made: \(error)", at: clock.machine)
        return .exportFailed(error)
      }
    case .delete: return .deleted(isConfirmed: try await sync.deleteAccount(language: language))
    }
  }

  func ask(
    _ request: SessionsRequest, _ language: Language
  ) async throws(SyncFailure) -> [Event] {
    switch request {
    case .list:
      let sessions = try await sync.loginSessions(language: language)
      let shown = sessions.isStored ? [] : [Event.sessions(.loaded(sessions.body.cleaned.data))]
      return shown + [.sessions(.listed)]
    case .end(let id): try await sync.endSession(id, language: language)
    case .endOthers: try await sync.endSession(nil, language: language)
    }
    return [.sessions(.ended)]
  }

  /// Where the member was signed in when the server was last asked; `nil` when it never was.
  func loginSessions() throws -> [LoginSession]? {
    try document(Page<LoginSession>.self, .sessions)?.data
  }

  /// What came of what waited, when some of it was refused; a refused profile matters most, for it
  /// was typed.
  func refused(_ refusals: [OutboxRefusal]) -> Event? {
    guard let last = refusals.last else { return nil }
    let profile = refusals.last { $0.item.kind == .profile }
    guard let profile,
      let patch = try? Wire.decode(ProfilePatch.self, from: profile.item.body)
    else { return .failed(.outbox, Trouble(.problem(last.problem))) }
    var problems: [ProfilePatch.Field: String] = [:]
    for error in profile.problem.errors.prefix(20) {
      guard let field = ProfilePatch.Field(rawValue: String(error.pointer.dropFirst())) else {
        continue
      }
      problems[field] = Loyalty.cleaned(error.message, limit: 200)
    }
    return .profile(
      .refused(
        ProfileRefusal(
          patch: patch, problems: problems,
          words: Loyalty.cleaned(profile.problem.title, limit: 200))))
  }
}

extension Member: Foreign {
  var cleaned: Member {
    Member(
      id: id, name: Loyalty.cleaned(name, limit: 130), phone: Loyalty.cleaned(phone, limit: 30),
      joinedAt: joinedAt, roles: roles,
      firstName: firstName.map { Loyalty.cleaned($0, limit: 60) },
      lastName: lastName.map { Loyalty.cleaned($0, limit: 60) },
      email: email.map { Loyalty.cleaned($0, limit: 254) }, birthday: birthday,
      language: language, city: city.map { Loyalty.cleaned($0, limit: 60) })
  }
}

extension Consents: Foreign {
  var cleaned: Consents { Consents(consents: consents.prefix(20).map(\.cleaned)) }
}

extension Consent {
  fileprivate var cleaned: Consent {
    Consent(
      id: id, title: title.cleaned(limit: 80), text: text.cleaned(limit: 400),
      document: document?.cleaned(limit: 20_000, keepingNewlines: true),
      version: Loyalty.cleaned(version, limit: 40), isRequired: isRequired, givenAt: givenAt,
      givenVersion: givenVersion.map { Loyalty.cleaned($0, limit: 40) })
  }
}

extension LoginSession: Foreign {
  static let longestList = 100

  var cleaned: LoginSession {
    LoginSession(
      id: id, device: device.map { Loyalty.cleaned($0, limit: 120) }, createdAt: createdAt,
      lastUsedAt: lastUsedAt, isCurrent: isCurrent)
  }
}
