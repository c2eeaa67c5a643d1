import Loyalty
import SQLite

/// What can be had of a wallet that may be damaged.
///
/// SQLite gives nothing of a file that is one page too short. So each page is looked at for itself:
/// a card needs the page on which it stands, and neither the file's head nor the way to the page.
struct WalletSalvage {
  /// By their ids.
  private(set) var cards: [Int64: PicturedCard] = [:]
  /// Bytes of all pictures, also where they were not read.
  private(set) var pictureBytes = 0

  init(path: String, withPictures: Bool = true) {
    let pages = DatabasePages(path: path)
    var groups: [Int64: [(Int64, String)]] = [:]
    var rest: [Int64: [String: String]] = [:]
    var pictures: [Int64: [String: [UInt8]]] = [:]
    for number in 0..<pages.count {
      for record in SalvagedRecord.all(on: number + 1, of: pages) {
        switch record.row {
        case .card(let id, let card): cards[id] = PicturedCard(card)
        case .group(let id, let position, let name):
          groups[id, default: []].append((position, name))
        case .column(let id, let name, let value): rest[id, default: [:]][name] = value
        case .picture(let id, let side, let length, let bytes):
          pictureBytes += length
          if withPictures, let bytes { pictures[id, default: [:]][side] = bytes }
        case nil: break
        }
      }
    }
    for id in cards.keys {
      cards[id]?.card.groups = (groups[id] ?? []).sorted { $0.0 < $1.0 }.map(\.1)
      cards[id]?.card.rest = rest[id] ?? [:]
      cards[id]?.card.readOldColumns()
      cards[id]?.pictures = pictures[id] ?? [:]
    }
  }

  /// The cards of a sound wallet, without their pictures.
  init(_ connection: Connection) throws(DatabaseError) {
    for card in try WalletRows.cards(connection) {
      guard let id = Int64(card.id.rawValue) else { continue }
      var bare = card
      bare.id = .init("")
      cards[id] = PicturedCard(bare)
    }
    pictureBytes =
      try connection.first("SELECT sum(length(bytes)) FROM picture") { Int($0.int(0)) } ?? 0
  }

  /// Takes over what only another wallet has: cards, and parts of them that are not here.
  mutating func complete(from other: WalletSalvage) {
    for (id, old) in other.cards {
      guard var card = cards[id] else {
        cards[id] = old
        continue
      }
      // NB: some of its groups may have stood on a page that is gone.
      if card.card.groups.allSatisfy(old.card.groups.contains) {
        card.card.groups = old.card.groups
      }
      card.card.rest.merge(old.card.rest) { mine, _ in mine }
      card.pictures.merge(old.pictures) { mine, _ in mine }
      cards[id] = card
    }
  }

  /// Whether the same cards are in both, whenever they were used last.
  func hasSameCards(as other: WalletSalvage) -> Bool {
    func unused(_ card: PicturedCard) -> LocalCard {
      var card = card.card
      card.lastUsed = nil
      return card
    }
    return pictureBytes == other.pictureBytes
      && cards.mapValues(unused) == other.cards.mapValues(unused)
  }
}

extension LocalCard {
  /// What the first version of the tables kept among the columns of other programs.
  fileprivate mutating func readOldColumns() {
    if let name = rest.removeValue(forKey: "barcodeencoding") { encoding = encoding ?? name }
    if let text = rest["validfrom"], let moment = Int64(text), moment > 0 {
      rest["validfrom"] = nil
      validFrom = validFrom ?? Zone.utc.day(ofMidnight: Instant(milliseconds: moment))
    }
  }
}

extension SalvagedRecord {
  fileprivate enum Row {
    case card(Int64, LocalCard)
    case group(Int64, position: Int64, String)
    case column(Int64, name: String, value: String)
    case picture(Int64, side: String, length: Int, bytes: [UInt8]?)
  }

  /// The wallet's row that it is, by the kinds of its values.
  fileprivate var row: Row? {
    guard let id = rowid else {
      guard lengths.count == 3, case .integer(let card) = value(0), case .text(let text) = value(2)
      else { return nil }
      if case .integer(let position) = value(1) { return .group(card, position: position, text) }
      guard case .text(let name) = value(1) else { return nil }
      return .column(card, name: name, value: text)
    }
    if case .integer(let card) = value(0), case .text(let side) = value(1), lengths.count == 3 {
      if case .blob(let bytes) = value(2) {
        return .picture(card, side: side, length: bytes.count, bytes: bytes)
      }
      return values.count < 3 ? .picture(card, side: side, length: lengths[2], bytes: nil) : nil
    }
    guard id > 0, value(0) == .null, (12...40).contains(lengths.count) else { return nil }
    return card.map { .card(id, $0) }
  }

  /// What is not there, because a page of a long row is gone, is as if it had never been noted.
  private var card: LocalCard? {
    guard case .text(let name) = value(1), case .text(let number) = value(2) else { return nil }
    var card = LocalCard(name: name, number: number)
    card.value = text(3)
    card.symbology = text(4).map(Symbology.init(rawValue:))
    card.note = text(5) ?? ""
    card.balance = text(6) ?? ""
    card.isStarred = integer(8) == 1
    card.isArchived = integer(9) == 1
    card.lastUsed = integer(10).map(Instant.init(milliseconds:))
    card.encoding = text(12)
    card.isGS1 = integer(13) == 1
    card.validFrom = text(14).flatMap { Day($0) }
    card.expiresOn = text(15).flatMap { Day($0) }
    // A row of the first version has the midnight.
    if card.expiresOn == nil, let moment = integer(7) {
      card.expiresOn = Zone.utc.day(ofMidnight: Instant(milliseconds: moment))
    }
    return card
  }

  private func value(_ column: Int) -> Value? {
    values.indices.contains(column) ? values[column] : nil
  }

  private func text(_ column: Int) -> String? {
    if case .text(let text) = value(column) { text } else { nil }
  }

  private func integer(_ column: Int) -> Int64? {
    if case .integer(let number) = value(column) { number } else { nil }
  }
}
