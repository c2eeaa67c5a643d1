import Loyalty

/// Comma-separated values (RFC 4180), each record with the line that it begins on.
enum CSV {
  struct Record: Hashable {
    /// From 1.
    let line: Int
    /// None where a quotation mark is out of place.
    private(set) var fields: [String]
    /// Whether it stood in a table whose lines were filled up with commas.
    private(set) var wasFilled = false

    init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }

    var isBroken: Bool { fields.isEmpty }

    /// Whether nothing stands on the line.
    var isBlank: Bool { fields == [""] }

    /// The record without the empty fields at its end.
    var withoutFilling: Record {
      guard !isBroken else { return self }
      var record = self
      record.wasFilled = true
      while record.fields.count > 1, record.fields.last == "" { record.fields.removeLast() }
      return record
    }

    mutating func fill(to count: Int) {
      fields += Array(repeating: "", count: max(0, count - fields.count))
    }
  }

  /// A record with a quotation mark out of place is passed over up to the end of its first line.
  ///
  /// - Throws: when that happens so often that the text is no table.
  static func records(_ text: String) throws(WalletFileProblem) -> [Record] {
    var records: [Record] = []
    var reader = Reader(text)
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
    private var place = 0
    private var line = 1
    /// Bytes that may still be read in vain.
    private var patience: Int

    init(_ text: String) {
      bytes = Array(text.utf8.withoutByteOrderMark)
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
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        endLine()
        return Record(line: start, fields: [])
      }
    }

    private mutating func record() throws(WalletFileProblem) -> Record {
      let start = line
      var fields: [String] = []
      while true {
        fields.append(try field())
        guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else { break }
        place += 1
      }
      endLine()
      return Record(line: start, fields: fields)
    }

    private mutating func field() throws(WalletFileProblem) -> String {
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return plain() }
      let start = line
      place += 1
      var field: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        guard byte == UInt8(ascii: "\"") else {
          field.append(byte)
          continue
        }
        guard place < bytes.count, bytes[place] == byte else {
          // After the closing quote only the next field or the next line can come.
          guard place == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[place]) else {
            throw .line(line, reason: .quote)
          }
          return String(decoding: field, as: UTF8.self)
        }
        place += 1
        field.append(byte)
      }
      throw .line(start, reason: .quote)
    }

    private mutating func plain() -> String {
      let start = place
      while place < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func endLine() {
      if place < bytes.count, bytes[place] == UInt8(ascii: "\r") { place += 1 }
      if place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
      line += 1
    }
  }
}
