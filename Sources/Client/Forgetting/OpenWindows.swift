import Glibc
import LocalStore
import Loyalty
import Synchronization

/// Who of this person's programs use the files of this machine: all of them together, or one that takes
/// them away, alone.
public final class OpenWindows: Sendable {
  /// The one of this process; it holds nothing before it has come.
  public static let shared = OpenWindows()

  /// The folders of the state, opened and locked, for which no file is needed; a lock belongs to what
  /// was opened, not to the process.
  private let descriptors = Mutex<[String: Int32]>([:])

  init() {}

  /// Comes in beside the others.
  ///
  /// - Parameter making: whether to make the folder where there is none; without it there is nothing
  ///   that could be taken away.
  /// - Returns: `false` when one is there that takes all away.
  public func enter(_ folders: Folders, making: Bool = true) -> Bool {
    descriptors.withLock { descriptors in
      let path = folders.state
      guard descriptors[path] == nil else { return true }
      guard folders.problem == nil else { return true }
      // NB: where nothing can be kept there is nothing to be taken away.
      if making, (try? Folders.make(path)) == nil { return true }
      let new = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard new >= 0 else { return true }
      guard OpenWindows.lock(new, LOCK_SH) else {
        close(new)
        return false
      }
      descriptors[path] = new
      return true
    }
  }

  /// Takes the place of all others, if there are none.
  func claim(_ folders: Folders) -> Bool {
    guard enter(folders) else { return false }
    return descriptors.withLock { descriptors in
      guard let descriptor = descriptors[folders.state] else { return true }
      if OpenWindows.lock(descriptor, LOCK_EX) { return true }
      // NB: the kernel gives the old lock back before it asks for the new one.
      _ = OpenWindows.lock(descriptor, LOCK_SH)
      return false
    }
  }

  func leave(_ folders: Folders) {
    descriptors.withLock { descriptors in
      if let descriptor = descriptors.removeValue(forKey: folders.state) {
        close(descriptor)
      }
    }
  }

  private static func lock(_ descriptor: Int32, _ kind: Int32) -> Bool {
    while flock(descriptor, kind | LOCK_NB) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}
