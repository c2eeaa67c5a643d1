import Loyalty

/// Which block of a screen: by its id and, where several have the same, by their order.
struct BlockKey: Hashable, Comparable, Sendable {
  var id: Block.ID
  /// From 0.
  var occurrence: Int

  static func < (left: BlockKey, right: BlockKey) -> Bool {
    (left.id.rawValue, left.occurrence) < (right.id.rawValue, right.occurrence)
  }
}

/// Blocks by their keys.
struct KeyedBlocks {
  private(set) var keys: [BlockKey] = []
  private(set) var blocks: [BlockKey: Block] = [:]

  init(_ blocks: [Block]) {
    var seen: [Block.ID: Int] = [:]
    for block in blocks {
      let key = BlockKey(id: block.id, occurrence: seen[block.id, default: 0])
      seen[block.id, default: 0] += 1
      keys.append(key)
      self.blocks[key] = block
    }
  }
}

/// One order out of two that were made of the same one; it does not matter which is which.
///
/// Blocks that neither side moved keep the order of the base. Every other block follows the one
/// that it follows on the side that moved or inserted it; of several that follow the same one the
/// smaller key comes first.
struct BlockOrder {
  /// Every key of the three, once.
  private(set) var keys: [BlockKey] = []

  init(base: [BlockKey], one: [BlockKey], other: [BlockKey]) {
    let sides = [Side(one, over: base), Side(other, over: base)]
    // What follows what; the key `nil` is the beginning.
    var parents: [BlockKey: BlockKey?] = [:]
    let loose = Set(sides.flatMap(\.placed))
    for key in loose.sorted() {
      // Placed by both sides: whichever side is called mine, the same one counts.
      let before = sides.compactMap { $0.before(key) }
        .min { BlockOrder.precedes($0.last, $1.last) }
      let parent = before?.last { !BlockOrder.isBelow($0, key, parents) }
      parents[key] = .some(parent)
    }
    var children: [BlockKey?: [BlockKey]] = [:]
    for key in loose.sorted() { children[parents[key] ?? nil, default: []].append(key) }
    append(after: nil, children)
    for key in base where !loose.contains(key) {
      keys.append(key)
      append(after: key, children)
    }
  }

  private mutating func append(after parent: BlockKey?, _ children: [BlockKey?: [BlockKey]]) {
    // A chain of many blocks would be as deep as it is long.
    var waiting = (children[parent] ?? []).reversed() as [BlockKey]
    while let key = waiting.popLast() {
      keys.append(key)
      waiting += (children[key] ?? []).reversed()
    }
  }

  /// Whether following a block would lead back to the one that follows.
  private static func isBelow(
    _ place: BlockKey, _ key: BlockKey, _ parents: [BlockKey: BlockKey?]
  ) -> Bool {
    var place = Optional(place)
    while let here = place {
      if here == key { return true }
      place = parents[here] ?? nil
    }
    return false
  }

  private static func precedes(_ left: BlockKey?, _ right: BlockKey?) -> Bool {
    guard let right else { return false }
    return left.map { $0 < right } ?? true
  }

  /// What one side did to the order.
  private struct Side {
    let keys: [BlockKey]
    private let places: [BlockKey: Int]
    /// What it inserted or moved.
    let placed: Set<BlockKey>

    init(_ keys: [BlockKey], over base: [BlockKey]) {
      self.keys = keys
      places = Dictionary(
        zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
      let old = Dictionary(zip(base, base.indices), uniquingKeysWith: { first, _ in first })
      let kept = keys.filter { old[$0] != nil }
      let still = longestIncreasing(kept.map { old[$0] ?? 0 })
      placed = Set(keys).subtracting(still.map { kept[$0] })
    }

    /// All that stands before a block which this side placed.
    func before(_ key: BlockKey) -> ArraySlice<BlockKey>? {
      placed.contains(key) ? places[key].map { keys[..<$0] } : nil
    }
  }
}

/// Places of a longest increasing run of different numbers, by patience sorting.
func longestIncreasing(_ numbers: [Int]) -> [Int] {
  var tops: [Int] = []
  var before = [Int?](repeating: nil, count: numbers.count)
  for (place, number) in numbers.enumerated() {
    var low = 0
    var high = tops.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[tops[middle]] < number { low = middle + 1 } else { high = middle }
    }
    before[place] = low > 0 ? tops[low - 1] : nil
    if low == tops.count { tops.append(place) } else { tops[low] = place }
  }
  var result: [Int] = []
  var place = tops.last
  while let here = place {
    result.append(here)
    place = before[here]
  }
  return result.reversed()
}
