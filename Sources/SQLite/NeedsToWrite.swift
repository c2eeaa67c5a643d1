/// Something has to be written in a unit that only reads: whoever began it begins again, writing.
///
/// Nobody else catches it.
public struct NeedsToWrite: Error, Hashable, Sendable {
  public init() {}
}
