import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// Pictures on their way to the server and back.
struct PictureTests {
  private static let png = PictureBytes.png(width: 16, height: 8)

  private func put(
    _ bytes: [UInt8], _ bench: Bench, as type: String = "image/png", token: String?,
    digest: String? = nil, language: String = "en"
  ) async -> Response {
    var fields: HTTPFields = [.acceptLanguage: language]
    fields[.contentType] = type
    return await bench.send(
      .putPicture(sha256: digest ?? Picture.digest(of: bytes)), body: bytes, token: token,
      fields: fields)
  }

  @Test func `an editor brings a picture once, and everybody gets it`() async throws {
    let bench = try Bench()
    let boris = try await bench.signIn(Bench.boris).accessToken
    let digest = Picture.digest(of: Self.png)
    #expect(await bench.send(.picture(sha256: digest)).problem?.code == .notFound)
    let first = await put(Self.png, bench, token: boris)
    #expect(first.status == .created)
    #expect(
      try Wire.decode(StoredPicture.self, from: first.body)
        == StoredPicture(
          sha256: digest, kind: "png", bytes: Self.png.count, width: 16, height: 8))
    let again = await put(Self.png, bench, token: boris)
    #expect(again.status == .ok && again.body == first.body)

    let answer = await bench.send(.picture(sha256: digest))
    #expect(answer.status == .ok && answer.body == Self.png)
    #expect(answer.fields[.contentType] == "image/png")
    #expect(answer.fields[.cacheControl] == "public, max-age=31536000, immutable")
    let tag = try #require(answer.fields[.eTag])
    #expect(tag == "\"\(digest)\"")
    let known = await bench.send(.picture(sha256: digest), fields: [.ifNoneMatch: tag])
    #expect(known.status == .notModified && known.body.isEmpty)
    #expect(known.fields[.cacheControl] == answer.fields[.cacheControl])
  }

  @Test(arguments: [
    ("image/jpeg", PictureBytes.jpeg()), ("image/webp", PictureBytes.lossless()),
    ("IMAGE/PNG; q=1", PictureBytes.png()),
  ])
  func `each kind is taken by its name`(type: String, bytes: [UInt8]) async throws {
    let bench = try Bench()
    let boris = try await bench.signIn(Bench.boris).accessToken
    #expect(await put(bytes, bench, as: type, token: boris).status == .created)
  }

  private static let bad: [(bytes: [UInt8], type: String, status: Int, pointer: String?)] = [
    (png, "image/jpeg", 415, nil), (png, "", 415, nil), (png, "application/json", 415, nil),
    (Array("GIF89a".utf8), "image/png", 415, nil), ([], "image/png", 415, nil),
    (Array(png.prefix(20)), "image/png", 422, ""),
    (PictureBytes.png(width: 20_000), "image/png", 422, ""),
    (PictureBytes.png(before: [("acTL", [0])]), "image/png", 422, ""),
    (PictureBytes.extended(flags: 2), "image/webp", 422, ""),
    (png + [UInt8](repeating: 0, count: 512_001 - png.count), "image/png", 413, nil),
  ]

  @Test(arguments: bad.indices, ["en", "ru"])
  func `what is no picture is refused, and nothing is kept`(
    index: Int, language: String
  ) async throws {
    let (bytes, type, status, pointer) = Self.bad[index]
    let bench = try Bench()
    let boris = try await bench.signIn(Bench.boris).accessToken
    let before = try count(bench)
    let answer = await put(bytes, bench, as: type, token: boris, language: language)
    #expect(answer.status.code == status)
    let problem = try bench.problem(answer)
    #expect(problem.errors.map(\.pointer) == (pointer.map { [$0] } ?? []))
    let words = problem.detail ?? problem.errors.first?.message ?? ""
    #expect(
      words.unicodeScalars.contains { (0x400..<0x500).contains($0.value) } == (language == "ru"))
    #expect(try count(bench) == before)
  }

  @Test func `the digest has to be that of the bytes`() async throws {
    let bench = try Bench()
    let boris = try await bench.signIn(Bench.boris).accessToken
    for digest in [Picture.digest(of: []), Picture.digest(of: Self.png).uppercased(), "x"] {
      let answer = await put(Self.png, bench, token: boris, digest: digest)
      #expect(answer.status.code == 422)
      #expect(try bench.problem(answer).errors.map(\.pointer) == ["sha256"])
    }
  }

  @Test func `only editors bring pictures, and others are not told what is wrong with theirs`()
    async throws
  {
    let bench = try Bench()
    let anna = try await bench.signIn().accessToken
    let largest = Self.png + [UInt8](repeating: 0, count: 512_000 - Self.png.count)
    for bytes in [Self.png, Array("GIF89a".utf8), largest] {
      #expect(await put(bytes, bench, token: nil).status.code == 401)
      #expect(await put(bytes, bench, token: anna).status.code == 403)
    }
    let boris = try await bench.signIn(Bench.boris).accessToken
    #expect(await put(largest, bench, token: boris).status == .created)
  }

  @Test func `who brought a picture is forgotten with the account, the picture stays`() async throws
  {
    let bench = try Bench()
    let boris = try await bench.signIn(Bench.boris).accessToken
    #expect(await put(Self.png, bench, token: boris).status == .created)
    let database = bench.server.store.database
    func authors() throws -> [String?] {
      try database.read { connection in
        try connection.query(
          "SELECT created_by FROM picture WHERE sha256 = ?", [.text(Picture.digest(of: Self.png))]
        ) { $0.optionalText(0) }
      }
    }
    #expect(try authors() == ["mem_boris"])
    #expect(await bench.send(.deleteMember, token: boris).status == .noContent)
    #expect(try authors() == [nil])
  }

  private func count(_ bench: Bench) throws -> Int64? {
    try bench.server.store.database.read { connection in
      try connection.first("SELECT count(*) FROM picture") { $0.int(0) }
    }
  }
}
