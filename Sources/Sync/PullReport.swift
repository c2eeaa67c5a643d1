import Loyalty

/// What came of each resource of a pull.
struct PullReport {
  private(set) var summary = PullSummary()
  private(set) var failures: [Resource: SyncFailure] = [:]

  enum Outcome: Sendable {
    case updated
    case confirmed
    case failed(SyncFailure)
  }

  mutating func add(_ outcomes: [Resource: Outcome]) {
    for (resource, outcome) in outcomes {
      switch outcome {
      case .updated: summary.updated.insert(resource)
      case .confirmed: summary.confirmed.insert(resource)
      case .failed(let failure): failures[resource] = failure
      }
    }
  }

  /// That the session is over matters most; else the first in the order of the resources, so that
  /// the same failures are always told the same way.
  var failure: SyncFailure? {
    if failures.values.contains(.signedOut) { return .signedOut }
    return Resource.allCases.lazy.compactMap { failures[$0] }.first
  }
}
