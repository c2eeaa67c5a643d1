import Loyalty

/// Comma-separated values (RFC 4180), each record with the line that it begins on; also as spreadsheets
/// write them, which take another separator where the comma is for decimals.
enum CSV {
  struct Dialect: Equatable {
    var separator: UInt8 = UInt8(ascii: ",")
    /// Whether a space follows each separator.
    var isSpaced = false
  }

  static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  struct Record: Equatable {
    /// From 1.
    let line: Int
    /// None where a quotation mark is out of place.
    let fields: [String]
    /// The character of the line, from 1, at which a quotation mark is out of place.
    var character: Int?

    var isBroken: Bool { fields.isEmpty }

    /// Whether nothing stands on the line, or separators alone.
    var isBlank: Bool { !isBroken && fields.allSatisfy(\.isEmpty) }
  }

  /// A record with a quotation mark out of place is passed over up to the end of its first line.
  ///
  /// - Throws: when that happens so often that the text is no table.
  static func records(
    _ text: String, _ dialect: Dialect = Dialect()
  ) throws(WalletFileProblem) -> [Record] {
    var records: [Record] = []
    var reader = Reader(text, dialect)
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// A field as it is written.
  static func escaped(_ field: String) -> String {
    let needsQuotes =
      field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      || field.first?.isWhitespace == true || field.last?.isWhitespace == true
    return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }

  private struct Reader {
    private let bytes: [UInt8]
    private let dialect: Dialect
    private var place = 0
    private var line = 1
    /// Bytes that may still be read in vain.
    private var patience: Int
    /// Where a quotation mark is out of place.
    private var fault = 0

    init(_ text: String, _ dialect: Dialect) {
      bytes = Array(text.utf8.withoutByteOrderMark)
      self.dialect = dialect
      patience = 4 * bytes.count
    }

    mutating func next() throws(WalletFileProblem) -> Record? {
      guard place < bytes.count else { return nil }
      let (start, beginning) = (line, place)
      do throws(WalletFileProblem) {
        return try record()
      } catch {
        patience -= place - beginning
        guard patience > 0 else { throw error }
        (line, place) = (start, beginning)
        while !isAtLineEnd { place += 1 }
        var record = Record(line: start, fields: [])
        if fault < place {
          record.character = String(decoding: bytes[beginning..<fault], as: UTF8.self).count + 1
        }
        endLine()
        return record
      }
    }

    private mutating func record() throws(WalletFileProblem) -> Record {
      let start = line
      var fields: [String] = []
      while true {
        fields.append(try field())
        guard place < bytes.count, bytes[place] == dialect.separator else { break }
        place += 1
      }
      endLine()
      return Record(line: start, fields: fields)
    }

    private var isAtLineEnd: Bool {
      place >= bytes.count || bytes[place] == UInt8(ascii: "\n")
        || bytes[place] == UInt8(ascii: "\r")
    }

    private mutating func skipSpaces() {
      while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    }

    private mutating func field() throws(WalletFileProblem) -> String {
      let beginning = place
      // NB: whoever means a space that stands before a quotation mark puts it into the marks.
      skipSpaces()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
        place = beginning
        return plain()
      }
      let (start, opening) = (line, place)
      place += 1
      var field: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        let isReturn = byte == UInt8(ascii: "\r") && place < bytes.count && bytes[place] != 0x0A
        if byte == UInt8(ascii: "\n") || isReturn { line += 1 }
        guard byte == UInt8(ascii: "\"") else {
          field.append(byte)
          continue
        }
        guard place < bytes.count, bytes[place] == byte else {
          let closing = place - 1
          // After the closing quote only the next field or the next line can come.
          skipSpaces()
          guard isAtLineEnd || bytes[place] == dialect.separator else {
            fault = closing
            throw .line(line, reason: .quote)
          }
          return String(decoding: field, as: UTF8.self)
        }
        place += 1
        field.append(byte)
      }
      fault = opening
      throw .line(start, reason: .quote)
    }

    private mutating func plain() -> String {
      if dialect.isSpaced { skipSpaces() }
      let start = place
      while !isAtLineEnd, bytes[place] != dialect.separator { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func endLine() {
      if place < bytes.count, bytes[place] == UInt8(ascii: "\r") { place += 1 }
      if place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
      line += 1
    }
  }
}
