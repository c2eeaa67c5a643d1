import Contract
import Loyalty

/// Who listens to events, found by member; pure.
struct Listeners {
  struct Listener {
    var session: MemberSession?
    var stream: EventStream
  }

  private var all: [Int: Listener] = [:]
  private var ofMember: [Member.ID: Set<Int>] = [:]

  var isEmpty: Bool { all.isEmpty }
  var sessions: Set<MemberSession> { Set(all.values.compactMap(\.session)) }

  func ids(of member: Member.ID) -> Set<Int> { ofMember[member] ?? [] }

  func streams(of sessions: Set<MemberSession>) -> [EventStream] {
    sessions.flatMap { session in
      ids(of: session.member).compactMap { id in
        all[id].flatMap { $0.session == session ? $0.stream : nil }
      }
    }
  }

  mutating func add(_ id: Int, _ listener: Listener) {
    all[id] = listener
    if let member = listener.session?.member { ofMember[member, default: []].insert(id) }
  }

  mutating func remove(_ id: Int) -> EventStream? {
    guard let gone = all.removeValue(forKey: id) else { return nil }
    if let member = gone.session?.member {
      ofMember[member]?.remove(id)
      if ofMember[member]?.isEmpty == true { ofMember[member] = nil }
    }
    return gone.stream
  }

  /// Sends events to those whom they are for, each encoded once and only when somebody hears it.
  ///
  /// - Returns: who could not take them, and has to come back for them.
  func tell(_ events: [StoredEvent]) -> [EventStream] {
    let heard = events.filter { event in event.member.map { ofMember[$0] != nil } ?? true }
      .map { (member: $0.member, bytes: $0.encoded) }
    let members = Set(heard.compactMap(\.member))
    var slow: [EventStream] = []
    for member in members {
      let bytes = heard.filter { $0.member == nil || $0.member == member }.flatMap(\.bytes)
      slow += send(bytes, to: ids(of: member))
    }
    let shared = heard.filter { $0.member == nil }.flatMap(\.bytes)
    guard !shared.isEmpty else { return slow }
    let told = members.reduce(into: Set<Int>()) { $0.formUnion(ids(of: $1)) }
    return slow + send(shared, to: all.keys.filter { !told.contains($0) })
  }

  func tellAll(_ bytes: [UInt8]) -> [EventStream] { send(bytes, to: all.keys) }

  private func send(_ bytes: [UInt8], to ids: some Sequence<Int>) -> [EventStream] {
    ids.compactMap { id in
      guard let stream = all[id]?.stream else { return nil }
      return stream.send(bytes) ? nil : stream
    }
  }
}
