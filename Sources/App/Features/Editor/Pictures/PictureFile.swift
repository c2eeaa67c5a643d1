public import Loyalty

/// A picture in a file of this machine, as it was when it was looked at.
public struct PictureFile: Equatable, Sendable {
  /// The whole path.
  public let path: String
  /// Of its bytes.
  public let sha256: String
  public let kind: PictureHead.Kind
  /// Pixels.
  public let width: Int
  /// Pixels.
  public let height: Int
  public let bytes: Int

  public init(
    path: String, sha256: String, kind: PictureHead.Kind, width: Int, height: Int, bytes: Int
  ) {
    self.path = path
    self.sha256 = sha256
    self.kind = kind
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// The last part of its path.
  var name: String { cleaned(String(path.split(separator: "/").last ?? ""), limit: 60) }
}

/// Why a file cannot be a block's picture.
public enum PictureFileProblem: Error, Equatable, Sendable, CustomStringConvertible {
  case storage(StorageProblem)
  case fault(PictureFault)
  /// It is another one than was looked at.
  case changed

  /// For the log.
  public var description: String {
    switch self {
    case .storage(let problem): problem.description
    case .fault(let fault): fault.description
    case .changed: "the file has changed"
    }
  }
}

/// What comes of a picture's file.
public enum PictureFileEvent: Equatable, Sendable {
  /// - typed: what its path was read from.
  case found(typed: String, PictureFile)
  case notFound(typed: String, PictureFileProblem)
  /// So many of its bytes have gone out.
  case progress(attempt: Int, sent: Int)
  /// The server has it.
  case stored(attempt: Int)
  /// It is not what was looked at, so that nothing was sent.
  case unsendable(attempt: Int, PictureFileProblem)
}

/// What is done with a picture's file besides sending it.
public enum PictureFileEffect: Equatable, Sendable {
  /// Look at what stands at a path, as it was typed.
  case look(typed: String)
  /// Stop the sending.
  case cancel
}

/// What a person can ask of the sheet of a picture.
public enum PictureChoiceAction: Equatable, Sendable {
  /// Sends the file, and puts what stands in the sheet into the block.
  case submit
  /// Takes the picture out of the block.
  case remove
}
