public import Content
import ContentFiles
import Contract
import Loyalty
import Sync

extension ContentExchange {
  /// What a push would do, made out before anything is sent.
  public struct Plan: Sendable {
    public var changes: [ContentChange] = []
    /// What becomes public of screens that have drafts: those that were named, and those whose draft
    /// is in the file that is pushed.
    public var publications: [ContentChange] = []
    /// Changed screens that stay drafts, since others have saved in them what was never pulled.
    public var held: [String] = []
    /// Screens with drafts that this push leaves as they are, when it publishes.
    public var waiting: [String] = []
    fileprivate var items: [Item] = []

    public var isEmpty: Bool { changes.isEmpty && publications.isEmpty }

    fileprivate struct Item: Sendable {
      var slug: String
      var file: ContentFile
      var base: Screen?
      /// As it is on the server; `nil` for a new one.
      var theirs: Screen?
      var isPublished: Bool
      /// Whether drafts that were never pulled may be published with it.
      var isNamed: Bool
      /// Of the draft that was pulled last.
      var pulled: String?

      /// Whether its file has all that is saved and not published in a screen.
      func hasAll(of screen: Screen) -> Bool {
        screen.status == .published || (pulled != nil && screen.etag == pulled)
      }
    }
  }

  /// What is not changed by the push is neither checked nor published, unless it is named; nor is a
  /// draft of the same screen that was never pulled.
  ///
  /// - Parameter names: the screens that are pushed, by their short names; none is all that the
  ///   files change.
  /// - Throws: `conflicts`, `findings`, or what keeps the server from being asked.
  public func plan(
    _ folder: ContentFolder, only names: [String] = [], publishing: Bool
  ) async throws(ContentFailure) -> Plan {
    let files = try folder.files()
    let names = try names.map { name throws(ContentFailure) in
      // Whoever lets the shell complete a name gives that of a file.
      let file = files.first { $0.key == name } ?? files.first { $0.value.isNamed(name) }
      guard let file else {
        throw .unknown(name, nearest: nearest(name, among: files.keys.sorted()))
      }
      return file.key
    }
    let state = try folder.state()
    let drafts = try await drafts()
    let pictures =
      files.values.contains { !$0.screen.pictures.isEmpty } ? folder.pictures.names() : [:]
    func change(_ slug: String, isNew: Bool, from old: Screen, to new: Screen) -> ContentChange {
      ContentChange(
        slug: slug, isNew: isNew, difference: ScreenDifference(from: old, to: new),
        pictures: pictures)
    }
    var plan = Plan()
    var conflicts: [String: [EditConflict]] = [:]
    for (slug, file) in files.sorted(by: { $0.key < $1.key })
    where names.isEmpty || names.contains(slug) {
      let base = state.screens[slug]
      let head = drafts.first { base.map(\.id) == $0.id } ?? drafts.first { $0.slug == slug }
      guard let head else {
        plan.items.append(
          Plan.Item(slug: slug, file: file, isPublished: publishing, isNamed: true))
        plan.changes.append(change(slug, isNew: true, from: .nothing, to: file.screen))
        continue
      }
      let theirs = try await draft(head.id)
      let merge = merge(file.screen, base: base?.content, theirs)
      guard merge.conflicts.isEmpty else {
        conflicts[slug] = merge.conflicts
        continue
      }
      let changed = change(slug, isNew: false, from: theirs, to: merge.screen)
      let (isChanged, isNamed) = (!changed.difference.changes.isEmpty, names.contains(slug))
      var item = Plan.Item(
        slug: slug, file: file, base: base?.content, theirs: theirs, isPublished: false,
        isNamed: isNamed, pulled: base?.etag)
      item.isPublished = publishing && (isNamed || (isChanged && item.hasAll(of: theirs)))
      plan.items.append(item)
      if isChanged { plan.changes.append(changed) }
      guard publishing, theirs.status != .published else { continue }
      if item.isPublished {
        let published = try await published(theirs)
        plan.publications.append(
          change(
            slug, isNew: published == nil, from: published ?? .nothing, to: merge.screen))
      } else if isChanged {
        plan.held.append(slug)
      } else {
        plan.waiting.append(slug)
      }
    }
    if !conflicts.isEmpty { throw .conflicts(conflicts) }
    let touched = Set((plan.changes + plan.publications).map(\.slug))
    try ContentLint(store: store).check(
      files.filter { touched.contains($0.key) }, among: files,
      screens: Set(drafts.map(\.slug)).union(files.keys))
    return plan
  }

  /// Does what was planned; others who save meanwhile are merged with.
  ///
  /// - Parameters:
  ///   - key: makes the name of one attempt to create.
  ///   - done: what has been done so far, also when it throws at last.
  public func carryOut(
    _ plan: Plan, _ folder: ContentFolder, key: () -> String, done: (ContentStep) -> Void
  ) async throws(ContentFailure) {
    var state = try folder.state()
    for item in plan.items {
      try await sendPictures(of: item.file.screen, known: item.theirs, from: folder, done: done)
      var (screen, isAllOurs) = try await save(item, key: key(), done: done)
      state.screens[item.slug] = nil
      state.screens[screen.slug] = base(screen)
      // After each: what is saved there is known here, whatever comes next.
      try folder.write(screen.canonical, over: item.file)
      try folder.write(state)
      guard item.isPublished, screen.status != .published else { continue }
      guard isAllOurs || item.isNamed else {
        done(ContentStep(.held, screen.slug))
        continue
      }
      screen = try await publish(screen)
      state.screens[screen.slug] = base(screen)
      try folder.write(state)
      done(ContentStep(.published, screen.slug))
    }
  }

  /// - Returns: the screen as it is saved, and whether its file has all that is in it.
  private func save(
    _ item: Plan.Item, key: String, done: (ContentStep) -> Void
  ) async throws(ContentFailure) -> (Screen, isAllOurs: Bool) {
    guard var theirs = item.theirs else {
      do throws(SyncFailure) {
        let screen = try await sync.create(item.file.screen, key: key, language: language)
        done(ContentStep(.created, screen.slug))
        return (screen, true)
      } catch {
        throw ContentFailure(error)
      }
    }
    var attempt = 1
    while true {
      let merge = merge(item.file.screen, base: item.base, theirs)
      guard merge.conflicts.isEmpty else { throw .conflicts([item.slug: merge.conflicts]) }
      let isAllOurs = item.hasAll(of: theirs)
      if merge.screen.canonical == theirs.canonical { return (theirs, isAllOurs) }
      do throws(SyncFailure) {
        let screen = try await sync.save(
          merge.screen.canonical, as: theirs.id, over: theirs.etag ?? "", language: language)
        done(ContentStep(.saved(revision: screen.revision), screen.slug))
        return (screen, isAllOurs)
      } catch {
        guard error.isStale, attempt < ContentExchange.tries else { throw ContentFailure(error) }
      }
      attempt += 1
      theirs = try await draft(theirs.id)
    }
  }

  /// What is public of a screen; `nil` when nothing is.
  private func published(_ screen: Screen) async throws(ContentFailure) -> Screen? {
    guard let number = screen.publishedRevision else { return nil }
    do throws(SyncFailure) {
      let revisions = try await sync.revisions(of: screen.id, language: language)
      guard let revision = revisions.first(where: { $0.number == number }) else { return nil }
      return try await sync.revision(revision.id, language: language).content
    } catch {
      throw ContentFailure(error)
    }
  }

  private func publish(_ screen: Screen) async throws(ContentFailure) -> Screen {
    do throws(SyncFailure) {
      return try await sync.publish(
        screen.id, at: nil, over: screen.etag ?? "", language: language)
    } catch {
      throw ContentFailure(error)
    }
  }
}

extension Screen {
  fileprivate static let nothing = Screen(members: [:], blocks: [])
}

extension SyncFailure {
  /// Whether somebody has changed what was to be changed.
  var isStale: Bool {
    if case .problem(let problem) = self { problem.code == .editConflict } else { false }
  }
}
