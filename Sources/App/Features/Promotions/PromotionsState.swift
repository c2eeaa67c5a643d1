public import Loyalty

/// What the local store holds about promotions.
public struct PromotionsContents: Equatable, Sendable {
  /// `nil` when the server's list has never arrived.
  public var promotions: [Promotion]?
  /// When the server last confirmed them.
  public var confirmedAt: Instant?

  public init(promotions: [Promotion]? = nil, confirmedAt: Instant? = nil) {
    self.promotions = promotions
    self.confirmedAt = confirmedAt
  }
}

/// The offers as one list: where the member takes part, what is on, what begins soon, what is past.
public struct PromotionsState: Equatable, Sendable {
  public internal(set) var contents = PromotionsContents()
  public internal(set) var items: [Promotion] = []
  public internal(set) var list = ListState()
  /// The promotion that is being joined or left.
  var changing: Promotion.ID?
  var problem: Problem?

  public init() {}

  /// Why nothing came of it.
  enum Problem: Equatable, Sendable {
    case offline
    /// The answer got lost.
    case lost
    case trouble(Trouble)
  }

  func promotion(_ id: Promotion.ID) -> Promotion? { items.first { $0.id == id } }

  /// Takes over what the store holds; the selected item stays selected.
  mutating func replaceContents(with contents: PromotionsContents, now: Instant, height: Int) {
    let selected = items.indices.contains(list.selection) ? items[list.selection].id : nil
    self.contents = contents
    items = (contents.promotions ?? []).sorted { left, right in
      let (first, second) = (left.rank(at: now), right.rank(at: now))
      guard first == second else { return first < second }
      let ends = first == Promotion.soonRank ? (left.from, right.from) : (left.to, right.to)
      return ends.0 == ends.1 ? left.id.rawValue < right.id.rawValue : ends.0 < ends.1
    }
    if list.selection > 0, let row = items.firstIndex(where: { $0.id == selected }) {
      list.top = max(0, list.top + row - list.selection)
      list.selection = row
    }
    list.scrollToSelection(count: items.count, height: height)
  }
}

extension Promotion {
  fileprivate static let soonRank = 2

  fileprivate func rank(at now: Instant) -> Int {
    if completedAt != nil { return 3 }
    switch phase(at: now) {
    case .current: return isEnrolled ? 0 : 1
    case .soon: return Promotion.soonRank
    case .ended: return 4
    }
  }

  /// Whether there is something to join, or to leave.
  func canChange(at now: Instant) -> Bool {
    enrollment == .required && completedAt == nil && phase(at: now) != .ended
  }
}
