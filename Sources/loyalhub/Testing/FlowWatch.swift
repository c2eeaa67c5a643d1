import Glibc
import LocalStore
import Loyalty

/// Waits until a file that a flow may be made of is written (inotify(7)).
///
/// The folders are watched, as most editors put another file in the place of the one they have read.
struct FlowWatch: ~Copyable {
  private let descriptor: CInt

  /// Milliseconds without a change, after which whoever writes several files has done.
  private static let calm: CInt = 50
  /// A tree of more folders is not one of flows.
  private static let mostFolders = 1000
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR)

  init() throws(StorageProblem) {
    descriptor = inotify_init1(CInt(IN_CLOEXEC))
    guard descriptor >= 0 else { throw StorageProblem("inotify", code: errno) }
  }

  deinit { close(descriptor) }

  /// Watches these too; one that is gone is watched no more.
  func add(_ folders: some Sequence<String>) throws(StorageProblem) {
    for folder in folders.prefix(FlowWatch.mostFolders)
    where inotify_add_watch(descriptor, folder, FlowWatch.mask) < 0 {
      switch errno {
      case ENOENT, ENOTDIR: continue
      case let code: throw StorageProblem(folder, code: code)
      }
    }
  }

  /// Returns when one has been written, moved or removed, and nothing more happens.
  ///
  /// - Parameter matters: whether a file of this name is looked at; a run's own reports are not.
  func wait(where matters: (String) -> Bool) {
    while !read().contains(where: matters) {}
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&state, 1, FlowWatch.calm) == 1 { _ = read() }
  }

  /// The names of files with which something has happened.
  private func read() -> [String] {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      let head = MemoryLayout<inotify_event>.size
      var names: [String] = []
      var place = 0
      while place + head <= count {
        let event = buffer.load(fromByteOffset: place, as: inotify_event.self)
        let name = buffer[(place + head)..<(place + head + Int(event.len))].prefix { $0 != 0 }
        names.append(String(decoding: name, as: UTF8.self))
        place += head + Int(event.len)
      }
      return names
    }
  }
}
