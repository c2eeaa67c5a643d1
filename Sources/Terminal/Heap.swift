import CTerminal

/// The memory of the process.
public enum Heap {
  /// All threads share one heap, as they rarely allocate at the same time: each further heap is
  /// memory of its own.
  ///
  /// To be called before there is a second thread.
  public static func share() {
    ct_share_heap()
  }
}
