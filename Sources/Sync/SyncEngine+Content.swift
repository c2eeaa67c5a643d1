public import Content
public import Contract
public import Loyalty

/// What editors and publishers ask of the server; the list of screens and the choices are in the local
/// store when these return, if the disk takes them.
///
/// Each of these throws `forbidden` for a member without the role. A write names the entity tag
/// that it began with and throws `edit_conflict` when the screen has changed meanwhile.
extension SyncEngine {
  /// All screens as they are edited, without their blocks.
  public func drafts(language: Language) async throws(SyncFailure) -> Answer<Page<Screen>> {
    try await bring(Page<Screen>.self, .drafts, as: .drafts, language)
  }

  /// What blocks can be for; kept for the editor without a connection.
  public func contentChoices(
    language: Language
  ) async throws(SyncFailure) -> Answer<ContentChoices> {
    try await bring(ContentChoices.self, .contentChoices, as: .contentChoices, language)
  }

  public func draft(_ id: Screen.ID, language: Language) async throws(SyncFailure) -> Screen {
    try await client.get(Screen.self, .draft(id), language)
  }

  /// - Parameter key: names the attempt, so that trying again makes no second screen.
  public func create(
    _ content: Screen, key: String, language: Language
  ) async throws(SyncFailure) -> Screen {
    let call = Call(
      route: .createScreen, language: language, body: Wire.encode(content.content), key: key)
    return try await client.send(call).body(Screen.self)
  }

  /// Puts a content in place of the newest one, as a new revision.
  public func save(
    _ content: Screen, as id: Screen.ID, over etag: String, language: Language
  ) async throws(SyncFailure) -> Screen {
    try await write(.saveDraft(id), Wire.encode(content.content), over: etag, language)
  }

  /// - Parameter time: `nil` is now.
  public func publish(
    _ id: Screen.ID, at time: Instant?, over etag: String, language: Language
  ) async throws(SyncFailure) -> Screen {
    try await write(.publish(id), Wire.encode(Publication(at: time)), over: etag, language)
  }

  /// Takes the screen out of the app, and back what was to be published later.
  public func unpublish(
    _ id: Screen.ID, over etag: String, language: Language
  ) async throws(SyncFailure) -> Screen {
    try await write(.unpublish(id), [], over: etag, language)
  }

  /// Takes back what was to be published later; the app goes on showing what it shows.
  public func cancelPlan(
    _ id: Screen.ID, over etag: String, language: Language
  ) async throws(SyncFailure) -> Screen {
    try await write(.cancelPlan(id), [], over: etag, language)
  }

  /// Makes the content of an old revision the newest one.
  public func revert(
    _ id: Screen.ID, to revision: ScreenRevision.ID, over etag: String, language: Language
  ) async throws(SyncFailure) -> Screen {
    try await write(.revert(id), Wire.encode(Revert(revision: revision)), over: etag, language)
  }

  public func delete(
    _ id: Screen.ID, over etag: String, language: Language
  ) async throws(SyncFailure) {
    let asker = try asker(language)
    let call = Call(route: .deleteScreen(id), language: language, ifMatch: etag)
    try await client.send(call).checkSuccess()
    _ = try asker.keep(.drafts) { body in
      // NB: a list that cannot be read is replaced by the next one.
      guard var page = body.flatMap({ try? Wire.decode(Page<Screen>.self, from: $0) }) else {
        return nil
      }
      page.data.removeAll { $0.id == id }
      return Wire.encode(page)
    }
  }

  /// Newest first, without contents.
  public func revisions(
    of id: Screen.ID, language: Language
  ) async throws(SyncFailure) -> [ScreenRevision] {
    try await client.get(Page<ScreenRevision>.self, .revisions(id), language).data
  }

  public func revision(
    _ id: ScreenRevision.ID, language: Language
  ) async throws(SyncFailure) -> ScreenRevision {
    try await client.get(ScreenRevision.self, .revision(id), language)
  }

  /// Says that the screen is open in an editor, for `Presence.lifetime` seconds.
  public func announce(
    _ presence: Presence, in id: Screen.ID, language: Language
  ) async throws(SyncFailure) -> ScreenEditors {
    let call = Call(
      route: .announceEditor(id), language: language, body: Wire.encode(presence))
    return try await client.send(call).body(ScreenEditors.self)
  }

  public func dismiss(from id: Screen.ID, language: Language) async throws(SyncFailure) {
    try await client.send(Call(route: .dismissEditor(id), language: language)).checkSuccess()
  }

  private func write(
    _ route: Route, _ body: [UInt8], over etag: String, _ language: Language
  ) async throws(SyncFailure) -> Screen {
    let call = Call(route: route, language: language, body: body, ifMatch: etag)
    return try await client.send(call).body(Screen.self)
  }
}
