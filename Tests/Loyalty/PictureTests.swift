import Foundation
import Loyalty
import Testing

struct PictureTests {
  private static let digest = String(repeating: "0f", count: 32)

  private struct Holder: Codable, Equatable {
    var name: String
    @Nullable var picture: Picture?
  }

  private func picture(_ json: String) throws -> Picture {
    try JSONDecoder().decode(Picture.self, from: Data(json.utf8))
  }

  @Test func `a picture survives the way to the wire`() throws {
    let all = Picture(
      sha256: Self.digest, alt: [.english: "A cup"], fit: .contain, focus: .init(x: 0, y: 100))
    for picture in [all, Picture(sha256: Self.digest)] {
      let bytes = try JSONEncoder().encode(picture)
      #expect(try JSONDecoder().decode(Picture.self, from: bytes) == picture)
    }
  }

  @Test func `what is left out or not known has its default`() throws {
    let bare = Picture(sha256: Self.digest)
    #expect(try picture(#"{"sha256":"\#(Self.digest)"}"#) == bare)
    #expect(try picture(#"{"sha256":"\#(Self.digest)","fit":"stretch","alt":null}"#) == bare)
    let far = try picture(#"{"sha256":"\#(Self.digest)","focus":{"x":-5,"y":1000}}"#)
    #expect(far.focus == .init(x: 0, y: 100))
  }

  @Test(arguments: [
    "", "0F", String(repeating: "0F", count: 32), String(repeating: "0", count: 65),
  ])
  func `what is no digest is no picture, and spoils nothing else`(digest: String) throws {
    #expect(throws: DecodingError.self) { try picture(#"{"sha256":"\#(digest)"}"#) }
    let holder = try JSONDecoder().decode(
      Holder.self, from: Data(#"{"name":"a","picture":{"sha256":"\#(digest)"}}"#.utf8))
    #expect(holder == Holder(name: "a", picture: nil))
  }

  @Test func `a digest is of the bytes`() {
    #expect(
      Picture.digest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
