import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  /// What the server sent, as it will be when what waits has reached it.
  func profile() -> Event {
    do {
      let stored = try store.documentWithOutbox(.member)
      var member = try stored.body.map { try Wire.decode(Member.self, from: $0) }
      for item in stored.outbox { member?.apply(item) }
      let agreed = try store.documentWithOutbox(.consents)
      var consents = try agreed.body.map { try Wire.decode(Consents.self, from: $0) }
      for item in agreed.outbox { consents?.apply(item) }
      return .profileLoaded(
        ProfileContents(
          member: member?.cleaned, consents: consents?.consents.prefix(20).map(\.cleaned),
          isProfileWaiting: stored.outbox.contains { $0.kind == .profile },
          areConsentsWaiting: agreed.outbox.contains { $0.kind == .consents },
          confirmedAt: try store.confirmed(.member)))
    } catch {
      return .failed(.store, Trouble(local: error))
    }
  }

  /// Kept on the disk before the event arrives; sent later.
  func save(_ patch: ProfilePatch) -> Event {
    keeping { () throws(SyncFailure) in try sync.change(patch) }
  }

  func set(_ change: Consent.Change) -> Event {
    keeping { () throws(SyncFailure) in try sync.set(change) }
  }

  func askProfile(_ effect: Effect, _ language: Language) async throws(SyncFailure) -> Event {
    switch effect {
    case .endSession(let id): try await sync.endSession(id, language: language)
    case .endOtherSessions: try await sync.endSession(nil, language: language)
    case .export(let path, let name):
      let bytes = try await sync.export(language: language)
      do throws(ExportFailure) {
        return .exported(
          path: try ExportFile(folder: exports, name: name, home: homeFolder).write(bytes, to: path)
        )
      } catch {
        Log.shared.write("export: no file was made: \(error)", at: clock.machine)
        return .exportFailed(error)
      }
    case .deleteAccount:
      return .accountDeleted(isConfirmed: try await sync.deleteAccount(language: language))
    default:
      let sessions = try await sync.loginSessions(language: language)
      return .sessionsLoaded(sessions.prefix(100).map(\.cleaned))
    }
    return .sessionsEnded
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
    return .profileRefused(
      ProfileRefusal(
        patch: patch, problems: problems,
        words: Loyalty.cleaned(profile.problem.title, limit: 200)))
  }
}

extension Member {
  /// With texts that may be drawn.
  fileprivate var cleaned: Member {
    var member = self
    member.name = Loyalty.cleaned(name, limit: 130)
    member.phone = Loyalty.cleaned(phone, limit: 30)
    member.firstName = firstName.map { Loyalty.cleaned($0, limit: 60) }
    member.lastName = lastName.map { Loyalty.cleaned($0, limit: 60) }
    member.email = email.map { Loyalty.cleaned($0, limit: 254) }
    member.city = city.map { Loyalty.cleaned($0, limit: 60) }
    return member
  }
}

extension Consent {
  fileprivate var cleaned: Consent {
    var consent = self
    consent.title = title.cleaned(limit: 80)
    consent.text = text.cleaned(limit: 400)
    return consent
  }
}

extension LoginSession {
  fileprivate var cleaned: LoginSession {
    var session = self
    session.device = device.map { Loyalty.cleaned($0, limit: 120) }
    return session
  }
}
