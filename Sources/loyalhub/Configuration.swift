import App
import Client
import Glibc
import LocalStore
import Loyalty
import YAML

/// `config.yaml` of the person who runs the program.
struct Configuration {
  let folder: String

  private var path: String { folder + "/config.yaml" }

  /// No server is known.
  struct Missing: Error, CustomStringConvertible {
    var description: String { words(in: .english) }

    func words(in language: Language) -> String {
      language == .russian
        ? "сервер не выбран: `loyalhub https://…` по ссылке программы или `loyalhub demo`, чтобы "
          + "осмотреться"
        : "no server yet; use the program’s link, `loyalhub https://…`, or `loyalhub demo` to look "
          + "around"
    }
  }

  /// The file cannot be read, so nobody knows the server.
  struct Unreadable: Error, CustomStringConvertible {
    let problem: StorageProblem

    var description: String { words(in: .english) }

    func words(in language: Language) -> String {
      let phrases = Phrasebook(language)
      return "\(phrases.words(for: problem)). "
        + (language == .russian
          ? "Сервер можно назвать так: `loyalhub --server https://…`"
          : "The server can be named: `loyalhub --server https://…`")
    }
  }

  /// The server's address: `LOYALHUB_SERVER`, else that of the account that was opened last, else
  /// the file's `server:`.
  func server() throws -> String {
    if let address = getenv("LOYALHUB_SERVER").map({ String(cString: $0) }), !address.isEmpty {
      return address
    }
    if let address = AccountFile(folder: folder).current() { return address }
    let bytes: [UInt8]?
    do throws(StorageProblem) {
      bytes = try read()
    } catch {
      throw Unreadable(problem: error)
    }
    guard let bytes else { throw Missing() }
    let document = try YAMLNode.document(in: bytes, file: path).mapping()
    guard let address = try document["server"]?.string() else { throw Missing() }
    return address
  }

  /// The file's bytes; a file that is not there is none.
  ///
  /// A link to a file is as good as one: it is
  /// the person's own, and only read.
  private func read() throws(StorageProblem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      let code = errno
      var status = stat()
      if code == ENOENT, lstat(path, &status) == 0 {
        throw StorageProblem(path, .occupied(.brokenLink))
      }
      if [ENOENT, ENOTDIR].contains(code) { return nil }
      throw StorageProblem(path, code: code)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StorageProblem(path, mode: status.st_mode)
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// Keeps the first address that was given; a file that is there is the person's own.
  func remember(server address: String) {
    guard access(path, F_OK) != 0 else { return }
    // NB: where nothing can be kept, the app says so.
    guard (try? Folders.make(folder)) != nil,
      let descriptor = try? PlainFile.open(path, O_WRONLY | O_CREAT | O_EXCL)
    else { return }
    let quoted = address.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    let bytes = Array("server: '\(quoted)'\n".utf8)
    let isWritten =
      write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    // NB: a failed write loses a convenience, nothing else; half a line would be worse.
    if close(descriptor) != 0 || !isWritten { unlink(path) }
  }
}
