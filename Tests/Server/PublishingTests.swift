import Content
import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

@Suite struct PublishingTests {
  private func publisher() async throws -> (bench: Bench, token: String) {
    let bench = try Bench()
    return (bench, try await bench.signIn(Bench.vera).accessToken)
  }

  private func titles(_ bench: Bench) async throws -> [String: String] {
    try await bench.published().reduce(into: [:]) {
      $0[$1.slug] = $1.blocks.first?.text.values["ru"] ?? ""
    }
  }

  @Test func `published now, and taken out again`() async throws {
    let (bench, token) = try await publisher()
    let draft = try await bench.screen(.draft(.news), token)
    let answer = await bench.ask(
      .publish(.news), token, body: Publication(), tag: draft.etag)
    #expect(answer.status == .ok)
    let screen = try Wire.decode(Screen.self, from: answer.body)
    #expect(screen.status == .published && screen.publishedRevision == 4)
    #expect(screen.members["published_at"]?.string == bench.now.rfc3339)
    #expect(try await titles(bench)["news"] == "Зима в «Зёрнах» уже скоро")
    let stale = await bench.ask(.unpublish(.news), token, tag: draft.etag)
    #expect(stale.status.code == 412)
    let out = try await bench.screen(.unpublish(.news), token, tag: screen.etag)
    #expect(out.status == .draft && out.publishedRevision == nil)
    #expect(try await titles(bench)["news"] == nil)
  }

  @Test func `published at a time: that revision, at that moment, on any instance`() async throws {
    let (bench, token) = try await publisher()
    let twin = try Bench(seed: nil, sharing: bench)
    let draft = try await bench.screen(.draft(.news), token)
    let time = bench.now.adding(seconds: 300)
    let planned = try Wire.decode(
      Screen.self,
      from: await bench.ask(
        .publish(.news), token, body: Publication(at: time), tag: draft.etag
      ).body)
    #expect(planned.publishAt == time && planned.status == .modified)
    // Saved later: stays out.
    var later = draft.content
    later.blocks[0][["text", "ru"]] = "Позже"
    #expect(
      await bench.ask(.saveDraft(.news), token, body: later, tag: planned.etag).status == .ok)
    bench.pass(seconds: 299)
    #expect(try await titles(twin)["news"] == "Зима в «Зёрнах»")
    bench.pass(seconds: 1)
    #expect(try await titles(twin)["news"] == "Зима в «Зёрнах» уже скоро")
    let now = try await bench.screen(.draft(.news), token)
    #expect(now.publishAt == nil && now.publishedRevision == 4 && now.revision == 5)
    #expect(now.members["published_at"]?.string == time.rfc3339 && now.status == .modified)
  }

  @Test(arguments: [-60, 0, 367 * 86_400]) func `not in the past, nor beyond a year`(
    seconds: Int64
  ) async throws {
    let (bench, token) = try await publisher()
    let tag = try await bench.screen(.draft(.news), token).etag
    let answer = await bench.ask(
      .publish(.news), token, body: Publication(at: bench.now.adding(seconds: seconds)),
      tag: tag)
    #expect(try bench.problem(answer).errors.map(\.pointer) == ["/at"])
  }

  @Test func `a plan is taken back with the screen`() async throws {
    let (bench, token) = try await publisher()
    let tag = try await bench.screen(.draft(.news), token).etag
    let planned = try Wire.decode(
      Screen.self,
      from: await bench.ask(
        .publish(.news), token, body: Publication(at: bench.now.adding(seconds: 60)), tag: tag
      ).body)
    _ = await bench.ask(.unpublish(.news), token, tag: planned.etag)
    bench.pass(seconds: 120)
    #expect(try await titles(bench)["news"] == nil)
  }

  @Test func `a plan is taken back without the screen`() async throws {
    let (bench, token) = try await publisher()
    let before = try await titles(bench)["news"]
    let tag = try await bench.screen(.draft(.news), token).etag
    let planned = try Wire.decode(
      Screen.self,
      from: await bench.ask(
        .publish(.news), token, body: Publication(at: bench.now.adding(seconds: 60)), tag: tag
      ).body)
    #expect(planned.publishAt != nil)
    let stale = await bench.ask(.cancelPlan(.news), token, tag: tag)
    #expect(stale.status.code == 412)
    let left = try await bench.screen(.cancelPlan(.news), token, tag: planned.etag)
    #expect(left.publishAt == nil && left.publishedRevision == planned.publishedRevision)
    bench.pass(seconds: 120)
    #expect(try await titles(bench)["news"] == before)
    // Once more it changes nothing.
    let again = try await bench.screen(.cancelPlan(.news), token, tag: left.etag)
    #expect(again.etag == left.etag)
  }

  @Test func `what is not fit is refused, with its places`() async throws {
    let (bench, token) = try await publisher()
    let draft = try await bench.screen(.draft(.delivery), token)
    #expect(
      await bench.ask(.publish(.delivery), token, body: Publication(), tag: draft.etag).status
        == .ok)
    var broken = draft.content
    broken.blocks[2][["text", "ru"]] = nil
    broken.blocks[3][["props", "action", "target"]] = "gone"
    broken.blocks[3][["props", "action", "kind"]] = "screen"
    let tag = try await bench.screen(.draft(.delivery), token).etag
    let saved = try Wire.decode(
      Screen.self,
      from: await bench.ask(.saveDraft(.delivery), token, body: broken, tag: tag).body)
    let answer = await bench.ask(
      .publish(.delivery), token, body: Publication(), tag: saved.etag)
    let problem = try bench.problem(answer)
    #expect(problem.code == .publishBlocked)
    #expect(
      problem.errors.map(\.pointer) == ["/blocks/2/text/ru", "/blocks/3/props/action/target"])
    #expect(try await titles(bench)["delivery"] == "Доставляем зерно")
  }

  @Test func `everybody hears of what is in the app, only editors of drafts`() async throws {
    let (bench, token) = try await publisher()
    func events() throws -> [String] {
      try bench.server.store.database.read { connection in
        try connection.query(
          "SELECT coalesce(member, '*') || ' ' || resource FROM event WHERE resource <> 'member'",
          [], { $0.text(0) })
      }
    }
    let before = try events().count
    let draft = try await bench.screen(.draft(.news), token)
    var mine = draft.content
    mine.blocks[0][["text", "ru"]] = "Новое"
    let saved = try Wire.decode(
      Screen.self,
      from: await bench.ask(.saveDraft(.news), token, body: mine, tag: draft.etag).body)
    let heard = Set(try events().dropFirst(before))
    #expect(heard == ["mem_boris drafts", "mem_vera drafts", "mem_admin drafts"])
    _ = await bench.ask(.publish(.news), token, body: Publication(), tag: saved.etag)
    #expect(try events().contains("* screens"))
  }

  @Test func `who is here, and who has left`() async throws {
    let (bench, vera) = try await publisher()
    let boris = try await bench.signIn(Bench.boris).accessToken
    func here(_ token: String, _ block: String? = nil) async throws -> [String] {
      let presence = Presence(block: block.map { .init($0) })
      let answer = await bench.ask(.announceEditor(.news), token, body: presence)
      return try Wire.decode(ScreenEditors.self, from: answer.body).editors.map {
        "\($0.author.name) \($0.block?.rawValue ?? "-")"
      }
    }
    #expect(try await here(vera, "menu") == [])
    #expect(try await here(boris) == ["Вера Ким menu"])
    #expect(try await here(vera, "gold") == ["Борис Лебедев -"])
    let drafts = try Wire.decode(
      Page<Screen>.self, from: await bench.ask(.drafts, boris).body
    ).data
    #expect(drafts.first { $0.slug == "news" }?.editors.map(\.name) == ["Вера Ким"])
    #expect(drafts.allSatisfy { $0.blocks.isEmpty })
    _ = await bench.ask(.dismissEditor(.news), vera)
    #expect(try await here(boris) == [])
    _ = try await here(vera)
    bench.pass(seconds: 60)
    #expect(try await here(boris) == [])
    // Who was seen by a clock that was ahead is not here for as long as it was.
    _ = try await here(vera)
    bench.pass(seconds: -400 * 86_400)
    #expect(try await here(boris) == [])
  }
}
