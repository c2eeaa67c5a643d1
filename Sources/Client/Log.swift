import FoundationEssentials
import Glibc
import LocalStore
public import Loyalty
import Synchronization

/// `loyalhub.log`: what went wrong, one line each, for whoever looks into it later.
///
/// It stands in the folder of the state. No token, no password and no body is ever in it.
public final class Log: Sendable {
  /// The one of this process; it writes nothing before it has a folder.
  public static let shared = Log()

  private struct Contents {
    var folder: String?
    var descriptor: Int32 = -1
    var last = ""
    var isProblemTold = false
  }

  private let contents = Mutex(Contents())
  private static let name = "loyalhub.log"
  /// Bytes; a longer file makes room for a new one.
  private static let longest: off_t = 1 << 20

  init() {}

  /// Where the log stands; no file is made before there is something to say.
  public func keep(in folder: String) {
    contents.withLock { $0.folder = folder }
  }

  /// Writes nothing more.
  func stop() {
    contents.withLock { contents in
      if contents.descriptor >= 0 { close(contents.descriptor) }
      contents = Contents()
    }
  }

  /// Why no log can be kept, the first time that this is asked; no file is made to find out.
  public func untoldProblem() -> StorageProblem? {
    contents.withLock { contents in
      guard let folder = contents.folder, !contents.isProblemTold else { return nil }
      contents.isProblemTold = true
      return Log.problem(folder + "/" + Log.name)
    }
  }

  private static func problem(_ path: String) -> StorageProblem? {
    do throws(StorageProblem) {
      try PlainFile.check(path)
    } catch {
      return error
    }
    return access(path, W_OK) == 0 || errno == ENOENT ? nil : StorageProblem(path, code: errno)
  }

  /// The file; `nil` when it cannot be written: that must not stop the app.
  ///
  /// - Returns: a descriptor of the log's own, which stays open.
  public func openFile() -> Int32? {
    contents.withLock { contents in
      Log.openFile(&contents)
      return contents.descriptor >= 0 ? contents.descriptor : nil
    }
  }

  /// Adds a line with the time, which is always the machine's; the same words in a row are not repeated.
  public func write(_ words: String, at now: Instant = CalendarClock.system().machine) {
    contents.withLock { contents in
      guard contents.folder != nil, words != contents.last else { return }
      contents.last = words
      Log.openFile(&contents)
      guard contents.descriptor >= 0 else { return }
      let line = Array("\(now.rfc3339) \(cleaned(words, limit: 600))\n".utf8)
      // NB: one write, so that lines of several processes never mix; what the log cannot take is
      // lost, and nothing else.
      _ = Glibc.write(contents.descriptor, line, line.count)
    }
  }

  private static func openFile(_ contents: inout Contents) {
    guard let folder = contents.folder, contents.descriptor < 0 else { return }
    let path = folder + "/" + name
    // NB: without a log everything else goes on.
    guard (try? PlainFile.makeFolder(folder)) != nil, (try? PlainFile.check(path)) != nil else {
      return
    }
    var status = stat()
    if lstat(path, &status) == 0, status.st_size > longest { rename(path, path + ".1") }
    if let descriptor = try? PlainFile.open(path, O_RDWR | O_CREAT | O_APPEND) {
      contents.descriptor = descriptor
    }
  }
}
