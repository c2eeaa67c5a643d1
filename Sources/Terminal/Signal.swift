import Glibc

/// A signal that asks the program to end; stopping, continuing and resizing are the loop's work.
public enum Signal: Hashable, Sendable {
  case terminate
  case interrupt
  case hangup

  init?(number: Int32) {
    switch number {
    case SIGTERM: self = .terminate
    case SIGINT: self = .interrupt
    case SIGHUP: self = .hangup
    default: return nil
    }
  }
}
