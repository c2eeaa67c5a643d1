@preconcurrency import Glibc

/// Whether the process was told to ignore a signal before it began: by `nohup`, or by a shell that
/// started it in the background.
public func isIgnored(_ signal: Int32) -> Bool {
  var action = sigaction()
  guard sigaction(signal, nil, &action) == 0 else { return false }
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    == unsafeBitCast(SIG_IGN, to: Int.self)
}
