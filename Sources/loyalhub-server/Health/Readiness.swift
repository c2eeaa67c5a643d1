import Glibc
import Server
import Synchronization

/// Whether the server can take requests: it does not drain, and its database can be read.
///
/// A thread of its own looks at the database, which may keep it waiting; whoever asks is never kept.
final class Readiness: Sendable {
  private let path: String
  private let state = Mutex(State())
  /// Wakes the thread that looks.
  private let questions: Wakeup
  /// Wakes whoever waits for the answer.
  let answers: Wakeup
  /// Held while the database is open.
  private let looking = Mutex(false)

  private struct State {
    var isDraining = false
    var isAsked = false
    var refusal: String?
    /// In the seconds of `Elapsed`.
    var lookedAt: Double?
  }

  enum Answer: Equatable {
    case ready
    case refused(String)
    /// The answer comes later.
    case unknown
  }

  /// Seconds for which an answer holds: nobody can make the server look all the time.
  private static let freshness = 1.0

  init(_ path: String) throws(StartFailure) {
    self.path = path
    questions = try Wakeup()
    answers = try Wakeup()
    guard OwnThread.start({ [self] in while true { answerQuestion() } }) else {
      throw StartFailure("there is no thread for --health")
    }
  }

  func drain() {
    state.withLock { $0.isDraining = true }
    answers.ring()
  }

  /// Waits for a look that is under way; there are no others later.
  func stop() {
    looking.withLock { $0 = true }
  }

  /// What is known now; when that is too old, the thread looks.
  func answer() -> Answer {
    let (answer, asks) = state.withLock { state -> (Answer, Bool) in
      if state.isDraining { return (.refused("the server is leaving"), false) }
      if let lookedAt = state.lookedAt, Elapsed.now() - lookedAt < Readiness.freshness {
        return (state.refusal.map(Answer.refused) ?? .ready, false)
      }
      defer { state.isAsked = true }
      return (.unknown, !state.isAsked)
    }
    if asks { questions.ring() }
    return answer
  }

  private func answerQuestion() {
    questions.wait()
    let refusal = looking.withLock { isOver in
      isOver ? "the server is leaving" : DatabaseProbe.refusal(of: path)
    }
    state.withLock { state in
      state.isAsked = false
      state.refusal = refusal
      state.lookedAt = Elapsed.now()
    }
    answers.ring()
  }
}
