public import Loyalty

/// What was done, or is to be done, to one screen on the way between files and the server.
public struct ContentStep: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// The file has what the server has now.
    case written
    /// What was changed here and there is now in the file.
    case merged
    /// The file has changes that the server does not have.
    case kept
    /// The server does not have the screen any more; the file stays.
    case gone
    /// A new screen on the server.
    case created
    /// A new revision on the server.
    case saved(revision: Int)
    case published
    /// Saved and not published: what somebody else has saved meanwhile is in it too.
    case held
    /// A picture that the screen names is on the server now, or was there already.
    case picture(name: String, bytes: Int, isNew: Bool)
  }

  public var kind: Kind
  public var slug: String

  public init(_ kind: Kind, _ slug: String) {
    self.kind = kind
    self.slug = slug
  }
}

/// What a push would do to one screen.
public struct ContentChange: Equatable, Sendable {
  public var slug: String
  public var isNew: Bool
  public var difference: ScreenDifference
  /// The names of pictures beside the files, by their digests.
  public var pictures: [String: String]

  public init(
    slug: String, isNew: Bool, difference: ScreenDifference, pictures: [String: String] = [:]
  ) {
    self.slug = slug
    self.isNew = isNew
    self.difference = difference
    self.pictures = pictures
  }

  /// What would change, as lines.
  public var lines: [DifferenceLine] { difference.lines(naming: pictures) }
}

/// A finding with the place of its file.
public struct FileFinding: Equatable, Sendable {
  /// `about.yaml:12:3`.
  public var place: String
  public var finding: Finding

  public init(place: String, finding: Finding) {
    self.place = place
    self.finding = finding
  }
}

/// Why nothing was done.
public enum ContentFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Files or a folder cannot be read or written, or make no sense.
  case files([FileProblem])
  /// The server was not reached.
  case offline(Unreached)
  /// Nobody is signed in, or the member may not do this.
  case notAllowed(String)
  /// The server said no, in words for a person.
  case refused(String)
  /// The answer made no sense, or was too large.
  case garbled
  /// The disk refuses to hold what has come, or to give what is there.
  case storage(StorageProblem)
  /// This machine failed at it.
  case local(LocalFault)
  /// What was found is not fit to be saved or published.
  case findings([FileFinding])
  /// The same blocks were changed on both sides, by the screens' short names.
  case conflicts([String: [EditConflict]])
  /// There is no such screen; and the one that may have been meant.
  case unknown(String, nearest: String?)
  case noRevision(String, Int)

  /// For the log; what a person is told is the app's.
  public var description: String {
    switch self {
    case .files(let problems): problems.map(\.description).joined(separator: "; ")
    case .offline: "the server was not reached"
    case .notAllowed(let words), .refused(let words): words
    case .garbled: "an answer that makes no sense"
    case .storage(let problem): problem.description
    case .local(let fault): "failed on this machine: \(fault)"
    case .findings(let findings): "not fit, in \(findings.count) places"
    case .conflicts(let conflicts):
      "conflicts in \(conflicts.keys.sorted().joined(separator: ", "))"
    case .unknown(let name, _): "there is no \(name)"
    case .noRevision(let name, let number): "there is no revision \(number) of \(name)"
    }
  }

  /// The exit status of a command: 1 not fit, 2 files, 3 offline, 4 not allowed, 5 conflict.
  public var status: Int32 {
    switch self {
    case .findings, .refused, .garbled, .local: 1
    case .files, .unknown, .noRevision, .storage: 2
    case .offline: 3
    case .notAllowed: 4
    case .conflicts: 5
    }
  }
}
