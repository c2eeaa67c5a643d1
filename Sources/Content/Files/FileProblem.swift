public import Loyalty

/// What is wrong with one of the files of content, or with their folder.
public enum FileProblem: Hashable, Sendable, CustomStringConvertible {
  /// It makes no sense as YAML or as a screen: `news.yaml:12:3: …`.
  case wrong(String)
  /// It cannot be read or written.
  case storage(StorageProblem)
  /// Two files are the same screen; with the places of both.
  case sameSlug(String, place: String, other: String)
  /// What was noted of the server at the last pull makes no sense.
  case state(file: String)

  /// Whether its words begin with a line of a file.
  public var isPlaced: Bool {
    switch self {
    case .wrong, .sameSlug: true
    case .storage, .state: false
    }
  }

  /// For the log; what a person is told is the app's.
  public var description: String {
    switch self {
    case .wrong(let words): words
    case .storage(let problem): problem.description
    case .sameSlug(let slug, let place, let other):
      "\(place): the slug \(slug) is also that of \(other)"
    case .state(let file): "\(file): makes no sense"
    }
  }
}
