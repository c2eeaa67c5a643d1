/// Something has to be written in a unit that only reads: whoever began it begins again, writing.
///
/// Nobody else catches it.
public struct NeedsToWrite: Error, Hashable, Sendable, CustomStringConvertible {
  public let description = "something has to be written where only reading was begun"

  public init() {}
}
