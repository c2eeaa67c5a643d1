import Contract
import Server
import Testing

struct TurnQueueTests {
  private let attacker = ClientAddress(key: "127.0.0.2")
  private let member = ClientAddress(key: "127.0.0.3")

  @Test func `who asks once does not stand behind who asks a thousand times`() {
    var queue = TurnQueue<Int>(most: 1024)
    for number in 1...1000 { _ = queue.add(number, for: attacker) }
    _ = queue.add(-1, for: member)
    _ = queue.add(-2, for: nil)
    #expect((1...5).map { _ in queue.next() } == [1, -1, -2, 2, 3])
    #expect(queue.count == 997)
  }

  @Test func `where there is no room the address with the most loses its last one`() {
    var queue = TurnQueue<Int>(most: 3)
    for number in 1...3 { _ = queue.add(number, for: attacker) }
    guard case .refused = queue.add(4, for: attacker) else {
      Issue.record("it has taken one more")
      return
    }
    guard case .takenInstead(3) = queue.add(-1, for: member) else {
      Issue.record("the member has no room")
      return
    }
    // Two and one: now nobody has more than another would have.
    guard case .refused = queue.add(-2, for: member) else {
      Issue.record("the member takes what is the other's share")
      return
    }
    #expect((1...4).map { _ in queue.next() } == [1, -1, 2, nil])
  }

  @Test func `what is empty takes up again`() {
    var queue = TurnQueue<Int>(most: 2)
    #expect(queue.next() == nil)
    _ = queue.add(1, for: member)
    #expect(queue.next() == 1)
    _ = queue.add(2, for: member)
    #expect(queue.next() == 2)
    #expect(queue.count == 0)
  }
}
