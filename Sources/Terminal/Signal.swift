import Glibc

/// A signal that asks the program to end; stopping, continuing and resizing are the loop's work.
public enum Signal: Hashable, Sendable {
  case terminate
  case interrupt
  case hangup
  /// Any other that ends a program which does not expect it (SIGUSR1, SIGALRM, …).
  case other(Int32)

  init(number: Int32) {
    switch number {
    case SIGTERM: self = .terminate
    case SIGINT: self = .interrupt
    case SIGHUP: self = .hangup
    default: self = .other(number)
    }
  }

  public var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .hangup: SIGHUP
    case .other(let number): number
    }
  }
}
