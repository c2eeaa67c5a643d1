import Glibc
import Loyalty
import TestSupport
import Testing

@testable import WalletFiles

/// Archives that somebody else has made: what is taken, and that the hostile ones are refused.
struct ZipTests {
  private static let simple = "2\n\n_id\n\n_id,store,cardid\n1,Bakery,42\n\ncardId,groupId\n"
  private static let picture = PictureName.signature + Array("not much of a picture".utf8)

  /// UTF-16 without a mark.
  private static func wide(_ text: String, isBig: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBig ? [high, low] : [low, high]
    }
    return bytes
  }

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
          name: "Bakery", number: "42", symbology: .qr, note: "a\nb", balance: "3 EUR",
          expiresOn: Day("2027-12-31"), groups: ["Food"], isStarred: true,
          rest: ["headercolor": "-1"]),
        pictures: ["front": Self.picture, "icon": PictureName.signature]),
      PicturedCard(LocalCard(name: "Gym", number: "7", symbology: nil, isArchived: true)),
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
    #expect(cards.map(\.card.name) == ["Bakery"])
  }

  @Test func `a file that is there is never replaced`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("mine.zip", [1, 2, 3])
    let found = problem { () throws(WalletFileProblem) in
      try WalletFile(path: path).write([PicturedCard(LocalCard(name: "A", number: "1"))])
    }
    #expect(found == .exists)
    #expect(try folder.bytes("mine.zip") == [1, 2, 3])
    #expect(folder.names == ["mine.zip"])
  }

  @Test func `a disk without nameless files gets a whole file too`() throws {
    let folder = try TemporaryFolder()
    let files = [ZipWriter.File(name: "catima.csv", bytes: Array(Self.simple.utf8))]
    let writer = ZipWriter(path: folder("a.zip"), password: nil, isNameless: false)
    try writer.write(files)
    #expect(reading(folder("a.zip")) == nil)
    #expect(problem { () throws(WalletFileProblem) in try writer.write(files) } == .exists)
    let nowhere = ZipWriter(path: folder("none/a.zip"), password: nil, isNameless: false)
    let found = problem { () throws(WalletFileProblem) in try nowhere.write(files) }
    #expect(found == .file(StorageProblem(folder("none"), .noFolder)))
    #expect(folder.names == ["a.zip"])
  }

  @Test func `a folder that is not there leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let found = problem { () throws(WalletFileProblem) in
      try WalletFile(path: folder("none/a.zip")).write([])
    }
    #expect(found == .file(StorageProblem(folder("none"), .noFolder)))
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
    #expect(reading(try raw(folder, entry, entry)) == .twice("catima.csv"))
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
    // Without an archive too, whatever is in it.
    let bare = folder("a.csv")
    close(open(bare, O_WRONLY | O_CREAT, 0o600))
    truncate(bare, off_t(WalletFile.largestTable) + 1)
    #expect(reading(bare) == .tooLarge(limit: 16))
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
    #expect(reading(folder.path) == .file(StorageProblem(folder.path, .occupied(.folder))))
    #expect(reading(folder("missing")) == .file(StorageProblem(folder("missing"), .noFolder)))
    mkfifo(folder("pipe"), 0o600)
    #expect(reading(folder("pipe")) == .file(StorageProblem(folder("pipe"), .occupied(.pipe))))
  }

  @Test func `an odd picture is left out and named, and the cards are taken`() throws {
    let folder = try TemporaryFolder()
    let path = try raw(
      folder, .init(name: "catima.csv", bytes: Array(Self.simple.utf8)),
      .init(name: "card_1_front.png", bytes: Array("GIF89a".utf8)),
      .init(name: "card_1_back.png", bytes: Self.picture, checksum: 1),
      .init(name: "card_1_icon.png", bytes: Self.picture))
    let contents = try WalletFile(path: path).read()
    #expect(contents.cards.map(\.card.name) == ["Bakery"])
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
    #expect(try WalletFile(path: bare).read().cards.map(\.card.name) == ["Bakery"])
    for name in ["Catima export/catima.csv", "old.CSV"] {
      let zipped = try folder.zip([(name, table)])
      #expect(try WalletFile(path: zipped).read().cards.map(\.card.number) == ["42"])
    }
  }

  @Test func `a file of which no card can be had is refused with the first reason`() throws {
    let folder = try TemporaryFolder()
    let bare = try folder.file("x.csv", Array("2\n\n_id\n\n_id,store,cardid\n1,,2\n".utf8))
    #expect(reading(bare) == .line(6, file: "x.csv", reason: .name))
    let zipped = try folder.zip([("Mine.csv", "2\n\n_id,store\n1,A\n")])
    #expect(reading(zipped) == .line(3, file: "Mine.csv", reason: .header))
  }

  private static func binary(_ words: [(String, String)]) -> [UInt8] {
    var bytes = Array("bplist00".utf8)
    var places: [Int] = [bytes.count]
    let count = UInt8(words.count)
    bytes += [0xD0 | count] + (1...count * 2)
    for text in words.map(\.0) + words.map(\.1) {
      places.append(bytes.count)
      if text.utf8.allSatisfy({ $0 < 0x80 }) {
        bytes += [0x5F, 0x10, UInt8(text.utf8.count)] + Array(text.utf8)
      } else {
        bytes += [0x60 | UInt8(text.utf16.count)]
        bytes += wide(text, isBig: true)
      }
    }
    let table = bytes.count
    bytes += places.map { UInt8($0) } + [0, 0, 0, 0, 0, 0, 1, 1]
    for number in [places.count, 0, table] { bytes += [0, 0, 0, 0, 0, 0, 0, UInt8(number)] }
    return bytes
  }

  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://x/PropertyList-1.0.dtd">
    <plist version="1.0"><dict><!-- <key>no</key> -->
      <key>points_label</key><string>Баллы &lt;&amp;&#x2116;&gt;<![CDATA[ & ]]></string>
      <key>empty</key><string/>
    </dict></plist>
    """

  @Test func `a pass's words are read as a property list, of XML and binary`() throws {
    let folder = try TemporaryFolder()
    func read(_ strings: [UInt8]) throws -> (note: String, left: [LeftOut]) {
      let path = try folder.file("a.pkpass", Self.pass("Bakery", 1, strings))
      let contents = try WalletFile(path: path).read(in: .russian)
      return (contents.cards[0].card.note, contents.left)
    }
    let wide = [0xFF, 0xFE] + Self.wide(Self.xml)
    for bytes in [Array(Self.xml.utf8), wide] {
      let (note, left) = try read(bytes)
      #expect(note == "Баллы <&№> & : 5" && left.isEmpty)
    }
    let good = Self.binary([("points_label", "Баллы"), ("x", "y")])
    let (note, left) = try read(good)
    #expect(note == "Баллы: 5" && left.isEmpty)
    // What cannot be read of the person's own words is named, and none traps.
    let damaged = [LeftOut.member(pass: "a.pkpass", .words, .damaged)]
    let nested = "<plist><dict><key>a</key><array/></dict></plist>"
    for bytes in [
      Array(nested.utf8), Array("<plist>".utf8), Array("bplist00".utf8), [0xCF, 0xFF, 0x00],
      Array("\"a\" = \"b".utf8), Array("/* \"a\" = \"b\";".utf8), Array("a b c".utf8),
    ] {
      #expect(try read(bytes).left == damaged, "\(bytes)")
    }
    for place in good.indices.dropFirst(8) {
      for value in [0x00, 0x7F, 0xFF] as [UInt8] {
        var bytes = good
        bytes[place] = value
        _ = try read(bytes)
      }
    }
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
    #expect(contents.cards.map(\.card.name) == ["Bakery", "Gym"])
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
      ("pass.json", "{}"), ("card_1_front.png", String(repeating: " ", count: 3 << 20)),
    ])
    let bytes = try folder.bytes(String(huge.split(separator: "/").last ?? ""))
    let many = (0..<24).map { RawZip.Entry(name: "\($0).pkpass", bytes: bytes) }
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
      let found = reading(try folder.file("cut.zip", Array(bytes.prefix(count))))
      #expect(found == (count < 4 ? .notAWallet : .cutShort), "\(count)")
    }
  }

  @Test func `a file with wrong bytes is refused or read, and none traps`() throws {
    let folder = try TemporaryFolder()
    let card = PicturedCard(
      LocalCard(name: "Bakery", number: "42"), pictures: ["front": Self.picture])
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

  @Test(arguments: [false, true])
  func `a table is read in the encodings of spreadsheets, in an archive and without one`(
    _ isZipped: Bool
  ) throws {
    let folder = try TemporaryFolder()
    func shops(_ bytes: [UInt8]) throws -> [String] {
      let path =
        isZipped
        ? try raw(folder, .init(name: "catima.csv", bytes: bytes))
        : try folder.file("a.csv", bytes)
      return try WalletFile(path: path).read().cards.map(\.card.name)
    }
    let head = Array("2\n\n_id\n\n_id,store,cardid\n".utf8)
    let german = head + Array("1,K".utf8) + [0xE4] + Array("se,42\n".utf8)
    #expect(try shops(german) == ["Käse"])
    // «Ёлка, Пятёрочка» in Windows-1251.
    let russian: [UInt8] = [0xCF, 0xFF, 0xF2, 0xB8, 0xF0, 0xEE, 0xF7, 0xEA, 0xE0]
    #expect(try shops(head + Array("1,".utf8) + russian + Array(",42\n".utf8)) == ["Пятёрочка"])
    let words = "2\n\n_id\n\n_id,store,cardid\n1,Кофе,42\n"
    let (little, big) = (Self.wide(words), Self.wide(words, isBig: true))
    for bytes in [little, [0xFF, 0xFE] + little, big, [0xFE, 0xFF] + big] {
      #expect(try shops(bytes) == ["Кофе"])
    }
  }

  @Test func `bytes that are no text are refused`() throws {
    let folder = try TemporaryFolder()
    let entry = RawZip.Entry(name: "catima.csv", bytes: [0x32, 0x0A, 0xFF, 0x41, 0x00])
    #expect(reading(try raw(folder, entry)) == .damaged("catima.csv"))
  }

  @Test func `a table is found by its name in any case, and the others are named`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.zip([("Catima.CSV", Self.simple), ("other.csv", Self.simple)])
    let contents = try WalletFile(path: path).read()
    #expect(contents.cards.count == 1 && contents.left == [.file("other.csv")])
    let several = try folder.zip([("a.csv", Self.simple), ("b.csv", Self.simple)])
    #expect(reading(several) == .tables(["a.csv", "b.csv"]))
    let one = try folder.zip([("a.csv", Self.simple), ("b.csv", "hello")])
    #expect(try WalletFile(path: one).read().left == [.file("b.csv")])
    let damaged = try raw(
      folder, .init(name: "mine.csv", bytes: Array(Self.simple.utf8), checksum: 1))
    #expect(reading(damaged) == .damaged("mine.csv"))
  }

  @Test func `a picture of no card is named`() throws {
    let folder = try TemporaryFolder()
    let path = try raw(
      folder, .init(name: "catima.csv", bytes: Array(Self.simple.utf8)),
      .init(name: "card_9_front.png", bytes: Self.picture))
    #expect(try WalletFile(path: path).read().left == [.picture("card_9_front.png", .id)])
    let other = try raw(
      folder, .init(name: "catima.csv", bytes: Array(Self.simple.utf8)),
      .init(name: "card_1_back.jpg", bytes: [0xFF, 0xD8]),
      .init(name: "CARD_1_FRONT.PNG", bytes: Self.picture))
    let contents = try WalletFile(path: other).read()
    #expect(contents.left == [.picture("card_1_back.jpg")])
    #expect(contents.cards.map(\.pictures) == [["front": Self.picture]])
  }

  @Test func `what stands in the place of a new file is called what it is`() throws {
    let folder = try TemporaryFolder()
    func writing(_ path: String) -> WalletFileProblem? {
      problem { () throws(WalletFileProblem) in
        try WalletFile(path: path).write([PicturedCard(LocalCard(name: "A", number: "1"))])
      }
    }
    #expect(writing(folder.path) == .file(StorageProblem(folder.path, .occupied(.folder))))
    #expect(writing("/dev/full") == .file(StorageProblem("/dev/full", .occupied(.device))))
    let file = try folder.file("file", [1])
    #expect(writing(file + "/a.zip") == .file(StorageProblem(file, .occupied(.file))))
    symlink(folder("nothing"), folder("link"))
    #expect(writing(folder("link")) == .exists)
    #expect(folder.names == ["file", "link"])
  }

  @Test func `a mark of the byte order does no harm`() throws {
    let folder = try TemporaryFolder()
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.simple.replacing("\n", with: "\r\n").utf8)
    let path = try raw(folder, .init(name: "catima.csv", bytes: bytes))
    #expect(try WalletFile(path: path).read().cards.map(\.card.name) == ["Bakery"])
  }

  @Test func `names of any script are names`() throws {
    let folder = try TemporaryFolder()
    let path = try raw(
      folder, .init(name: "Экспорт/catima.csv", bytes: Array(Self.simple.utf8)),
      .init(name: "Экспорт/card_1_front.png", bytes: Self.picture))
    let contents = try WalletFile(path: path).read()
    #expect(contents.cards.map(\.pictures) == [["front": Self.picture]])
  }

  @Test func `a pass is read out of its zip, whatever else is in it`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.zip([
      ("icon.png", "x"), ("ru.lproj/pass.strings", "x"), ("pass.json", PassTests.pass),
      ("data.csv", "x,y"), ("more.csv", "z"),
    ])
    #expect(try WalletFile(path: path).read().cards.map(\.card.name) == ["Bakery"])
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
