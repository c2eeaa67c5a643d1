import Content
import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

@Suite struct ContentTests {
  private func editor() async throws -> (bench: Bench, token: String) {
    let bench = try Bench()
    return (bench, try await bench.signIn(Bench.vera).accessToken)
  }

  @Test func `what is in the app, in the order of the app`() async throws {
    let bench = try Bench()
    let screens = try await bench.published()
    #expect(screens.map(\.slug) == ["news", "about", "faq", "winter"])
    #expect(screens[0].title.values["en"] == "News")
    let guest = screens[0].blocks.map(\.id.rawValue)
    #expect(!guest.contains("regulars") && !guest.contains("gold"))
    // Languages and times are the client's.
    #expect(guest.contains("moscow") && guest.contains("week"))
    let anna = try await bench.signIn().accessToken
    let own = try await bench.published(anna)[0].blocks.map(\.id.rawValue)
    #expect(own.contains("regulars"))
    let one = await bench.ask(.screen(slug: "winter"), nil)
    #expect(one.status == .ok)
    let again = await bench.send(
      .screen(slug: "winter"), fields: [.ifNoneMatch: one.fields[.eTag] ?? ""])
    #expect(again.status == .notModified)
    #expect(await bench.ask(.screen(slug: "delivery"), nil).status == .notFound)
  }

  @Test func `the seed's screens are fit to be published`() async throws {
    for seed in Seed.allCases {
      let bench = try Bench(seed: seed)
      let languages = try bench.server.store.program().languages
      let choices = try bench.server.store.contentChoices(at: bench.now)
      let ground = LintGround(
        languages: languages, tiers: Set(choices.tiers), segments: Set(choices.segments))
      for screen in try await bench.published() {
        #expect(screen.findings(on: ground).filter { $0.severity == .error } == [])
      }
    }
  }

  @Test func `editors are told what blocks can be for, and whose clock counts`() async throws {
    let (bench, vera) = try await editor()
    let answer = await bench.ask(.contentChoices, vera)
    let choices = try Wire.decode(ContentChoices.self, from: answer.body)
    #expect(choices.tiers.prefix(3) == ["tier_bean", "tier_silver", "tier_gold"])
    #expect(Set(["newcomers", "regulars", "morning"]).isSubset(of: choices.segments))
    #expect(choices.segments == choices.segments.sorted())
    #expect(choices.timeZone == "Europe/Moscow" && choices.zone == Zone(initialOffset: 3 * 3600))
    let anna = try await bench.signIn().accessToken
    #expect(await bench.ask(.contentChoices, anna).status == .forbidden)
  }

  @Test func `a block for a tier or a segment that is not there is not published`() async throws {
    let (bench, vera) = try await editor()
    let draft = try await bench.screen(.draft(.news), vera)
    for (name, code) in [("tiers", "unknown_tier"), ("segments", "unknown_segment")] {
      var screen = draft
      screen.blocks[0][["visibility", name]] = ["Да!"]
      let tag = try await bench.screen(.draft(.news), vera).etag
      let saved = await bench.ask(.saveDraft(.news), vera, body: screen.content, tag: tag)
      #expect(saved.status == .ok)
      let problem = try bench.problem(
        await bench.ask(
          .publish(.news), vera, body: Publication(), tag: saved.fields[.eTag] ?? ""))
      #expect(problem.code == .publishBlocked && problem.errors.map(\.code) == [code])
    }
  }

  @Test(arguments: [nil, Bench.anna, Bench.boris, Bench.vera, Bench.admin])
  func `who may do what`(phone: String?) async throws {
    let bench = try Bench()
    var token: String?
    if let phone { token = try await bench.signIn(phone).accessToken }
    let stranger = token == nil ? HTTPResponse.Status.unauthorized : .forbidden
    let isEditor = phone != nil && phone != Bench.anna
    let isPublisher = phone == Bench.vera || phone == Bench.admin
    #expect(await bench.ask(.drafts, token).status == (isEditor ? .ok : stranger))
    #expect(await bench.ask(.revisions(.news), token).status == (isEditor ? .ok : stranger))
    for route in [Route.saveDraft(.news), .revert(.news)] {
      #expect(
        await bench.ask(route, token, body: Revert(revision: .init("x"))).status.code
          == (isEditor ? (route == .revert(.news) ? 428 : 422) : stranger.code))
    }
    #expect(
      await bench.ask(.publish(.news), token, body: Publication()).status.code
        == (isPublisher ? 428 : stranger.code))
    for route in [Route.unpublish(.news), .cancelPlan(.news), .deleteScreen(.news)] {
      #expect(await bench.ask(route, token).status.code == (isPublisher ? 428 : stranger.code))
    }
  }

  @Test func `a save is a revision, and a stale one is told what has changed`() async throws {
    let (bench, token) = try await editor()
    let draft = try await bench.screen(.draft(.news), token)
    let tag = try #require(draft.etag)
    #expect(draft.status == .modified && draft.revision == 4 && draft.publishedRevision == 3)
    var mine = draft.content
    mine.blocks[1][["text", "en"]] = "Mine"
    mine.blocks[1].members["glow"] = ["deep": 1]
    mine.members["moon"] = "full"
    let saved = await bench.ask(.saveDraft(.news), token, body: mine, tag: tag)
    #expect(saved.status == .ok)
    let screen = try Wire.decode(Screen.self, from: saved.body)
    #expect(screen.revision == 5 && screen.etag != tag && screen.etag == saved.fields[.eTag])
    #expect(screen.content == mine)
    #expect(screen.updatedBy?.name == "Вера Ким")

    // The same content again: its answer may have got lost.
    #expect(await bench.ask(.saveDraft(.news), token, body: mine, tag: tag).status == .ok)
    var other = draft.content
    other.blocks[2][["text", "en"]] = "Other"
    let stale = await bench.ask(.saveDraft(.news), token, body: other, tag: tag)
    #expect(stale.status.code == 412)
    let conflict = try #require(try bench.problem(stale).conflict)
    #expect(conflict.etag == screen.etag && conflict.revision == 5)
    #expect(conflict.changedBlocks == [mine.blocks[1].id])
    #expect(conflict.author?.name == "Вера Ким")
    for field in ["W/\(screen.etag ?? "")", "nonsense", "\"9.9\""] {
      let answer = await bench.ask(.saveDraft(.news), token, body: other, tag: field)
      #expect(answer.status.code == 412)
    }
    let listed = "\"x\", \(screen.etag ?? "")"
    #expect(await bench.ask(.saveDraft(.news), token, body: other, tag: listed).status == .ok)
    #expect(await bench.ask(.saveDraft(.news), token, body: mine).status.code == 428)
  }

  @Test func `of fifty saves over one state one wins`() async throws {
    let (bench, token) = try await editor()
    let draft = try await bench.screen(.draft(.delivery), token)
    let tag = try #require(draft.etag)
    let statuses = await withTaskGroup(of: Int.self) { group in
      for number in 0..<50 {
        group.addTask {
          var mine = draft.content
          mine.blocks[0][["text", "en"]] = .string("Attempt \(number)")
          return await bench.ask(.saveDraft(.delivery), token, body: mine, tag: tag).status.code
        }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 200 } == 1)
    #expect(statuses.count { $0 == 412 } == 49)
  }

  @Test func `a revert brings back the same bytes`() async throws {
    let (bench, token) = try await editor()
    let page = try Wire.decode(
      Page<ScreenRevision>.self, from: await bench.ask(.revisions(.news), token).body)
    #expect(page.data.map(\.number) == [4, 3, 2, 1])
    #expect(page.data.map { $0.publishedAt != nil } == [false, true, true, true])
    let first = try #require(page.data.last)
    let old = await bench.ask(.revision(first.id), token).body
    let tag = try await bench.screen(.draft(.news), token).etag
    let answer = await bench.ask(
      .revert(.news), token, body: Revert(revision: first.id), tag: tag)
    #expect(answer.status == .ok)
    let newest = try Wire.decode(
      Page<ScreenRevision>.self, from: await bench.ask(.revisions(.news), token).body
    ).data[0]
    #expect(newest.number == 5 && newest.reverts == 1)
    let new = await bench.ask(.revision(newest.id), token).body
    let contents = try [old, new].map {
      Wire.encode(try Wire.decode(ScreenRevision.self, from: $0).content)
    }
    #expect(contents[0] == contents[1])
    let bytes = try bench.server.store.database.read { connection in
      try connection.query(
        "SELECT content FROM screen_revision WHERE screen = 'scr_news' AND number IN (1, 5)",
        [], { $0.text(0) })
    }
    #expect(bytes.count == 2 && bytes[0] == bytes[1])
    let other = await bench.ask(
      .revert(.delivery), token, body: Revert(revision: first.id),
      tag: try await bench.screen(.draft(.delivery), token).etag)
    #expect(other.status.code == 422)
  }

  @Test func `the newest 200 revisions are kept, what the app shows and what is planned`()
    async throws
  {
    let (bench, token) = try await editor()
    let before = try await bench.screen(.draft(.news), token)
    let shown = try #require(before.publishedRevision)
    // As from before there was a limit, with a plan of long ago.
    let ended = before.revision + 220
    try bench.server.store.database.write(locking: []) { connection in
      try connection.execute(
        """
        WITH RECURSIVE counted (n) AS (
          SELECT ?1 + 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?2)
        INSERT INTO screen_revision
        SELECT 'rev_' || n, screen, n, content, author, author_name, created_at, NULL, NULL
        FROM counted JOIN screen_revision ON screen = 'scr_news' AND number = ?1
        """, [.integer(Int64(before.revision)), .integer(Int64(ended))])
      _ = try connection.execute(
        """
        UPDATE screen SET revision = ?, scheduled = ?, publish_at = ? WHERE id = 'scr_news'
        """,
        [
          .integer(Int64(ended)), .integer(Int64(before.revision + 2)),
          .integer(bench.now.adding(days: 30).rawValue),
        ])
    }
    func kept() async throws -> [ScreenRevision] {
      try Wire.decode(
        Page<ScreenRevision>.self, from: await bench.ask(.revisions(.news), token).body
      ).data
    }
    let old = try #require(try await kept().first { $0.number == before.revision + 1 })
    var draft = try await bench.screen(.draft(.news), token)
    for number in 0..<10 {
      let count = try await kept().count
      draft.blocks[0][["text", "en"]] = .string("Attempt \(number)")
      let saved = await bench.ask(
        .saveDraft(.news), token, body: draft.content, tag: draft.etag ?? "")
      #expect(saved.status == .ok)
      draft = try Wire.decode(Screen.self, from: saved.body)
      // No save pays for all of them.
      #expect(try await kept().count > count - ContentDesk.mostRemoved)
    }
    let all = try await kept().map(\.number)
    let newest = Array((ended + 10 - 199...ended + 10).reversed())
    #expect(all == newest + [before.revision + 2, shown].sorted(by: >))
    // Whoever has the list from before is told in words.
    for (language, words) in [("en", "no longer kept"), ("ru", "больше нет")] {
      let gone = await bench.send(
        .revision(old.id), token: token, fields: [.acceptLanguage: language])
      #expect(gone.status == .notFound)
      #expect(try bench.problem(gone).detail?.contains(words) == true)
    }
    let back = await bench.ask(
      .revert(.news), token, body: Revert(revision: old.id), tag: draft.etag ?? "")
    #expect(back.status.code == 422)
    #expect(try bench.problem(back).errors.first?.message.contains("200") == true)
    // What has changed since then is not known any more: an edit from there is refused all the same.
    let stale = await bench.ask(
      .saveDraft(.news), token, body: before.content, tag: "\"\(old.number).1\"")
    #expect(stale.status.code == 412)
  }

  @Test func `a new screen, and a name that is taken`() async throws {
    let (bench, token) = try await editor()
    let screen = Screen(slug: "fresh", title: [.russian: "Новое"], blocks: [])
    let key = Bench.key()
    let made = await bench.send(
      .createScreen, body: Wire.encode(screen), token: token, key: key)
    #expect(made.status == .created)
    let again = await bench.send(
      .createScreen, body: Wire.encode(screen), token: token, key: key)
    #expect(again.body == made.body)
    let other = await bench.ask(.createScreen, token, body: screen)
    #expect(try bench.problem(other).errors.map(\.pointer) == ["/slug"])
    let id = try Wire.decode(Screen.self, from: made.body).id
    let gone = await bench.ask(
      .deleteScreen(id), token, tag: try Wire.decode(Screen.self, from: made.body).etag)
    #expect(gone.status == .noContent)
    #expect(await bench.ask(.draft(id), token).status == .notFound)
    #expect(await bench.ask(.createScreen, token, body: screen).status == .created)
  }
}
