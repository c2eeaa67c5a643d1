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
    case .failed(_, _, let retryAt): moments.append(retryAt)
    }
    if !isSignedIn, let tick = login.nextTick(now: now) { moments.append(tick) }
    if let tick = countUpDeadline { moments.append(tick) }
    if let tick = codeDeadline { moments.append(tick) }
    if let tick = screenDeadline { moments.append(tick) }
    if let tick = editorDeadline { moments.append(tick) }
    if let tick = presenceDeadline { moments.append(tick) }
    return moments.min()
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
}
