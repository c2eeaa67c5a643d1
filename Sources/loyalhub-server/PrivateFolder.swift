import FoundationEssentials
import Glibc

/// A folder that lives as long as the server.
struct PrivateFolder {
  private let path: String

  /// Refuses anything but a folder that only its owner, who runs this, can enter: what is to be
  /// removed later must have been made for that.
  init(_ path: String) throws(StartFailure) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_mode & 0o7777 == 0o700, status.st_uid == geteuid()
    else {
      throw StartFailure("--private-folder must be a folder of your own with mode 0700: \(path)")
    }
    self.path = path
  }

  func remove() {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Line("loyalhub-server: cannot remove \(path)").write(to: STDERR_FILENO)
    }
  }
}
