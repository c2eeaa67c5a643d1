public import Loyalty

/// For whom, in which languages and when a block is there.
public struct Visibility: Equatable, Sendable {
  /// Ids of tiers; empty is everybody.
  public var tiers: [String]
  /// Names of segments, of which one is enough; empty is everybody.
  public var segments: [String]
  /// Language tags; empty is every language.
  public var locales: [String]
  /// The first moment; `nil` is always.
  public var from: Instant?
  /// The first moment when it is gone; `nil` is never.
  public var to: Instant?

  /// Reads what it understands: a member of another shape limits nothing.
  public init(_ value: JSONValue?) {
    tiers = value?["tiers"]?.array?.compactMap(\.string) ?? []
    segments = value?["segments"]?.array?.compactMap(\.string) ?? []
    locales = value?["locales"]?.array?.compactMap(\.string) ?? []
    from = value?["from"]?.string.flatMap(Instant.init(rfc3339:))
    to = value?["to"]?.string.flatMap(Instant.init(rfc3339:))
  }

  /// What only the server can decide for a member.
  public func admitsMember(of audience: Audience) -> Bool {
    guard let segments = audience.segments else { return true }
    return (tiers.isEmpty || audience.tier.map { tiers.contains($0.rawValue) } ?? false)
      && (self.segments.isEmpty || !segments.isDisjoint(with: self.segments))
  }

  /// What a client decides anew at each moment.
  public func admits(_ language: Language, at now: Instant) -> Bool {
    (locales.isEmpty || locales.contains(language.rawValue))
      && (from.map { $0 <= now } ?? true) && (to.map { now < $0 } ?? true)
  }
}

/// Somebody who looks at a screen at a moment: the member, or whom an editor plays.
public struct Audience: Equatable, Sendable {
  /// `nil` for guests and where there are no tiers.
  public var tier: Tier.ID?
  /// `nil` where the server has left out already what is for other tiers and segments.
  public var segments: Set<String>?
  public var language: Language
  public var now: Instant
  /// Of the client.
  public var version: Version

  public init(
    tier: Tier.ID? = nil, segments: Set<String>? = nil, language: Language, now: Instant,
    version: Version = .current
  ) {
    self.tier = tier
    self.segments = segments
    self.language = language
    self.now = now
    self.version = version
  }
}

extension Block {
  public var visibility: Visibility { Visibility(members["visibility"]) }

  /// How a block appears to somebody.
  public enum Appearance: Equatable, Sendable {
    case shown
    /// The client does not know it, or is too old: its fallback stands for it, if there is one.
    case fallback
    case hidden
  }

  public func appearance(to audience: Audience) -> Appearance {
    let visibility = visibility
    guard visibility.admitsMember(of: audience),
      visibility.admits(audience.language, at: audience.now)
    else { return .hidden }
    return kind.isKnown && (minClient.map { $0 <= audience.version } ?? true) ? .shown : .fallback
  }
}

extension Screen {
  /// The next moment after which the screen may look different, for who waits.
  public func nextChange(after now: Instant) -> Instant? {
    blocks.flatMap { [$0.visibility.from, $0.visibility.to] }.compactMap(\.self)
      .filter { $0 > now }.min()
  }
}
