import SQLite

/// A row that stands on a page, whatever table it is of
/// (https://sqlite.org/fileformat2.html, 1.6 and 2.1).
struct SalvagedRecord {
  /// `nil` in a table without them, and in an index.
  let rowid: Int64?
  /// As far as they are there.
  let values: [Value]
  /// Bytes of each value, also of those that are not there.
  let lengths: [Int]

  /// All rows on a page; what is no page of rows has none.
  static func all(on number: Int, of pages: DatabasePages) -> [SalvagedRecord] {
    guard let page = pages[number] else { return [] }
    let head = number == 1 ? 100 : 0
    let kind = page[head]
    guard [0x0D, 0x0A, 0x02].contains(kind) else { return [] }
    let count = Int(page.number(at: head + 3, bytes: 2))
    let pointers = head + (kind == 0x02 ? 12 : 8)
    guard pointers + 2 * count <= pages.usable else { return [] }
    return (0..<count).compactMap { index in
      var place = Int(page.number(at: pointers + 2 * index, bytes: 2))
      // An inner page of an index has the page below before each row.
      if kind == 0x02 { place += 4 }
      var reader = Reader(page[..<min(page.count, pages.usable)], place)
      guard let length = reader.number(), length > 0, length < 1 << 30 else { return nil }
      let rowid = kind == 0x0D ? reader.number() : nil
      if kind == 0x0D, rowid == nil { return nil }
      let payload = payload(
        Int(length), at: reader.place, isTable: kind == 0x0D, page, of: pages)
      return payload.flatMap { SalvagedRecord(rowid: rowid, $0) }
    }
  }

  /// The bytes of a row, which may go on on other pages; fewer when one of them is gone.
  private static func payload(
    _ length: Int, at place: Int, isTable: Bool, _ page: [UInt8], of pages: DatabasePages
  ) -> [UInt8]? {
    let usable = pages.usable
    let most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
    if length <= most {
      return place + length <= usable ? Array(page[place..<place + length]) : nil
    }
    let least = (usable - 12) * 32 / 255 - 23
    let split = least + (length - least) % (usable - 4)
    let local = split <= most ? split : least
    guard place + local + 4 <= usable else { return nil }
    var bytes = Array(page[place..<place + local])
    var next = Int(page.number(at: place + local, bytes: 4))
    var steps = 0
    while bytes.count < length, let more = pages[next], steps <= pages.count {
      bytes += more[4..<min(usable, 4 + length - bytes.count)]
      next = Int(more.number(at: 0, bytes: 4))
      steps += 1
    }
    return bytes
  }

  private init?(rowid: Int64?, _ bytes: [UInt8]) {
    self.rowid = rowid
    var head = Reader(bytes[...], 0)
    guard let size = head.number(), size > 1, size <= 200, size <= bytes.count else { return nil }
    var kinds: [Int64] = []
    while head.place < size, let kind = head.number() { kinds.append(kind) }
    guard head.place == size else { return nil }
    var values: [Value] = []
    var lengths: [Int] = []
    var place = Int(size)
    for kind in kinds {
      guard let length = SalvagedRecord.length(kind) else { return nil }
      lengths.append(length)
      defer { place += length }
      guard place + length <= bytes.count, values.count == lengths.count - 1 else { continue }
      let part = bytes[place..<place + length]
      switch kind {
      case 0: values.append(.null)
      case 8, 9: values.append(.integer(kind - 8))
      case 1...6:
        let isNegative = (part.first ?? 0) & 0x80 != 0
        values.append(.integer(part.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }))
      case 7:
        let pattern = part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        values.append(.real(Double(bitPattern: pattern)))
      default:
        values.append(
          kind.isMultiple(of: 2) ? .blob(Array(part)) : .text(String(decoding: part, as: UTF8.self))
        )
      }
    }
    self.values = values
    self.lengths = lengths
  }

  /// Bytes of a value of that serial type.
  private static func length(_ kind: Int64) -> Int? {
    switch kind {
    case 0, 8, 9: 0
    case 1...4: Int(kind)
    case 5: 6
    case 6, 7: 8
    case 12...(1 << 31): Int(kind - 12) / 2
    default: nil
    }
  }

  private struct Reader {
    private let bytes: ArraySlice<UInt8>
    private(set) var place: Int

    init(_ bytes: ArraySlice<UInt8>, _ place: Int) {
      self.bytes = bytes
      self.place = place
    }

    /// A number of one to nine bytes; `nil` past the end.
    mutating func number() -> Int64? {
      var value: UInt64 = 0
      for index in 0..<9 {
        guard bytes.indices.contains(place) else { return nil }
        let byte = bytes[place]
        place += 1
        if index == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
        value = value << 7 | UInt64(byte & 0x7F)
        if byte < 0x80 { return Int64(bitPattern: value) }
      }
      return nil
    }
  }
}
