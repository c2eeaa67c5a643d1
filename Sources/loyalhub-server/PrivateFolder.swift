import FoundationEssentials
import Glibc

/// A folder that lives as long as the server.
struct PrivateFolder {
  private let path: String

  /// Refuses anything but a folder that only its owner, who runs this, can enter, and whatever
  /// holds their home or working folder: what is to be removed later must have been made for that.
  init(_ path: String) throws(StartFailure) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_mode & 0o7777 == 0o700, status.st_uid == geteuid()
    else {
      throw StartFailure("--private-folder must be a folder of your own with mode 0700: \(path)")
    }
    self.path = PrivateFolder.resolved(path)
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    for kept in [home, "."].map(PrivateFolder.resolved) where "\(kept)/".hasPrefix("\(self.path)/")
    {
      throw StartFailure("--private-folder must not hold your home or working folder: \(path)")
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  func remove() {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Lines.error.write("loyalhub-server: cannot remove \(path)")
    }
  }
}
