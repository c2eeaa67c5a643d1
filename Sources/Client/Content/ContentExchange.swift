public import Content
import ContentFiles
import Contract
import LocalStore
public import Loyalty
import Sync

/// Carries screens between a folder and the server, as the member who is signed in.
public struct ContentExchange: Sendable {
  let sync: SyncEngine
  let store: LocalStore
  let language: Language
  /// How often a save is tried over what others save meanwhile.
  static let tries = 4

  /// An account's own session and store.
  public init(
    _ ground: Accounts.Ground, of accounts: Accounts, language: Language, clock: CalendarClock
  ) throws {
    (store, sync, _) = try Launch.engine(
      transport: ground.transport, folders: accounts.folders, account: ground.account,
      environment: Launch.environment(clock))
    self.language = language
  }

  /// Brings what the server has into the files; what was changed here is merged with it.
  public func pull(_ folder: ContentFolder) async throws(ContentFailure) -> [ContentStep] {
    try folder.make()
    let files = try folder.files()
    var state = try folder.state()
    var steps: [ContentStep] = []
    var conflicts: [String: [EditConflict]] = [:]
    let drafts = try await drafts()
    for head in drafts {
      let old = state.screens.first { $0.value.id == head.id }
      let written = files[old?.key ?? head.slug]
      let file = written?.screen
      if let old, old.value.etag == head.etag, file != nil {
        if file != old.value.content.canonical { steps.append(ContentStep(.kept, old.key)) }
        continue
      }
      let theirs = try await draft(head.id)
      let merge = merge(file, base: old?.value.content, theirs)
      guard merge.conflicts.isEmpty else {
        conflicts[head.slug] = merge.conflicts
        continue
      }
      let merged = merge.screen.canonical
      if let old, old.key != theirs.slug { state.screens[old.key] = nil }
      state.screens[theirs.slug] = base(theirs)
      if merged != file || file == nil {
        let isSameName = file?.slug == merged.slug
        try await bringPictures(of: merged, into: folder)
        try folder.write(merged, over: isSameName ? written : nil)
        steps.append(ContentStep(merged == theirs.canonical ? .written : .merged, theirs.slug))
      } else if merged != theirs.canonical {
        steps.append(ContentStep(.kept, theirs.slug))
      }
    }
    let ids = Set(drafts.map(\.id))
    for (slug, base) in state.screens where !ids.contains(base.id) {
      state.screens[slug] = nil
      if files[slug] != nil { steps.append(ContentStep(.gone, slug)) }
    }
    try folder.write(state)
    if !conflicts.isEmpty { throw .conflicts(conflicts) }
    return steps.sorted { $0.slug < $1.slug }
  }

  /// Without a base nobody knows which side changed what: a file that differs is a conflict.
  func merge(_ file: Screen?, base: Screen?, _ theirs: Screen) -> ScreenMerge {
    guard let file else { return ScreenMerge(base: theirs, mine: theirs, theirs: theirs) }
    let nothing = Screen(members: [:], blocks: [])
    return ScreenMerge(
      base: base?.canonical ?? nothing, mine: file.canonical, theirs: theirs.canonicalWithState)
  }

  func base(_ screen: Screen) -> ContentFolder.Base {
    ContentFolder.Base(id: screen.id, etag: screen.etag ?? "", content: screen.canonical)
  }

  /// All drafts, without blocks; what blocks can be for is asked for with them.
  func drafts() async throws(ContentFailure) -> [Screen] {
    // NB: a server that does not tell it leaves the check to itself.
    _ = try? await sync.contentChoices(language: language)
    do throws(SyncFailure) {
      return try await sync.drafts(language: language).body.data
    } catch {
      throw ContentFailure(error)
    }
  }

  func draft(_ id: Screen.ID) async throws(ContentFailure) -> Screen {
    do throws(SyncFailure) {
      return try await sync.draft(id, language: language)
    } catch {
      throw ContentFailure(error)
    }
  }
}

extension Screen {
  /// The canonical content, with what only the server writes beside it.
  var canonicalWithState: Screen {
    var screen = canonical
    for name in Screen.managed { screen.members[name] = members[name] }
    return screen
  }
}

extension ContentFailure {
  init(_ failure: SyncFailure) {
    failure.note()
    switch failure {
    case .offline(let cause, _): self = .offline(cause.cleaned)
    case .cancelled: self = .offline(.dropped)
    case .signedOut: self = .notAllowed("")
    case .problem(let problem):
      let words =
        ([problem.title, problem.detail ?? ""]
        + problem.errors.prefix(20).map {
          "\($0.pointer): \($0.message)"
        }).filter { !$0.isEmpty }.map { Loyalty.cleaned($0, limit: 300) }
      self =
        problem.status == 401 || problem.status == 403
        ? .notAllowed(Loyalty.cleaned(problem.title, limit: 200))
        : .refused(words.joined(separator: "\n"))
    case .garbled, .tooLarge: self = .garbled
    case .store(_, let problem): self = problem.map { Self.storage($0) } ?? .local(.other)
    case .unsupported: self = .local(.library)
    }
  }
}
