import CArchive
import Glibc
import Loyalty

/// Writes files into a new zip, readable by its owner only; one that is there is never replaced.
struct ZipWriter {
  let path: String
  let password: String?

  struct File {
    var name: String
    var bytes: [UInt8]
  }

  func write(_ files: [File]) throws(WalletFileProblem) {
    guard access(path, F_OK) != 0 else { throw .exists }
    let library = try ArchiveLibrary.load()
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .system() }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var isOpen = true
    defer {
      unlink(template)
      if isOpen { close(descriptor) }
    }
    try pack(files, descriptor, library)
    guard fsync(descriptor) == 0 else { throw .system() }
    isOpen = false
    // A file system on another machine may tell only now that it has no room.
    guard close(descriptor) == 0 else { throw .system() }
    try name(template)
  }

  /// The name appears when the whole file is there, and only where there was none.
  private func name(_ template: [CChar]) throws(WalletFileProblem) {
    if link(template, path) == 0 { return }
    guard errno != EEXIST else { throw .exists }
    // NB: a file system of a memory stick has no second names: there the name is taken first.
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw .system() }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw errno == EEXIST ? .exists : .system() }
    close(claim)
    guard rename(template, path) == 0 else { throw .system() }
  }

  private func pack(
    _ files: [File], _ descriptor: Int32, _ library: ArchiveLibrary
  ) throws(WalletFileProblem) {
    var isOpen = false
    guard let archive = ca_write_open(library.calls, descriptor, password, &isOpen) else {
      throw .damaged("out of memory")
    }
    defer { ca_write_close(library.calls, archive) }
    let isWritten =
      isOpen
      && files.allSatisfy {
        ca_write_entry(library.calls, archive, $0.name, $0.bytes, $0.bytes.count)
      }
      && ca_write_finish(library.calls, archive)
    guard isWritten else {
      throw .file(ArchiveLibrary.words(ca_error(library.calls, archive)))
    }
  }
}
