import Loyalty
import Synchronization

/// What makes two lines for the operator the same, whoever met it.
struct FailureKind: Hashable {
  /// Without what differs from request to request.
  var words: String
  /// Seconds between two lines.
  var pause: Int64 = 60

  /// Told more often: it passes by itself, and says how it goes with a backup.
  static let busy = FailureKind(words: "503 busy", pause: 1)
  /// When there are too many.
  static let other = FailureKind(words: "failures of other kinds")
}

/// The lines of floods, so that a full disk or a damaged row does not fill the log.
///
/// Of each kind the first one is said at once, and then one in a while, with the number of those that
/// were left out. No kind silences another one.
final class FailureLines: Sendable {
  private struct Told {
    var at: Instant
    var leftOut = 0

    func isRecent(_ kind: FailureKind, _ now: Instant) -> Bool {
      // NB: a clock that was set back does not silence the log.
      (at...at.adding(seconds: kind.pause)).contains(now)
    }
  }

  /// More than go wrong in a minute, even on a disk that takes nothing from any route.
  static let mostKinds = 200

  private let kinds = Mutex<[FailureKind: Told]>([:])

  /// - Returns: what is to be said now; `nil` when the last line of its kind is not old enough.
  func say(_ line: String, _ kind: FailureKind, at now: Instant) -> String? {
    kinds.withLock { kinds in
      let kind = FailureLines.known(kind, &kinds, now)
      if let told = kinds[kind], told.isRecent(kind, now) {
        kinds[kind]?.leftOut += 1
        return nil
      }
      let count = kinds.updateValue(Told(at: now), forKey: kind)?.leftOut ?? 0
      return count == 0 ? line : "\(line); \(count) more before it"
    }
  }

  /// What was counted of lines that were not said, and is to be said now.
  ///
  /// - Parameter now: `nil` when it is the last time.
  func rest(at now: Instant?) -> [String] {
    kinds.withLock { kinds in
      var lines: [String] = []
      for (kind, told) in kinds where told.leftOut > 0 {
        if let now, told.isRecent(kind, now) { continue }
        lines.append("\(told.leftOut) more: \(kind.words)")
        kinds[kind] = Told(at: now ?? told.at)
      }
      return lines.sorted()
    }
  }

  /// The kind, or that of all others when there are too many already.
  private static func known(
    _ kind: FailureKind, _ kinds: inout [FailureKind: Told], _ now: Instant
  ) -> FailureKind {
    guard kinds[kind] == nil, kinds.count >= mostKinds else { return kind }
    kinds = kinds.filter { $0.value.leftOut > 0 || $0.value.isRecent($0.key, now) }
    return kinds.count < mostKinds ? kind : .other
  }
}

extension LoyaltyServer {
  /// Says how many failures were not told one by one.
  ///
  /// - Parameter isLast: whether nobody asks any more.
  func sayHowManyFailed(isLast: Bool = false) {
    for line in failureLines.rest(at: isLast ? nil : clock.machine) { onFailure(line) }
  }
}
