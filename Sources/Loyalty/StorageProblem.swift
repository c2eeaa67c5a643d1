/// Why something cannot be kept on this machine, or not be read from it.
public struct StorageProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// Nobody knows where this person's files belong.
    case noHome
    /// The folder or the file is another user's, or its rights do not allow it.
    case denied
    /// What the disk holds may not be changed.
    case readOnly
    /// No room: on the disk, or below a limit on files.
    case full
    /// A folder on the way is missing.
    case noFolder
    /// Something else stands in the place of a file, or of a folder.
    case occupied(Occupant)
    /// The file is damaged.
    case damaged
    /// A newer version of the program has written it; it is not touched.
    case newer
    /// Another process holds it for too long.
    case busy
    /// The device does not give or take its bytes.
    case failing
    case nameTooLong
    /// This process, or the machine, has too many files open.
    case tooManyFiles
    /// Neither a folder nor a file stands where a folder is wanted.
    case notFolder(Occupant)
    /// What has to be a text is none in UTF-8.
    case noText
    /// The first line, which is wanted, is empty.
    case emptyLine
    /// The system's words.
    case other(String)
  }

  /// What stands where a plain file is wanted, and is not touched.
  public enum Occupant: String, Hashable, Sendable {
    case folder
    case link
    case pipe
    case socket
    case device
    /// A file where a folder is wanted.
    case file
    /// Something else where a folder is wanted.
    case other
    /// A link to nothing, where a link to a file would do.
    case brokenLink
    /// A pipe into which nobody writes, where one with a writer would do.
    case silentPipe
  }

  /// The folder or the file.
  public var place: String
  public var reason: Reason

  public init(_ place: String, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  /// Nothing is known of a home.
  public static let noHome = StorageProblem("HOME", .noHome)

  /// For the log, and where no language is known.
  public var description: String { "\(place): \(words)" }

  private var words: String {
    switch reason {
    case .noHome: "not set to a whole path, and the user database names no home"
    case .denied: "Permission denied"
    case .readOnly: "Read-only file system"
    case .full: "No space left on device"
    case .noFolder: "No such file or folder"
    case .occupied(.file): "is a file, not a folder"
    case .occupied(.other): "is not a folder"
    case .occupied(.brokenLink): "is a link that leads nowhere"
    case .occupied(.silentPipe): "is a pipe into which nobody writes"
    case .occupied(let occupant): "is a \(occupant.rawValue), not a file"
    case .damaged: "is damaged"
    case .newer: "was written by a newer version"
    case .busy: "is held by another process"
    case .failing: "Input/output error"
    case .nameTooLong: "File name too long"
    case .tooManyFiles: "Too many open files"
    case .notFolder(let occupant): "is a \(occupant.rawValue), not a folder"
    case .noText: "is no text in UTF-8"
    case .emptyLine: "its first line is empty"
    case .other(let words): words
    }
  }
}
