public import Loyalty

/// What is wrong with one of the files of content, or with their folder.
public enum FileProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// It makes no sense as YAML or as a screen; the place is `news.yaml:12:3`.
  case wrong(place: String, english: String, russian: String)
  /// It cannot be read or written.
  case storage(StorageProblem)
  /// Two files are the same screen; with the places of both.
  case sameSlug(String, place: String, other: String)
  /// What was noted of the server at the last pull makes no sense.
  case state(file: String)

  /// The file, with line and column where they are known.
  public var place: String {
    switch self {
    case .wrong(let place, _, _), .sameSlug(_, let place, _): place
    case .storage(let problem): problem.place
    case .state(let file): file
    }
  }

  /// Whether its words begin with a line of a file.
  public var isPlaced: Bool {
    switch self {
    case .wrong, .sameSlug: true
    case .storage, .state: false
    }
  }

  /// As scripts know it, beside the codes of findings.
  public var code: String {
    switch self {
    case .wrong: "bad_yaml"
    case .storage: "unreadable"
    case .sameSlug: "same_slug"
    case .state: "bad_state"
    }
  }

  /// For the log; what a person is told is the app's.
  public var description: String {
    switch self {
    case .wrong(let place, let english, _): "\(place): \(english)"
    case .storage(let problem): problem.description
    case .sameSlug(let slug, let place, let other):
      "\(place): the slug \(slug) is also that of \(other)"
    case .state(let file): "\(file): makes no sense"
    }
  }
}
