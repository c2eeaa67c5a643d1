public import Loyalty

/// What the local store holds of the member's own data, with what the member did to it since.
public struct ProfileContents: Equatable, Sendable {
  /// `nil` when the server's answer has never arrived.
  public var member: Member?
  public var consents: [Consent]?
  /// Whether a change waits to be sent.
  public var isProfileWaiting: Bool
  public var areConsentsWaiting: Bool
  /// When the server last confirmed the profile.
  public var confirmedAt: Instant?

  public init(
    member: Member? = nil, consents: [Consent]? = nil, isProfileWaiting: Bool = false,
    areConsentsWaiting: Bool = false, confirmedAt: Instant? = nil
  ) {
    self.member = member
    self.consents = consents
    self.isProfileWaiting = isProfileWaiting
    self.areConsentsWaiting = areConsentsWaiting
    self.confirmedAt = confirmedAt
  }
}

/// A change of the profile that the server will never take, in its words.
public struct ProfileRefusal: Equatable, Sendable {
  public var patch: ProfilePatch
  public var problems: [ProfilePatch.Field: String]
  /// What it said of the whole.
  public var words: String

  public init(patch: ProfilePatch, problems: [ProfilePatch.Field: String], words: String) {
    self.patch = patch
    self.problems = problems
    self.words = words
  }
}

/// Why a file could not be made.
public enum ExportFailure: Error, Equatable, Sendable, CustomStringConvertible {
  case exists
  case noFolder
  case denied
  case full
  case other(cause: String)

  /// For the log.
  public var description: String {
    switch self {
    case .exists: "the file exists"
    case .noFolder: "there is no such folder"
    case .denied: "not allowed"
    case .full: "the disk is full"
    case .other(let cause): cause
    }
  }
}

/// The member's own data and what can be done with them.
public struct ProfileState: Equatable, Sendable {
  public internal(set) var contents = ProfileContents()
  var menu = ListState()
  /// What was typed and neither saved nor thrown away, as it was typed.
  public internal(set) var draft: [ProfilePatch.Field: String] = [:]
  /// What the server said of it.
  var problems: [ProfilePatch.Field: String] = [:]
  /// `nil` until the server has said.
  public internal(set) var sessions: [LoginSession]?
  var sessionList = ListState()
  var sessionTrouble: Trouble?
  var isEnding = false
  /// The file that was just made.
  public internal(set) var exportedPath: String?

  public init() {}
}

/// What the sheet of the profile leads to.
enum ProfileItem: CaseIterable {
  case edit
  case consents
  case sessions
  case export
  case deletion

  var title: Phrase {
    switch self {
    case .edit: .profileEdit
    case .consents: .consents
    case .sessions: .sessions
    case .export: .export
    case .deletion: .deletion
    }
  }

  var action: Action {
    switch self {
    case .edit: .profile(.edit)
    case .consents: .consents(.show)
    case .sessions: .sessions(.show)
    case .export: .profile(.showExport)
    case .deletion: .profile(.showDeletion)
    }
  }
}
