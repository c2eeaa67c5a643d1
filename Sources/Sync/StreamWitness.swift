/// Is told where a stream of events stands: a flow knows by it that no news are on their way.
public protocol StreamWitness: Sendable {
  func streamChanged(to state: StreamState)
  /// All that the server had said before it set the mark has been heard.
  func streamReached(mark: Int64)
}

public enum StreamState: Equatable, Sendable {
  case connecting
  case open
  case closed
}
