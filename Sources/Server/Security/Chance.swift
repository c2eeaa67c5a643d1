import Synchronization

/// What is left to chance: the system's (getrandom(2) behind `SystemRandomNumberGenerator`), but in
/// the demo of a flow, which is to be the same each time.
public enum Chance {
  struct Seeded {
    let seed: UInt64
    /// One for each purpose: requests that come in another order change no code of a coupon.
    private var generators: [String: SplitMix64] = [:]

    init(seed: UInt64) {
      self.seed = seed
    }

    mutating func next(_ purpose: String) -> UInt64 {
      let place = purpose.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      return generators[purpose, default: SplitMix64(seed: place)].next()
    }
  }

  private static let seeded = Mutex<Seeded?>(nil)

  /// From now on the same comes for the same seed.
  ///
  /// For demos alone: who knows the seed knows all secrets.
  public static func begin(seed: UInt64) {
    seeded.withLock { $0 = Seeded(seed: seed) }
  }

  /// - Parameter purpose: what it is for, as `cpn`.
  static func bytes(_ count: Int, for purpose: String) -> [UInt8] {
    var generator = Generator(purpose: purpose)
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  struct Generator: RandomNumberGenerator {
    let purpose: String
    private var system = SystemRandomNumberGenerator()

    init(purpose: String) {
      self.purpose = purpose
    }

    mutating func next() -> UInt64 {
      let number = Chance.seeded.withLock { seeded in seeded?.next(purpose) }
      return number ?? system.next()
    }
  }
}
