/// Reads server-sent events from bytes as they come, cut anywhere.
///
/// After the WHATWG's "Interpreting an event stream": lines end with CR, LF or both, a byte order
/// mark is passed over, unknown fields are nothing, an event without data only moves `lastID`.
public struct EventReader: Sendable {
  /// Where the stream stands: the id of the last event that ended.
  public private(set) var lastID: String?
  /// What the server wants a client to wait before it comes back, in milliseconds.
  public private(set) var retry: Int?
  /// The last mark that the server has set: all that it said before has been read.
  public private(set) var mark: Int64?
  /// Whether more came without an end than any event of ours has; nothing is read then.
  public private(set) var isOverlong = false

  /// Bytes of a line, and of an event's data.
  public static let longest = 64 << 10
  private static let markWord = Array("mark ".utf8)

  private var line: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  private var type = ""
  private var id: String?
  private var isAfterCR = false
  private var isAtStart = true

  public init(lastID: String? = nil) {
    self.lastID = lastID
    id = lastID
  }

  /// - Returns: the events that ended with these bytes.
  public mutating func read(_ bytes: some Sequence<UInt8>) -> [ServerEvent] {
    var events: [ServerEvent] = []
    for byte in bytes {
      guard !isOverlong else { break }
      defer { isAfterCR = byte == 0x0D }
      switch byte {
      case 0x0A where isAfterCR: break
      case 0x0A, 0x0D: if let event = endLine() { events.append(event) }
      default:
        line.append(byte)
        isOverlong = line.count > EventReader.longest
      }
    }
    return events
  }

  private mutating func endLine() -> ServerEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isAtStart = false
    guard !line.isEmpty else { return endEvent() }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    var value = line[colon...].dropFirst()
    if value.first == 0x20 { value = value.dropFirst() }
    readField(String(decoding: line[..<colon], as: UTF8.self), value)
    return nil
  }

  private mutating func readField(_ name: String, _ value: ArraySlice<UInt8>) {
    switch name {
    case "" where value.starts(with: EventReader.markWord):
      let digits = value.dropFirst(EventReader.markWord.count)
      mark = Int64(String(decoding: digits, as: UTF8.self)) ?? mark
    case "data":
      if hasData { data.append(0x0A) }
      data += value
      hasData = true
      isOverlong = data.count > EventReader.longest
    case "event": type = String(decoding: value, as: UTF8.self)
    case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
    case "retry":
      let digits = String(decoding: value, as: UTF8.self)
      if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let time = Int(digits) {
        retry = time
      }
    default: break
    }
  }

  private mutating func endEvent() -> ServerEvent? {
    defer {
      data.removeAll(keepingCapacity: true)
      hasData = false
      type = ""
    }
    lastID = id
    guard hasData else { return nil }
    return ServerEvent(
      id: id, type: type.isEmpty ? "message" : type, data: String(decoding: data, as: UTF8.self))
  }
}
