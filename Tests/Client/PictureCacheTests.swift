import Foundation
import Loyalty
import TestSupport
import Testing

@testable import Client

/// Pictures on the disk are what their names say, and never too many.
struct PictureCacheTests {
  private let folder = TemporaryFolder()

  private func cache(_ mostBytes: Int = 1 << 20) -> PictureCache {
    PictureCache(folder: folder.path + "/cache/pictures", mostBytes: mostBytes)
  }

  private func bytes(_ number: Int, count: Int = 1000) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
  }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: cache().folder)) ?? []
  }

  @Test func `what was kept is there again, for its owner alone`() throws {
    let picture = bytes(1)
    let name = Picture.digest(of: picture)
    #expect(cache().bytes(of: name) == nil)
    cache().keep(picture, as: name)
    #expect(cache().bytes(of: name) == picture)
    #expect(names == [name])
    let attributes = try FileManager.default.attributesOfItem(atPath: cache().folder + "/" + name)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `what is not what its name says is not taken, and goes`() throws {
    let name = Picture.digest(of: bytes(1))
    cache().keep(bytes(2), as: name)
    #expect(cache().bytes(of: name) == nil)
    #expect(names.isEmpty)
  }

  @Test(arguments: ["../../x", "", "A", String(repeating: "A", count: 64), "session.json"])
  func `a name that is no digest is no file`(name: String) {
    cache().keep(bytes(1), as: name)
    #expect(names.isEmpty)
    #expect(cache().bytes(of: name) == nil)
  }

  @Test func `the longest unused go when there are too many`() throws {
    let pictures = (0..<5).map { bytes($0) }
    let digests = pictures.map { Picture.digest(of: $0) }
    let cache = cache(3500)
    for (number, picture) in pictures.prefix(3).enumerated() {
      cache.keep(picture, as: digests[number])
      let used = Date(timeIntervalSince1970: 1000 + Double(number))
      try FileManager.default.setAttributes(
        [.modificationDate: used], ofItemAtPath: cache.folder + "/" + digests[number])
    }
    // The oldest is used again.
    #expect(cache.bytes(of: digests[0]) == pictures[0])
    cache.keep(pictures[3], as: digests[3])
    #expect(Set(names) == [digests[0], digests[2], digests[3]])
  }

  @Test func `a link in its place is not followed`() throws {
    let picture = bytes(1)
    let name = Picture.digest(of: picture)
    try FileManager.default.createDirectory(
      atPath: cache().folder, withIntermediateDirectories: true)
    let other = folder.path + "/other"
    try Data(picture).write(to: URL(filePath: other))
    try FileManager.default.createSymbolicLink(
      atPath: cache().folder + "/" + name, withDestinationPath: other)
    #expect(cache().bytes(of: name) == nil)
    #expect(FileManager.default.contents(atPath: other) == Data(picture))
  }

  @Test func `where nothing can be kept nothing is`() throws {
    try Data([1]).write(to: URL(filePath: folder.path + "/cache"))
    let picture = bytes(1)
    cache().keep(picture, as: Picture.digest(of: picture))
    #expect(cache().bytes(of: Picture.digest(of: picture)) == nil)
  }

  @Test func `all of them go`() {
    let picture = bytes(1)
    cache().keep(picture, as: Picture.digest(of: picture))
    cache().clear()
    #expect(!FileManager.default.fileExists(atPath: cache().folder))
  }
}
