import Content
import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// Which pictures nothing names, and what a purge takes.
struct PictureUseTests {
  private static let pictures = (1...4).map { PictureBytes.png(width: $0) }

  private func bench() async throws -> (Bench, token: String, digests: [String]) {
    let bench = try Bench()
    let vera = try await bench.signIn(Bench.vera).accessToken
    for bytes in Self.pictures {
      let route = Route.putPicture(sha256: Picture.digest(of: bytes))
      #expect(await bench.send(route, body: bytes, token: vera).status == .created)
    }
    return (bench, vera, Self.pictures.map { Picture.digest(of: $0) })
  }

  /// Those that nobody but this test has brought.
  private func used(_ bench: Bench, _ digests: [String]) throws -> [Bool] {
    let listed = try bench.server.pictures()
    return try digests.map { digest in
      try #require(listed.first { $0.sha256 == digest }).isUsed
    }
  }

  @Test func `what a draft, an old revision, an offer or a reward names is used`() async throws {
    let (bench, vera, digests) = try await bench()
    #expect(try used(bench, digests) == [false, false, false, false])
    func content(_ digest: String) -> Screen {
      Screen(
        slug: "x", title: [.english: "X"],
        blocks: [
          Block(id: .init("a"), .image, props: ["picture": ["sha256": .string(digest)]])
        ])
    }
    let made = try Wire.decode(
      Screen.self,
      from: await bench.send(
        .createScreen, body: Wire.encode(content(digests[0])), token: vera, key: Bench.key()
      ).body)
    let saved = await bench.send(
      .saveDraft(made.id), body: Wire.encode(content(digests[1])), token: vera,
      fields: [.ifMatch: try #require(made.etag)])
    #expect(saved.status == .ok)
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute(
        "UPDATE reward SET picture = ? WHERE id = 'rew_easter'",
        [.json(Picture(sha256: digests[2]))])
    }
    #expect(try used(bench, digests) == [true, true, true, false])
    bench.pass(seconds: 90_000)
    #expect(try bench.server.outdatedPictures().map(\.sha256) == [digests[3]])
    #expect(try bench.server.purgePictures().map(\.sha256) == [digests[3]])
    #expect(await bench.send(.picture(sha256: digests[3])).status == .notFound)
    #expect(await bench.send(.picture(sha256: digests[0])).status == .ok)
    #expect(try bench.server.purgePictures() == [])
  }

  @Test func `what came within a day stays`() async throws {
    let (bench, _, digests) = try await bench()
    bench.pass(seconds: 80_000)
    #expect(try bench.server.purgePictures() == [])
    bench.pass(seconds: 10_000)
    #expect(try bench.server.purgePictures().count == digests.count)
  }

  @Test func `an old one that is sent again is waited for like a new one`() async throws {
    let (bench, _, digests) = try await bench()
    bench.pass(seconds: 90_000)
    let vera = try await bench.signIn(Bench.vera).accessToken
    let route = Route.putPicture(sha256: digests[0])
    #expect(await bench.send(route, body: Self.pictures[0], token: vera).status == .ok)
    #expect(try bench.server.purgePictures().map(\.sha256) == digests.dropFirst().sorted())
    #expect(await bench.send(.picture(sha256: digests[0])).status == .ok)
    bench.pass(seconds: 90_000)
    #expect(try bench.server.purgePictures().map(\.sha256) == [digests[0]])
  }

  @Test func `a screen that names no picture of the server's is not published`() async throws {
    let (bench, vera, digests) = try await bench()
    func answer(_ digest: String, _ slug: String) async throws -> Response {
      let content = Screen(
        slug: slug, title: [.russian: "Х", .english: "X"],
        blocks: [
          Block(
            id: .init("a"), .image,
            props: [
              "picture": ["sha256": .string(digest)], "alt": ["ru": "Чашка", "en": "A cup"],
            ])
        ])
      let made = try Wire.decode(
        Screen.self,
        from: await bench.send(
          .createScreen, body: Wire.encode(content), token: vera, key: Bench.key()
        ).body)
      return await bench.send(
        .publish(made.id), body: Wire.encode(Publication(at: nil)), token: vera,
        fields: [.ifMatch: try #require(made.etag)])
    }
    let other = try await answer(Picture.digest(of: []), "a")
    #expect(other.status.code == 422)
    #expect(try bench.problem(other).errors.map(\.code) == ["missing_picture"])
    #expect(try bench.problem(other).errors.map(\.pointer) == ["/blocks/0/props/picture"])
    #expect(try await answer(digests[0], "b").status == .ok)
  }
}
