public import Loyalty

/// Files with cards of other programs: Catima's zip, both ways, and passes.
public struct WalletFile: Sendable {
  public let path: String
  public let password: String?

  public init(path: String, password: String? = nil) {
    self.path = path
    self.password = password.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Bytes of a table of cards.
  static let largestTable = 16 << 20
  /// Bytes of a pass.
  static let largestPass = 1 << 20
  /// Bytes of a picture.
  static let largestPicture = 8 << 20

  /// Reads all cards, or none; each has a store and a number, and is cleaned.
  public func read() throws(WalletFileProblem) -> [PicturedCard] {
    let contents = try ZipReader(path: path, password: password) { name in
      switch name {
      case CatimaTable.fileName: Self.largestTable
      case Pass.fileName: Self.largestPass
      default: PictureName(name) == nil ? nil : Self.largestPicture
      }
    }.read()
    if let bytes = contents[CatimaTable.fileName] {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let table = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
      guard let text = String(validating: table, as: UTF8.self) else {
        throw .damaged("\(CatimaTable.fileName): UTF-8")
      }
      return try Self.pictured(CatimaTable.cards(text), contents)
    }
    guard let bytes = contents[Pass.fileName] else { throw .notAWallet }
    return [PicturedCard(try Pass.card(bytes))]
  }

  /// Writes Catima's zip, readable by its owner only; a file that is there is not replaced.
  public func write(_ cards: [PicturedCard]) throws(WalletFileProblem) {
    let table = CatimaTable.text(cards.map(\.card))
    var files = [ZipWriter.File(name: CatimaTable.fileName, bytes: Array(table.utf8))]
    for (place, card) in cards.enumerated() {
      files += card.pictures.sorted { $0.key < $1.key }.map { side, bytes in
        .init(name: PictureName(card: String(place + 1), side: side).file, bytes: bytes)
      }
    }
    try ZipWriter(path: path, password: password).write(files)
  }

  private static func pictured(
    _ cards: [CatimaTable.Keyed], _ files: [String: [UInt8]]
  ) throws(WalletFileProblem) -> [PicturedCard] {
    var pictures: [String: [String: [UInt8]]] = [:]
    for (file, bytes) in files {
      guard let name = PictureName(file) else { continue }
      guard bytes.starts(with: PictureName.signature) else { throw .damaged("\(file): PNG") }
      pictures[name.card, default: [:]][name.side] = bytes
    }
    return cards.map { PicturedCard($0.card, pictures: pictures[$0.key] ?? [:]) }
  }
}

/// The name of a picture in Catima's zip: `card_12_front.png`.
struct PictureName: Hashable {
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
