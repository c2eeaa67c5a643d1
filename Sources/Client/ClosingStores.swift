import LocalStore

/// Closes all stores of this process before it leaves, so that no write-ahead log stays behind; what
/// still runs then finds them closed.
public func closeStores() {
  LocalStore.closeAll()
}
