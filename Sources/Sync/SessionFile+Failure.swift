extension SessionFile {
  /// Whether somebody is signed in there, as far as the disk knows.
  public var hasSession: Bool {
    // NB: a file that cannot be read signs nobody in.
    (try? read()) != nil
  }

  func found() throws(SyncFailure) -> Session? {
    try failing { () throws(SessionFileError) in try read() }
  }

  func lockIfFree() throws(SyncFailure) -> SessionLock? {
    try failing { () throws(SessionFileError) in try tryLock() }
  }
}

extension SessionLock {
  func found() throws(SyncFailure) -> Session? {
    try failing { () throws(SessionFileError) in try read() }
  }

  func save(_ session: Session) throws(SyncFailure) {
    try failing { () throws(SessionFileError) in try write(session) }
  }

  func clear() throws(SyncFailure) {
    try failing { () throws(SessionFileError) in try remove() }
  }
}

/// What the disk refuses, as a failure to sync.
private func failing<Value>(
  _ body: () throws(SessionFileError) -> Value
) throws(SyncFailure) -> Value {
  do throws(SessionFileError) {
    return try body()
  } catch {
    throw .store(error.description, error.problem)
  }
}
