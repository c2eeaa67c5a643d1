import Glibc
import SQLite

/// Why the server's database cannot be used, for the person who runs the server: which file, what is
/// wrong with it, and what to do.
public struct DatabaseRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  private init(_ path: String, _ kind: String, _ advice: String) {
    description = "the database \(path): \(kind); \(advice)"
  }

  /// Looks at what stands in the place of a database without opening it: SQLite says the same of all
  /// that is no file, and takes an empty name for a database that goes with the process.
  static func check(_ path: String) throws(DatabaseRefusal) {
    guard path != ":memory:" else { return }
    guard !path.isEmpty else {
      throw DatabaseRefusal("“”", "there is no name", "name a file with --database")
    }
    guard let occupant = occupant(path) else { return }
    throw DatabaseRefusal(path, "is \(occupant), not a file", "name another file")
  }

  /// Whether somebody has begun it.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  /// Refuses a database that would first have to be made, and filled, where nothing fills it; a place
  /// where none can be made is left to SQLite, which says why.
  static func checkIsBegun(_ path: String) throws(DatabaseRefusal) {
    var status = stat()
    let isEmpty = stat(path, &status) == 0 && status.st_size == 0 && access(path, W_OK) == 0
    let isMissing =
      lstat(path, &status) != 0 && errno == ENOENT && access(folder(path), W_OK | X_OK) == 0
    guard path == ":memory:" || isEmpty || isMissing else { return }
    throw DatabaseRefusal(withoutProgram: path)
  }

  private init(withoutProgram path: String) {
    let seeds = Seed.allCases.map(\.rawValue).joined(separator: ", ")
    self.init(
      path, "there is no program in it, so it can serve nobody",
      "name the database of a program, or start once with --seed NAME (\(seeds)) on a new file")
  }

  /// What SQLite or the schema refuses, in words; any other error as it is.
  ///
  /// - Parameter path: the database's file.
  public static func told(_ error: any Error, _ path: String) -> any Error {
    switch error {
    case let error as DatabaseError: DatabaseRefusal(error, path)
    case let error as SchemaTooNew where error.found < 0: DatabaseRefusal(foreign: path)
    case let error as SchemaTooNew:
      DatabaseRefusal(
        path,
        "a newer version has written it (schema \(error.found), this one knows \(error.known))",
        "use that version; nothing was changed")
    default: error
    }
  }

  /// Runs what uses the database, and says in words what the database refuses.
  public static func telling<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch { throw told(error, path) }
  }

  private init(foreign path: String) {
    self.init(path, "is another program's database", "name another file; nothing was changed")
  }

  private init(_ error: DatabaseError, _ path: String) {
    if error == .foreign {
      self.init(foreign: path)
    } else if error == .withoutProgram {
      self.init(withoutProgram: path)
    } else if error.isNotADatabase {
      self.init(path, "is no SQLite database", "name another file; nothing was changed")
    } else if error.isCorrupt {
      self.init(
        path, "is damaged (\(error.message))",
        "put a copy of before in its place, or save what can be read with `sqlite3 FILE .recover`")
    } else if error.isBusy {
      self.init(
        path, "is busy: another process is writing to it",
        "try again when that has finished, or end it")
    } else if error.isFull {
      self.init(full: path)
    } else if error.isMoved {
      self.init(
        path,
        error.isLogMoved
          ? "its log beside it (-wal, -shm) was removed or replaced while the server had it open"
          : "was removed, or another file was put in its place, while the server had it open",
        "nothing is written any more; stop the server, see which file is the right one, start it again"
      )
    } else if error.isReadOnly {
      self.init(path, system: access(path, W_OK) == 0 ? EACCES : errno)
    } else if error.isSystemRefusal, error.systemError != 0 {
      self.init(path, system: error.systemError)
    } else {
      self.init(path, "\(error.message) (SQLite \(error.code))", "look at the file and its disk")
    }
  }

  private init(full path: String) {
    self.init(path, "No space left on device", "make room on its disk, or raise the limit on files")
  }

  /// - Parameter code: `errno`.
  private init(_ path: String, system code: Int32) {
    let words = String(cString: strerror(code))
    let folder = DatabaseRefusal.folder(path)
    switch code {
    case ENOSPC, EDQUOT, EFBIG: self.init(full: path)
    case EACCES, EPERM:
      self.init(path, words, "its user must be able to write it and its folder \(folder)")
    case EROFS: self.init(path, words, "put it on a disk that can be written")
    case ENOENT:
      var status = stat()
      let isLink =
        lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK && access(path, F_OK) != 0
      if isLink {
        self.init(path, "is a link that leads nowhere", "mend the link, or name another file")
      } else if stat(path, &status) == 0 {
        self.init(
          path, "its log beside it (-wal, -shm) was removed while another process has it open",
          "end that one in good order, which may still know what stood in the log, and try again")
      } else if access(folder, W_OK | X_OK) != 0, [EACCES, EROFS].contains(errno) {
        // SQLite has then looked whether it could at least read a file that is not there.
        self.init(path, system: errno)
      } else {
        self.init(path, "there is no folder \(folder)", "make it first, or name another file")
      }
    case ENOTDIR: self.init(path, "\(folder) is no folder", "name another file")
    case EMFILE, ENFILE: self.init(path, words, "raise the limit on open files (ulimit -n)")
    default: self.init(path, words, "look at the file and its disk")
    }
  }

  private static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `nil` for a file, and for nothing.
  private static func occupant(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return "a folder"
    case S_IFIFO: return "a pipe"
    case S_IFSOCK: return "a socket"
    default: return "a device"
    }
  }
}

extension DatabaseError {
  /// A database with tables that are not the server's.
  static let foreign = DatabaseError(notADatabase: "tables of another program")
  /// A database of ours that was never filled.
  static let withoutProgram = DatabaseError(notADatabase: "no program")
}
