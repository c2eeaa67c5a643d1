import Contract
import Loyalty
import Testing

@testable import Server

struct StreamRoomTests {
  /// The expectations cannot change a value.
  private final class Room {
    private var room: StreamRoom

    init(_ limits: StreamLimits) { room = StreamRoom(limits) }

    var count: Int { room.count }

    func enter(_ member: Member.ID?, from address: ClientAddress?) -> (id: Int, displaced: Int?)? {
      room.enter(member, from: address)
    }

    func leave(_ id: Int) { room.leave(id) }
  }

  private let attacker = ClientAddress(key: "192.0.2.1")
  private let other = ClientAddress(key: "192.0.2.2")

  @Test func `a member's fifth stream takes the place of that member's oldest`() throws {
    let room = Room(StreamLimits(total: 100))
    let first = try #require(room.enter(.init("mem_anna"), from: attacker))
    let beside = try #require(room.enter(.init("mem_boris"), from: attacker))
    for _ in 0..<3 {
      #expect(try #require(room.enter(.init("mem_anna"), from: other)).displaced == nil)
    }
    #expect(try #require(room.enter(.init("mem_anna"), from: other)).displaced == first.id)
    #expect(room.count == 5)
    #expect(beside.displaced == nil)
  }

  @Test func `below four fifths of the guests' share an address may have all of them`() throws {
    let room = Room(StreamLimits(total: 800, guests: 100))
    for _ in 0..<80 { #expect(try #require(room.enter(nil, from: attacker)).displaced == nil) }
  }

  @Test func `then the address with the most loses its oldest, and the others keep theirs`() throws
  {
    let room = Room(StreamLimits(total: 800, guests: 100))
    let kept = try #require(room.enter(nil, from: other))
    let oldest = try #require(room.enter(nil, from: attacker))
    for _ in 0..<78 { _ = room.enter(nil, from: attacker) }
    #expect(try #require(room.enter(nil, from: attacker)).displaced == oldest.id)
    var lost: Set<Int> = []
    for _ in 0..<1000 { lost.insert(try #require(room.enter(nil, from: attacker)?.displaced)) }
    #expect(!lost.contains(kept.id))
    #expect(room.count == 80)
    // Somebody else comes in, at the cost of the attacker.
    let late = try #require(room.enter(nil, from: other))
    #expect(late.displaced.map { $0 != kept.id } == true)
  }

  @Test func `who has one each loses it to nobody, and a full share is said`() throws {
    let room = Room(StreamLimits(total: 100, guests: 10))
    for number in 0..<10 {
      #expect(try #require(room.enter(nil, from: .init(key: "\(number)"))).displaced == nil)
    }
    #expect(room.enter(nil, from: .init(key: "10")) == nil)
    // Nor do those who cannot be told apart.
    let unknown = Room(StreamLimits(total: 100, guests: 10))
    for _ in 0..<10 { #expect(try #require(unknown.enter(nil, from: nil)).displaced == nil) }
    #expect(unknown.enter(nil, from: nil) == nil)
  }

  @Test func `guests give way to members, and not the other way round`() throws {
    let room = Room(StreamLimits(total: 4, guests: 2))
    let guest = try #require(room.enter(nil, from: nil))
    for number in 0..<3 { #expect(room.enter(.init("mem_\(number)"), from: other) != nil) }
    #expect(room.enter(nil, from: attacker) == nil)
    #expect(try #require(room.enter(.init("mem_anna"), from: other)).displaced == guest.id)
    #expect(room.enter(.init("mem_boris"), from: other) == nil)
    room.leave(guest.id + 1)
    #expect(room.enter(.init("mem_boris"), from: other)?.displaced == .some(nil))
  }

  @Test func `a place that is left twice is one place`() throws {
    let room = Room(StreamLimits(total: 2, guests: 1))
    let guest = try #require(room.enter(nil, from: attacker))
    room.leave(guest.id)
    room.leave(guest.id)
    #expect(room.enter(nil, from: attacker) != nil)
    #expect(room.enter(nil, from: other) == nil)
  }
}
