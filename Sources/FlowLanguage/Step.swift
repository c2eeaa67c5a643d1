/// One command of a flow and where it stands.
public struct Step: Equatable, Sendable {
  public var command: Command
  public var place: Place
  /// What the report calls it.
  public var label: Template?
  /// Maestro's `optional: true`: a failure is a warning.
  public var isOptional: Bool
  /// Ours: a failure counts, and the flow goes on.
  public var isSoft: Bool
  /// Keys of it that change nothing in a terminal, which is said aloud.
  public var idle: [String] = []

  public init(
    _ command: Command, at place: Place, label: Template? = nil, isOptional: Bool = false,
    isSoft: Bool = false
  ) {
    self.command = command
    self.place = place
    self.label = label
    self.isOptional = isOptional
    self.isSoft = isSoft
  }
}
