/// A member's points at one moment.
public struct Balance: Codable, Hashable, Sendable {
  /// Spendable now: the sum of what remains in the active lots; below zero is what is owed after a
  /// return of points that were spent, and the next earnings pay it.
  public var available: Points
  /// Earned, not active yet.
  public var pending: Points
  /// Held for something that is not finished.
  public var reserved: Points
  /// What expires next, soonest first.
  public var expiring: [Expiry]
  /// When the server computed this.
  public var asOf: Instant

  public init(
    available: Points, pending: Points, reserved: Points, expiring: [Expiry], asOf: Instant
  ) {
    self.available = available
    self.pending = pending
    self.reserved = reserved
    self.expiring = expiring
    self.asOf = asOf
  }

  /// What is owed after a return of points that were spent.
  public var owed: Points {
    // NB: a foreign balance may be anything, and the least number has no opposite.
    available < .zero ? Points(-max(available.rawValue, -Int64.max)) : .zero
  }

  enum CodingKeys: String, CodingKey {
    case available
    case pending
    case reserved
    case expiring
    case asOf = "as_of"
  }
}

/// Points that expire together at the end of one local day of the program.
public struct Expiry: Codable, Hashable, Sendable {
  public var points: Points
  public var at: Instant
  /// The day in the program's own zone after which they are gone.
  public var on: Day

  public init(points: Points, at: Instant, on: Day) {
    self.points = points
    self.at = at
    self.on = on
  }
}
