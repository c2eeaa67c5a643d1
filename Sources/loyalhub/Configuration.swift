import Client
import Glibc
import YAML

/// `config.yaml` of the person who runs the program.
struct Configuration {
  let folder: String

  private var path: String { folder + "/config.yaml" }

  struct Missing: Error, CustomStringConvertible {
    let description =
      "no server yet; use `loyalhub --server https://…`, or `loyalhub demo` to look around"
  }

  /// The server's address: `LOYALHUB_SERVER`, else that of the account that was opened last, else
  /// the file's `server:`.
  func server() throws -> String {
    if let address = getenv("LOYALHUB_SERVER").map({ String(cString: $0) }), !address.isEmpty {
      return address
    }
    if let address = AccountFile(folder: folder).current() { return address }
    guard let bytes = read() else { throw Missing() }
    let document = try YAMLNode.document(in: bytes, file: path).mapping()
    guard let address = try document["server"]?.string() else { throw Missing() }
    return address
  }

  /// The file's bytes; a file that is not there or too long to be ours is none.
  private func read() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// Keeps the first address that was given; a file that is there is the person's own.
  func remember(server address: String) {
    guard access(path, F_OK) != 0 else { return }
    Folders.make(folder)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let quoted = address.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    let bytes = Array("server: '\(quoted)'\n".utf8)
    // NB: a failed write loses a convenience, nothing else.
    _ = write(descriptor, bytes, bytes.count)
  }
}
