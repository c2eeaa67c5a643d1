import CArchive
import Glibc
import LocalStore
import Loyalty

/// Writes files into a new zip, readable by its owner only; one that is there is never replaced.
struct ZipWriter {
  let path: String
  let password: String?
  /// Whether a file without a name is tried first; a test does without.
  var isNameless = true

  struct File {
    var name: String
    var bytes: [UInt8]
  }

  func write(_ files: [File]) throws(WalletFileProblem) {
    try checkPlace()
    let library = try ArchiveLibrary.load()
    let draft = try Draft(for: path, isNameless: isNameless)
    var isOpen = true
    defer {
      draft.discard()
      if isOpen { close(draft.descriptor) }
    }
    try pack(files, draft.descriptor, library)
    guard fsync(draft.descriptor) == 0 else { throw .system(path) }
    try draft.name(path)
    isOpen = false
    // A file system on another machine may tell only now that it has no room.
    guard close(draft.descriptor) == 0 else {
      let problem = WalletFileProblem.system(path)
      unlink(path)
      throw problem
    }
  }

  /// Only a file counts as one that is there; whatever else has the name is called what it is.
  private func checkPlace() throws(WalletFileProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) else {
      throw .file(StorageProblem(path, mode: status.st_mode))
    }
    throw .exists
  }

  private func pack(
    _ files: [File], _ descriptor: Int32, _ library: ArchiveLibrary
  ) throws(WalletFileProblem) {
    var isOpen = false
    guard let archive = ca_write_open(library.calls, descriptor, password, &isOpen) else {
      throw .file(StorageProblem(path, code: ENOMEM))
    }
    defer { ca_write_close(library.calls, archive) }
    let isWritten =
      isOpen
      && files.allSatisfy {
        ca_write_entry(library.calls, archive, $0.name, $0.bytes, $0.bytes.count)
      }
      && ca_write_finish(library.calls, archive)
    guard isWritten else {
      let code = ca_error_number(library.calls, archive)
      let words = ArchiveLibrary.text(at: ca_error(library.calls, archive))
      throw .file(
        code > 0 ? StorageProblem(path, code: code) : StorageProblem(path, .other(words)))
    }
  }
}

/// A file on its way: it has a name only when it is whole, so that nothing half-written stays, even of
/// a program that is killed.
private struct Draft {
  let descriptor: Int32
  /// The name that it has meanwhile; `nil` where the file system can do without.
  private let template: [CChar]?

  init(for path: String, isNameless: Bool) throws(WalletFileProblem) {
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    // `O_TMPFILE`, which Swift does not import.
    let nameless =
      isNameless ? open(folder, 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o600) : -1
    if nameless >= 0 {
      if access("/proc/self/fd/\(nameless)", F_OK) == 0 {
        descriptor = nameless
        template = nil
        return
      }
      close(nameless)
    }
    // NB: not each file system has files without a name; why there can be none at all is told now.
    var template = Array((path + ".XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      let code = errno
      throw .file(StorageProblem([ENOENT, ENOTDIR].contains(code) ? folder : path, code: code))
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.template = template
  }

  func discard() {
    if let template { unlink(template) }
  }

  /// The name appears when the whole file is there, and only where there was none.
  func name(_ path: String) throws(WalletFileProblem) {
    guard let template else {
      let file = "/proc/self/fd/\(descriptor)"
      guard linkat(AT_FDCWD, file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
        throw errno == EEXIST ? .exists : .system(path)
      }
      return
    }
    if link(template, path) == 0 { return }
    guard errno != EEXIST else { throw .exists }
    // NB: a file system of a memory stick has no second names: there the name is taken first.
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw .system(path) }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw errno == EEXIST ? .exists : .system(path) }
    close(claim)
    guard rename(template, path) == 0 else {
      let problem = WalletFileProblem.system(path)
      unlink(path)
      throw problem
    }
  }
}
