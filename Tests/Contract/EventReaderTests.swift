import Contract
import Loyalty
import Testing

struct EventReaderTests {
  private func read(_ text: String) -> [ServerEvent] {
    var reader = EventReader()
    return reader.read(Array(text.utf8))
  }

  /// The examples of the WHATWG's chapter, and its corners.
  @Test(arguments: [
    ("data: a\n\n", ["a"]), ("data:a\r\n\r\ndata: b\r\rdata:  c\n\n", ["a", "b", " c"]),
    ("data: YHOO\ndata: +2\ndata: 10\n\n", ["YHOO\n+2\n10"]),
    ("data\n\ndata\ndata\n\ndata:", ["", "\n"]), (": only words\n\n", []),
    ("\u{FEFF}data: a\n\n", ["a"]), ("dat: a\nDATA: b\n data: c\n\n", []),
    ("data: unfinished\n", []), ("data: б\u{301}😀\n\n", ["б\u{301}😀"]), ("\n\n\n", []),
  ])
  func `data is read as the standard says`(text: String, data: [String]) {
    #expect(read(text).map(\.data) == data)
  }

  @Test func `however the bytes are cut, the events are the same`() {
    let text =
      "retry: 50\r\nid: 1\r\n\r\n\u{FEFF}\r\nid: 2\r\nevent: x\r\n"
      + "data: one\rdata: ❤\n\n:\n\ndata: 3\n\n"
    let bytes = Array(text.utf8)
    let whole = read(text)
    #expect(
      whole == [ServerEvent(id: "2", type: "x", data: "one\n❤"), ServerEvent(id: "2", data: "3")])
    for cut in 0...bytes.count {
      var reader = EventReader()
      #expect(reader.read(bytes[..<cut]) + reader.read(bytes[cut...]) == whole)
      #expect(reader.lastID == "2")
      #expect(reader.retry == 50)
    }
  }

  @Test func `a mark is no event, and the last one counts`() {
    var reader = EventReader()
    #expect(reader.read(Array(": mark 3\n\ndata: a\n\n".utf8)).map(\.data) == ["a"])
    #expect(reader.mark == 3)
    #expect(reader.read(ServerEvent.mark(12) + Array(": mark x\n: note\n\n".utf8)).isEmpty)
    #expect(reader.mark == 12)
  }

  @Test func `the place moves with the end of an event, also of one without data`() {
    var reader = EventReader(lastID: "7")
    #expect(reader.read(Array("id: 8\ndata: x\n".utf8)).isEmpty)
    #expect(reader.lastID == "7")
    #expect(reader.read(Array("\n".utf8)).map(\.id) == ["8"])
    #expect(reader.read(Array("id: 9\n\nid: 1\u{0}0\n\nretry: 1x\n\nretry: -4\n\n".utf8)).isEmpty)
    #expect(reader.lastID == "9")
    #expect(reader.retry == nil)
    #expect(reader.read(Array("id\ndata: y\n\n".utf8)).map(\.id) == [""])
  }

  @Test func `what the server writes is read back`() {
    let hint = ChangeHint(.resource(.coupons), id: "a\nb\"", etag: nil)
    var reader = EventReader()
    let bytes =
      ServerEvent.opening(id: 4, retryAfter: 1000) + ServerEvent.heartbeat
      + ServerEvent.encoded(hint, id: 5)
    let events = reader.read(bytes)
    #expect(events.map(\.id) == ["5"])
    #expect(events.map { try? Wire.decode(ChangeHint.self, from: Array($0.data.utf8)) } == [hint])
    #expect(reader.retry == 1000)
  }

  @Test(arguments: [
    ("ledger", ChangeHint.Subject.resource(.ledger)), ("drafts", .resource(.drafts)),
    ("changes", .unknown), ("badges", .unknown),
  ])
  func `a hint of what this version does not know says that anything may have changed`(
    name: String, subject: ChangeHint.Subject
  ) throws {
    let hint = try Wire.decode(
      ChangeHint.self, from: Array(#"{"resource":"\#(name)","id":null,"etag":null}"#.utf8))
    #expect(hint == ChangeHint(subject))
  }

  @Test func `a line or an event without an end takes no more than its bound`() {
    for line in ["data: ", "data: x\n"] {
      var reader = EventReader()
      let piece = Array(String(repeating: line, count: 100).utf8)
      for _ in 0..<2000 { #expect(reader.read(piece).isEmpty) }
      #expect(reader.isOverlong)
    }
  }
}
