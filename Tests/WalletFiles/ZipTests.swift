import Glibc
import Loyalty
import TestSupport
import Testing

@testable import WalletFiles

/// Archives that somebody else has made: what is taken, and that the hostile ones are refused.
struct ZipTests {
  private static let simple = "2\n\n_id\n\n_id,store,cardid\n1,Bakery,42\n\ncardId,groupId\n"
  private static let picture = PictureName.signature + Array("not much of a picture".utf8)

  private func reading(_ path: String, password: String? = nil) -> WalletFileProblem? {
    problem { () throws(WalletFileProblem) in
      _ = try WalletFile(path: path, password: password).read()
    }
  }

  private func raw(_ folder: TemporaryFolder, _ entries: RawZip.Entry...) throws -> String {
    try folder.file("raw.zip", RawZip(entries: entries).bytes)
  }

  @Test(arguments: [nil, "", "тайна 1"] as [String?])
  func `cards and pictures come back as they were written`(_ password: String?) throws {
    let folder = try TemporaryFolder()
    let cards = [
      PicturedCard(
        LocalCard(
          store: "Bakery", number: "42", symbology: .qr, note: "a\nb", balance: "3 EUR",
          expiresOn: Day("2027-12-31"), groups: ["Food"], isStarred: true,
          rest: ["headercolor": "-1"]),
        pictures: ["front": Self.picture, "icon": PictureName.signature]),
      PicturedCard(LocalCard(store: "Gym", number: "7", symbology: nil, isArchived: true)),
    ]
    try WalletFile(path: folder("a.zip"), password: password).write(cards)
    #expect(try WalletFile(path: folder("a.zip"), password: password).read().cards == cards)
    #expect(folder.names == ["a.zip"])
    var status = stat()
    #expect(stat(folder("a.zip"), &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `an encrypted file asks for its password and refuses another`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.zip([("catima.csv", Self.simple)], password: "secret")
    #expect(!(try folder.bytes("zip-0.zip")).contains(subsequence: Array("Bakery".utf8)))
    #expect(reading(path) == .passwordNeeded)
    #expect(reading(path, password: "Secret") == .passwordWrong)
    #expect(reading(path, password: "secret") == nil)
  }

  @Test func `the old encryption is read as well`() throws {
    let folder = try TemporaryFolder()
    let entry = RawZip.Entry(
      name: "catima.csv", bytes: Array(Self.simple.utf8), password: "old secret")
    let path = try raw(folder, entry)
    #expect(reading(path) == .passwordNeeded)
    #expect(reading(path, password: "none") == .passwordWrong)
    let cards = try WalletFile(path: path, password: "old secret").read().cards
    #expect(cards.map(\.card.store) == ["Bakery"])
  }

  @Test func `a file that is there is never replaced`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("mine.zip", [1, 2, 3])
    let found = problem { () throws(WalletFileProblem) in
      try WalletFile(path: path).write([PicturedCard(LocalCard(store: "A", number: "1"))])
    }
    #expect(found == .exists)
    #expect(try folder.bytes("mine.zip") == [1, 2, 3])
    #expect(folder.names == ["mine.zip"])
  }

  @Test func `a folder that is not there leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let found = problem { () throws(WalletFileProblem) in
      try WalletFile(path: folder("none/a.zip")).write([])
    }
    #expect(found == .file("No such file or directory"))
    #expect(folder.names == [])
  }

  @Test(arguments: [
    "../evil", "a/../../evil", "/etc/passwd", "..\\evil", "C:evil", "a/..", "x\u{1B}[2J", "",
  ])
  func `a name that leads out of the archive is refused`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = try raw(
      folder, .init(name: "catima.csv", bytes: Array(Self.simple.utf8)),
      .init(name: name, bytes: [1]))
    guard case .unsafeName = reading(path) else {
      Issue.record("\(name): \(String(describing: reading(path)))")
      return
    }
  }

  @Test func `a symbolic link is refused`() throws {
    let folder = try TemporaryFolder()
    let link = RawZip.Entry(name: "catima.csv", bytes: Array("/etc/passwd".utf8), mode: 0o120777)
    #expect(reading(try raw(folder, link)) == .unsafeName("catima.csv"))
  }

  @Test func `the same file twice is refused`() throws {
    let folder = try TemporaryFolder()
    let entry = RawZip.Entry(name: "catima.csv", bytes: Array(Self.simple.utf8))
    #expect(reading(try raw(folder, entry, entry)) == .damaged("catima.csv twice"))
  }

  @Test func `too many entries are refused`() throws {
    let folder = try TemporaryFolder()
    let entries = (0...ZipReader.mostEntries).map { RawZip.Entry(name: "\($0)") }
    let path = try folder.file("many.zip", RawZip(entries: entries).bytes)
    #expect(reading(path) == .tooManyEntries(limit: ZipReader.mostEntries))
  }

  @Test func `a bomb is refused by what comes out of it, whatever it claims`() throws {
    let folder = try TemporaryFolder()
    let zeroes = String(repeating: "0", count: WalletFile.largestTable - 10)
    let path = try folder.zip([("catima.csv", zeroes)])
    #expect(try folder.bytes("zip-0.zip").count < 100_000)
    #expect(reading(path) == .bomb)
  }

  @Test func `a table that is too large is refused`() throws {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](repeating: 0x30, count: WalletFile.largestPass + 1)
    let path = try raw(folder, .init(name: "pass.json", bytes: bytes))
    #expect(reading(path) == .tooLarge(limit: 1))
  }

  @Test func `a table that lies about its size or its sum is refused`() throws {
    let folder = try TemporaryFolder()
    let bytes = Array(Self.simple.utf8)
    for entry in [
      RawZip.Entry(name: "catima.csv", bytes: bytes, checksum: 1),
      RawZip.Entry(name: "catima.csv", bytes: bytes, method: 8),
      RawZip.Entry(name: "catima.csv", bytes: bytes, method: 77),
    ] {
      guard case .damaged = reading(try raw(folder, entry)) else {
        Issue.record("\(entry): \(String(describing: reading(folder("raw.zip"))))")
        continue
      }
    }
  }

  @Test func `what is no zip of cards is refused`() throws {
    let folder = try TemporaryFolder()
    for bytes in [[], Array("hello".utf8), [UInt8](repeating: 0xA5, count: 5000)] {
      #expect(reading(try folder.file("x", bytes)) == .notAWallet)
    }
    #expect(reading(try folder.zip([("notes.txt", "hi")])) == .notAWallet)
    #expect(reading(folder.path) == .notAWallet)
    #expect(reading(folder("missing")) == .file("No such file or directory"))
    mkfifo(folder("pipe"), 0o600)
    #expect(reading(folder("pipe")) == .notAWallet)
  }

  @Test func `an odd picture is left out and named, and the cards are taken`() throws {
    let folder = try TemporaryFolder()
    let path = try raw(
      folder, .init(name: "catima.csv", bytes: Array(Self.simple.utf8)),
      .init(name: "card_1_front.png", bytes: Array("GIF89a".utf8)),
      .init(name: "card_1_back.png", bytes: Self.picture, checksum: 1),
      .init(name: "card_1_icon.png", bytes: Self.picture))
    let contents = try WalletFile(path: path).read()
    #expect(contents.cards.map(\.card.store) == ["Bakery"])
    #expect(contents.cards.map(\.pictures) == [["icon": Self.picture]])
    #expect(contents.left == [.picture("card_1_front.png"), .picture("card_1_back.png")])
  }

  @Test(arguments: [
    simple, simple.replacing("\n", with: "\r\n"), "\u{FEFF}" + simple,
    "_id,store,note,cardid,barcodetype,headercolor,headertextcolor,starstatus\n1,Bakery,,42,,,,0\n",
  ])
  func `a table without an archive is read, of either version`(_ table: String) throws {
    let folder = try TemporaryFolder()
    let bare = try folder.file("catima.csv", Array(table.utf8))
    #expect(try WalletFile(path: bare).read().cards.map(\.card.store) == ["Bakery"])
    for name in ["Catima export/catima.csv", "old.CSV"] {
      let zipped = try folder.zip([(name, table)])
      #expect(try WalletFile(path: zipped).read().cards.map(\.card.number) == ["42"])
    }
  }

  @Test func `a file of which no card can be had is refused with the first reason`() throws {
    let folder = try TemporaryFolder()
    let bare = try folder.file("x.csv", Array("2\n\n_id\n\n_id,store,cardid\n1,,2\n".utf8))
    #expect(reading(bare) == .line(6, reason: .store))
  }

  private static func pass(_ name: String, _ serial: Int, _ strings: [UInt8]? = nil) -> [UInt8] {
    let json = """
      {"organizationName": "\(name)", "serialNumber": "\(serial)",
       "storeCard": {"primaryFields": [{"key": "p", "label": "points_label", "value": 5}]}}
      """
    var entries = [RawZip.Entry(name: "pass.json", bytes: Array(json.utf8))]
    if let strings {
      entries.append(.init(name: "en.lproj/pass.strings", bytes: Array("\"x\" = \"y\";".utf8)))
      entries.append(.init(name: "ru.lproj/pass.strings", bytes: strings))
    }
    return RawZip(entries: entries).bytes
  }

  @Test func `of a bundle each pass is taken that can be, and the others are named`() throws {
    let folder = try TemporaryFolder()
    let path = try raw(
      folder, .init(name: "1.pkpass", bytes: Self.pass("Bakery", 1)),
      .init(name: "2.pkpass", bytes: Array("PK no".utf8)),
      .init(name: "sub/3.PKPASS", bytes: Self.pass("Gym", 3)),
      .init(name: "4.pkpass", bytes: RawZip(entries: [.init(name: "pass.json")]).bytes),
      .init(name: "__MACOSX/._1.pkpass", bytes: [1, 2]))
    let contents = try WalletFile(path: path).read()
    #expect(contents.cards.map(\.card.store) == ["Bakery", "Gym"])
    #expect(
      contents.left == [
        .pass("2.pkpass", .notAWallet), .pass("4.pkpass", .damaged("pass.json")),
      ])
  }

  @Test func `a hostile pass spoils its whole bundle`() throws {
    let folder = try TemporaryFolder()
    let good = RawZip.Entry(name: "1.pkpass", bytes: Self.pass("Bakery", 1))
    let evil = RawZip(entries: [
      .init(name: "pass.json", bytes: Array("{}".utf8)), .init(name: "../evil", bytes: [1]),
    ])
    #expect(
      reading(try raw(folder, good, .init(name: "2.pkpass", bytes: evil.bytes)))
        == .unsafeName("../evil"))
    // Together they are more than a file may unpack to.
    let huge = try folder.zip([
      ("pass.json", "{}"), ("logo.png", String(repeating: " ", count: 4 << 20)),
    ])
    let bytes = try folder.bytes(String(huge.split(separator: "/").last ?? ""))
    let many = (0..<20).map { RawZip.Entry(name: "\($0).pkpass", bytes: bytes) }
    #expect(reading(try folder.file("many.zip", RawZip(entries: many).bytes)) == .bomb)
  }

  @Test func `a pass speaks the person's language, in either encoding of its words`() throws {
    let folder = try TemporaryFolder()
    let words = "/* слова */\n\"points_label\" = \"Баллы \\\"плюс\\\"\";\n"
    let wide = Array(words.utf16)
    let little = wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = wide.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let encodings: [[UInt8]] = [
      Array(words.utf8), [0xEF, 0xBB, 0xBF] + Array(words.utf8), [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big, little,
    ]
    for strings in encodings {
      let path = try folder.file("a.pkpass", Self.pass("Bakery", 1, strings))
      let russian = try WalletFile(path: path).read(in: .russian).cards[0].card
      #expect(russian.note == "Баллы \"плюс\": 5")
      // A word in another language says more than the key.
      #expect(try WalletFile(path: path).read().cards[0].card.note == russian.note)
    }
  }

  @Test func `each cut of a good file is refused, and none traps`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.zip([("catima.csv", Self.simple)])
    let bytes = try folder.bytes("zip-0.zip")
    for count in stride(from: 0, to: bytes.count, by: 3) {
      #expect(reading(try folder.file("cut.zip", Array(bytes.prefix(count)))) != nil, "\(count)")
    }
  }

  @Test func `a file with wrong bytes is refused or read, and none traps`() throws {
    let folder = try TemporaryFolder()
    let card = PicturedCard(
      LocalCard(store: "Bakery", number: "42"), pictures: ["front": Self.picture])
    try WalletFile(path: folder("good.zip")).write([card])
    let good = try folder.bytes("good.zip")
    var random = SeededGenerator(seed: 8)
    var refused = 0
    for _ in 0..<600 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if reading(try folder.file("wrong.zip", bytes)) != nil { refused += 1 }
    }
    #expect(refused > 300 && refused < 600)
  }

  @Test func `bytes of the table that are no UTF-8 are refused`() throws {
    let folder = try TemporaryFolder()
    let entry = RawZip.Entry(name: "catima.csv", bytes: [0x32, 0x0A, 0xFF, 0xFE])
    #expect(reading(try raw(folder, entry)) == .damaged("catima.csv: UTF-8"))
  }

  @Test func `a mark of the byte order does no harm`() throws {
    let folder = try TemporaryFolder()
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.simple.replacing("\n", with: "\r\n").utf8)
    let path = try raw(folder, .init(name: "catima.csv", bytes: bytes))
    #expect(try WalletFile(path: path).read().cards.map(\.card.store) == ["Bakery"])
  }

  @Test func `a pass is read out of its zip`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.zip([
      ("icon.png", "x"), ("ru.lproj/pass.strings", "x"), ("pass.json", PassTests.pass),
    ])
    #expect(try WalletFile(path: path).read().cards.map(\.card.store) == ["Bakery"])
  }

  @Test func `without the library the problem names it`() {
    let found = problem { () throws(WalletFileProblem) in
      _ = try ArchiveLibrary.load("libarchive.so.none")
    }
    guard case .noLibrary(let reason) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(reason.contains("libarchive.so.none"))
  }
}

extension [UInt8] {
  func contains(subsequence other: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
