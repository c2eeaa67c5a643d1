import LocalStore

/// What the local store refuses, as a failure to sync.
func storing<Value>(
  _ body: () throws(LocalStoreError) -> Value
) throws(SyncFailure) -> Value {
  do throws(LocalStoreError) {
    return try body()
  } catch {
    throw .store(error.logged, error.told)
  }
}
