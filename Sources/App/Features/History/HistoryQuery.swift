public import Loyalty

/// Which lines of the history are wanted.
public struct HistoryQuery: Equatable, Sendable {
  public enum Kind: String, Equatable, Sendable, CaseIterable {
    case all
    case earned
    case spent
  }

  public var kind = Kind.all
  /// What the line's words hold, without regard to case.
  public var text = ""
  /// Where it happened.
  public var place: LocalizedText?
  public var period: HistoryPeriod?

  public init(
    kind: Kind = .all, text: String = "", place: LocalizedText? = nil,
    period: HistoryPeriod? = nil
  ) {
    self.kind = kind
    self.text = text
    self.place = place
    self.period = period
  }

  var isAll: Bool { self == HistoryQuery() }
}

extension HistoryQuery.Kind {
  var next: Self {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }

  var phrase: Phrase {
    switch self {
    case .all: .filterAll
    case .earned: .filterEarned
    case .spent: .filterSpent
    }
  }
}
