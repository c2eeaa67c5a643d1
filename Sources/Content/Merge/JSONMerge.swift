extension JSONValue {
  /// The value at a place below this one.
  public subscript(path path: [String]) -> JSONValue? {
    get { path.reduce(Optional(self)) { value, name in value?[name] } }
    set {
      guard let name = path.first else {
        if let newValue { self = newValue }
        return
      }
      guard path.count > 1 else {
        self[name] = newValue
        return
      }
      var below = self[name] ?? .object([:])
      below[path: Array(path.dropFirst())] = newValue
      self[name] = below
    }
  }

  /// Paths of the smallest parts that are not the same, in the order of their names; a list is one
  /// part, and so is the picture of a block.
  ///
  /// - Parameter place: of the two values in a block.
  static func differences(
    _ one: JSONValue, _ other: JSONValue, at place: [String] = []
  ) -> [[String]] {
    guard case .object(let left) = one, case .object(let right) = other,
      place != Block.picturePath
    else {
      return one == other ? [] : [[]]
    }
    return Set(left.keys).union(right.keys).sorted().flatMap { name -> [[String]] in
      guard let here = left[name], let there = right[name] else { return [[name]] }
      return differences(here, there, at: place + [name]).map { [name] + $0 }
    }
  }

  /// What comes of two changes when only one side made one, or both made the same.
  ///
  /// - Returns: `nil` when they differ; else the value, which may be that there is none.
  static func merged(
    _ base: JSONValue?, _ mine: JSONValue?, _ theirs: JSONValue?
  ) -> JSONValue?? {
    if mine == theirs || theirs == base { return .some(mine) }
    return mine == base ? .some(theirs) : nil
  }

  /// The same for each member of an object by itself.
  static func mergedByMember(
    _ base: JSONValue?, _ mine: JSONValue?, _ theirs: JSONValue?
  ) -> JSONValue?? {
    if let value = merged(base, mine, theirs) { return value }
    guard let here = mine?.object, let there = theirs?.object else { return nil }
    let old = base?.object ?? [:]
    var result: [String: JSONValue] = [:]
    for name in Set(here.keys).union(there.keys) {
      guard let value = merged(old[name], here[name], there[name]) else { return nil }
      result[name] = value
    }
    return .object(result)
  }
}

extension Block {
  var value: JSONValue { .object(members) }

  init?(value: JSONValue) {
    guard let members = value.object else { return nil }
    self.init(members: members)
  }
}
