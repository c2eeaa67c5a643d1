/// At most so many in so many seconds.
struct RateLimit: Hashable, Sendable {
  var count: Int
  var seconds: Int64
}

/// How many one-time codes may be sent and tried.
///
/// A stranger knows the phone and has addresses of their own; the owner has the phone. So sends count
/// by phone and address, and what a phone gets from all addresses together has three steps: who has
/// asked before stops first, an address that is new here has a reserve, and one that is the owner's,
/// where a code of this phone was typed or its session renewed, has a limit of its own, which no
/// stranger reaches.
enum CodeRules {
  static let length = 6
  /// Seconds that a code can be used.
  static let lifetime: Int64 = 300
  /// Seconds that the client waits before it offers another code.
  static let resendAfter = 30
  private static let day: Int64 = 86_400

  // Sends.
  /// To one phone, asked for from one address.
  static let own = [
    RateLimit(count: 3, seconds: 60), RateLimit(count: 5, seconds: 1800),
    RateLimit(count: 20, seconds: day),
  ]
  /// To one phone from all addresses that are not known as its owner's.
  static let strangers = [RateLimit(count: 15, seconds: 1800), RateLimit(count: 30, seconds: day)]
  /// The same with the reserve of an address that has not asked for this phone today.
  static let reserve = [RateLimit(count: 60, seconds: 1800), RateLimit(count: 100, seconds: day)]
  /// To one phone from all addresses that are known as its owner's; more than one of them may use,
  /// as a stranger may share it.
  static let known = [RateLimit(count: 40, seconds: day)]
  /// From one address to all phones: a carrier's has thousands of customers, who log in rarely.
  static let address = [
    RateLimit(count: 30, seconds: 60), RateLimit(count: 300, seconds: 3600),
    RateLimit(count: 2000, seconds: day),
  ]
  /// Seconds that an address is known as the owner's, and how many are for each phone.
  static let remembered: Int64 = 90 * day
  static let mostKnown: Int64 = 30

  // Tries.
  /// Wrong codes for one challenge, whoever tries.
  static let tries = RateLimit(count: 5, seconds: 60)
  static let mostTries = 10
  /// Wrong codes for all challenges of a phone.
  ///
  /// Beyond it each challenge has `fewTries`, so that whoever reads the code can still type it, and
  /// guesses stay few: with at most 140 challenges a day 100 + 2 × 140 of a million codes, a chance of
  /// 0.00038 for each phone and day.
  static let triesOfPhone = RateLimit(count: 100, seconds: day)
  static let fewTries = 2
  /// Wrong codes from one address; beyond it a code that was never tried wrong is still taken.
  static let triesOfAddress = [
    RateLimit(count: 30, seconds: 60), RateLimit(count: 200, seconds: 3600),
  ]

  /// Milliseconds that a row may seem to come from the future, as clocks of instances differ.
  ///
  /// What is farther ahead was written by a clock that was wrong, and counts for nothing.
  static let skew: Int64 = 60_000
}
