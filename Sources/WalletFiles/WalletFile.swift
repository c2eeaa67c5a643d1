import Glibc
public import Loyalty

/// Files with cards of other programs: Catima's zip and table, both ways, and passes.
public struct WalletFile: Sendable {
  public let path: String
  public let password: String?
  /// Where a day begins that a file has as a moment.
  public let zone: Zone

  public init(path: String, password: String? = nil, zone: Zone = .utc) {
    self.path = path
    self.zone = zone
    self.password = password.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Bytes of a table of cards.
  static let largestTable = 16 << 20
  /// Bytes of a pass.
  static let largestPass = 1 << 20
  /// Bytes of a picture.
  static let largestPicture = 8 << 20
  /// Bytes of a packed pass in a bundle, with its pictures, and how many there may be.
  static let largestPackedPass = 16 << 20
  static let mostPasses = 1000

  /// Cards, each with a store and a number, and cleaned; and what was left out.
  public struct Contents: Equatable, Sendable {
    public var cards: [PicturedCard] = []
    public var left: [LeftOut] = []
  }

  /// Reads what can be had of a file; one in which there is no card at all is refused.
  ///
  /// - Parameter language: of a pass's own words.
  public func read(in language: Language = .english) throws(WalletFileProblem) -> Contents {
    var table = ""
    let contents: Contents
    do throws(WalletFileProblem) {
      contents = try all(in: language, &table)
    } catch {
      throw error.inFile(table)
    }
    guard contents.cards.isEmpty, let first = contents.left.first else { return contents }
    switch first {
    case .card(let line, let character, let reason):
      throw .line(line, character: character, file: table, reason: reason)
    case .detail(let line, let reason): throw .line(line, file: table, reason: reason)
    case .pass(_, let problem): throw problem
    case .member(_, let member, let reason): throw .member(member, reason)
    case .picture(let name, _), .file(let name): throw .damaged(name)
    }
  }

  /// What the file is called.
  private var name: String { String(path.split(separator: "/").last ?? "") }

  /// - Parameter table: gets the name of the table that is read.
  private func all(
    in language: Language, _ table: inout String
  ) throws(WalletFileProblem) -> Contents {
    if let text = try bareTable() {
      table = name
      return try cards(of: text, [:])
    }
    var room = ZipReader.largestContents
    let archive = try ZipReader(password: password, wanted: Self.wanted).read(path: path, &room)
    if let (name, text) = try Self.table(in: archive) {
      table = name
      var contents = try cards(of: text, archive.files)
      for file in archive.unread {
        let isPicture = PictureName(String(file.split(separator: "/").last ?? "")) != nil
        contents.left.append(isPicture ? .picture(file) : .file(file))
      }
      let others = archive.files.keys.filter { $0 != name && PictureName($0) == nil }
      contents.left += others.sorted().map { other in
        let name = cleaned(other, limit: 80)
        return Self.isOtherPicture(other) ? .picture(name) : .file(name)
      }
      return contents
    }
    if archive.files[Pass.fileName] != nil {
      var contents = Contents()
      let card = try pass(in: archive, named: name, language, &contents.left)
      contents.cards.append(PicturedCard(card))
      return contents
    }
    return try bundle(archive, language, &room)
  }

  /// The table of an archive, which may have been packed under a name of the person's own.
  private static func table(
    in archive: ZipReader.Contents
  ) throws(WalletFileProblem) -> (name: String, text: String)? {
    func isNamed(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }
    func isTable(_ name: String) -> Bool {
      archive.files[name].flatMap { FileText.table($0.bytes) }.map(CatimaTable.isTable) == true
    }
    let all = archive.files.keys.filter(isNamed).sorted()
    var names = all.filter { $0.lowercased() == CatimaTable.fileName }
    if names.count != 1 { names = all }
    // What a business puts into its passes is its own affair.
    if archive.files[Pass.fileName] != nil, !names.contains(where: isTable) { return nil }
    if names.count > 1 {
      names = names.filter(isTable)
      guard names.count == 1 else { throw .tables(all) }
    }
    guard let name = names.first, let file = archive.files[name] else {
      if let unread = archive.unread.first(where: isNamed) { throw .damaged(unread) }
      return nil
    }
    guard let text = FileText.table(file.bytes) else { throw .damaged(name) }
    return (name, text)
  }

  /// A table without an archive around it; `nil` when it is none.
  private func bareTable() throws(WalletFileProblem) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    else { return nil }
    guard status.st_size <= Self.largestTable else {
      guard path.lowercased().hasSuffix(".csv") else { return nil }
      throw .tooLarge(limit: Self.largestTable >> 20)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var place = 0
    while place < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: place), $0.count - place)
      }
      guard count > 0 else { return nil }
      place += count
      // An archive is not read to its end here.
      if bytes.starts(with: Array("PK".utf8)) { return nil }
    }
    guard let text = FileText.table(bytes), CatimaTable.isTable(text) else { return nil }
    return text
  }

  /// A picture of a card that is none of the kind that is kept.
  private static func isOtherPicture(_ name: String) -> Bool {
    name.hasPrefix("card_") && [".jpg", ".jpeg", ".webp", ".gif"].contains(where: name.hasSuffix)
  }

  /// Archives are often packed anew with the folder in which they were unpacked.
  private static func wanted(_ name: String) -> ZipReader.Wanted? {
    let parts = name.split(separator: "/").map(String.init)
    guard let last = parts.last, !last.hasPrefix("._") else { return nil }
    if last.lowercased() == CatimaTable.fileName { return .init(key: last, limit: largestTable) }
    if last.lowercased().hasSuffix(".csv") {
      return .init(key: last, limit: largestTable, isSpare: true)
    }
    if last == Pass.fileName { return .init(key: last, limit: largestPass) }
    let picture = last.lowercased()
    if PictureName(picture) != nil || isOtherPicture(picture) {
      return .init(key: picture, limit: largestPicture, isSpare: true)
    }
    if last == "pass.strings", parts.count >= 2, parts[parts.count - 2].hasSuffix(".lproj") {
      return .init(
        key: "\(parts[parts.count - 2])/\(last)", limit: largestPass, isSpare: true)
    }
    return last.lowercased().hasSuffix(".pkpass")
      ? .init(key: name, limit: largestPackedPass, isSpare: true) : nil
  }

  private func pass(
    in archive: ZipReader.Contents, named pass: String, _ language: Language,
    _ left: inout [LeftOut]
  ) throws(WalletFileProblem) -> LocalCard {
    guard let file = archive.files[Pass.fileName] else { throw .notAWallet }
    let names = archive.files.keys.filter { $0.hasSuffix("/pass.strings") }
    var words = PassStrings.none
    var isSound = false
    var isDamaged = archive.unread.contains { $0.hasSuffix("/pass.strings") }
    for name in PassStrings.files(for: language, among: names).prefix(10) {
      let strings = PassStrings(archive.files[name]?.bytes ?? [])
      // What comes after a whole file only adds to it.
      if strings.isDamaged, !isSound { isDamaged = true }
      isSound = isSound || !strings.isDamaged
      words = words.completed(by: strings)
    }
    let name = cleaned(pass, limit: 80)
    let card = try Pass.card(file.bytes, words, made: file.made, name: name, &left)
    if isDamaged { left.append(.member(pass: name, .words, .damaged)) }
    return card
  }

  /// Passes in an archive, each an archive of its own.
  private func bundle(
    _ archive: ZipReader.Contents, _ language: Language, _ room: inout Int
  ) throws(WalletFileProblem) -> Contents {
    let names = archive.files.keys.filter { $0.lowercased().hasSuffix(".pkpass") }.sorted()
    let unread = archive.unread.filter { $0.lowercased().hasSuffix(".pkpass") }
    guard !names.isEmpty || !unread.isEmpty else { throw .notAWallet }
    guard names.count <= Self.mostPasses else { throw .tooManyEntries(limit: Self.mostPasses) }
    var contents = Contents(left: unread.map { .pass($0, .damaged(Pass.fileName)) })
    for name in names {
      do throws(WalletFileProblem) {
        // A bundle in a bundle is nothing that anybody makes.
        let inner = try ZipReader(password: password) { name in
          name.lowercased().hasSuffix(".pkpass") ? nil : Self.wanted(name)
        }.read(archive.files[name]?.bytes ?? [], &room)
        let card = try pass(in: inner, named: name, language, &contents.left)
        contents.cards.append(PicturedCard(card))
      } catch {
        switch error {
        case .damaged, .cutShort, .twice, .notAWallet, .noCode, .member:
          contents.left.append(.pass(cleaned(name, limit: 80), error))
        case .file, .exists, .passwordNeeded, .passwordWrong, .unsafeName, .tooManyEntries,
          .tooLarge, .bomb, .line, .tables, .tooManyCards, .noLibrary, .wallet, .storage:
          throw error
        }
      }
    }
    return contents
  }

  /// Writes Catima's zip, readable by its owner only; a file that is there is not replaced.
  public func write(_ cards: [PicturedCard]) throws(WalletFileProblem) {
    let table = CatimaTable.text(cards.map(\.card), zone: zone)
    var files = [ZipWriter.File(name: CatimaTable.fileName, bytes: Array(table.utf8))]
    for (place, card) in cards.enumerated() {
      files += card.pictures.sorted { $0.key < $1.key }.map { side, bytes in
        .init(name: PictureName(card: String(place + 1), side: side).file, bytes: bytes)
      }
    }
    try ZipWriter(path: path, password: password).write(files)
  }

  private func cards(
    of table: String, _ files: [String: ZipReader.Contents.File]
  ) throws(WalletFileProblem) -> Contents {
    let found = try CatimaTable.contents(table, zone: zone)
    var contents = Contents(left: found.left)
    var pictures: [String: [String: [UInt8]]] = [:]
    let keys = Set(found.cards.map(\.key))
    for (file, content) in files.sorted(by: { $0.key < $1.key }) {
      guard let name = PictureName(file) else { continue }
      guard content.bytes.starts(with: PictureName.signature) else {
        contents.left.append(.picture(file))
        continue
      }
      guard keys.contains(name.card) else {
        contents.left.append(.picture(file, .id))
        continue
      }
      pictures[name.card, default: [:]][name.side] = content.bytes
    }
    contents.cards = found.cards.map { PicturedCard($0.card, pictures: pictures[$0.key] ?? [:]) }
    return contents
  }
}

/// The name of a picture in Catima's zip: `card_12_front.png`.
struct PictureName: Equatable {
  let card: String
  let side: String

  static let sides = ["front", "back", "icon"]
  /// The first bytes of each PNG file.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  var file: String { "card_\(card)_\(side).png" }
}

extension PictureName {
  init?(_ file: String) {
    guard file.hasPrefix("card_"), file.hasSuffix(".png") else { return nil }
    let parts = file.dropFirst(5).dropLast(4).split(separator: "_")
    guard parts.count == 2, PictureName.sides.contains(String(parts[1])),
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init(card: String(parts[0]), side: String(parts[1]))
  }
}
