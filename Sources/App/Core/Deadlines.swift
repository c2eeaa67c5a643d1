public import Loyalty

extension State {
  /// When the app wants to be woken although nothing happens; `nil` is never.
  public var nextDeadline: Instant? {
    var moments = toasts.compactMap(\.until)
    switch network {
    case .idle: break
    case .working(let since):
      let patience = since.adding(milliseconds: NetworkState.patience)
      if now < patience { moments.append(patience) }
    case .failed(let trouble, _, let retryAt):
      moments.append(retryAt)
      // Where the seconds that are still to wait stand on the screen, they run.
      if trouble.seconds != nil, program == nil, isBaseSeen, now < retryAt {
        moments.append(now.adding(milliseconds: 1000))
      }
    }
    moments += FeatureDescription.all.compactMap { $0.deadline(self) }
    return moments.min()
  }

  /// Does what the features have to do now.
  mutating func passMoments() -> [Effect] {
    var effects: [Effect] = []
    for feature in FeatureDescription.all { effects += feature.pass(&self) }
    return effects
  }
}

extension State {
  /// What waits for a length of time waits as long as before, and the server is asked for what the
  /// new day brings.
  mutating func moveClock(_ milliseconds: Int64) -> [Effect] {
    for place in toasts.indices { toasts[place].until?.move(milliseconds) }
    switch network {
    case .idle: break
    case .working(let since): network = .working(since: since.adding(milliseconds: milliseconds))
    case .failed(let trouble, let attempts, let retryAt):
      let retryAt = retryAt.adding(milliseconds: milliseconds)
      network = .failed(trouble, attempts: attempts, retryAt: retryAt)
    }
    for feature in FeatureDescription.all { feature.moveMoments(milliseconds, &self) }
    return hearNews() + passMoments()
  }
}

extension NetworkState {
  /// Milliseconds before a word about work in progress appears.
  static let patience: Int64 = 300
}

extension Instant {
  func adding(milliseconds: Int64) -> Instant {
    Instant(milliseconds: rawValue + milliseconds)
  }

  mutating func move(_ milliseconds: Int64) {
    self = adding(milliseconds: milliseconds)
  }
}
