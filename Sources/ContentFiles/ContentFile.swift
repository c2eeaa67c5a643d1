public import Content
import Loyalty
public import YAML

/// A content screen as a file that a person can read and git can merge.
///
/// Names stand in a fixed order, what says nothing is left out, texts of several lines stay lines,
/// and what this version does not know is kept.
public struct ContentFile: Equatable, Sendable {
  /// How the name of such a file ends.
  public static let suffix = ".yaml"

  /// Whether a file of this name is read as a screen.
  public static func isRead(_ name: String) -> Bool {
    name.hasSuffix(suffix) && !name.hasPrefix(".")
  }

  /// Whether a file that is not read may have been meant as one: other than the folder's own, its
  /// explanations and what git keeps there.
  public static func isPassedOver(_ name: String) -> Bool {
    guard !isRead(name) else { return false }
    let small = name.lowercased()
    return name.hasPrefix(".")
      ? small.hasSuffix(".yaml") || small.hasSuffix(".yml")
      : !small.hasSuffix(".md") && !small.hasPrefix("license")
  }
  static let limits = YAMLLimits(bytes: ContentLimits.bytes * 2, depth: 32, nodes: 100_000)

  public var screen: Screen
  /// Of the file in its folder.
  public let name: String
  /// Where values stand, by their pointers (RFC 6901).
  private let marks: [String: YAMLMark]

  /// Reads a file.
  ///
  /// - Throws: what is wrong with it, and in which line: a tab, a name or a block's id that stands
  ///   twice, an anchor that stands for too much, a value of another shape, a date that does not
  ///   exist.
  public init(_ bytes: [UInt8], file: String) throws(YAMLError) {
    name = file.split(separator: "/").last.map(String.init) ?? file
    let node = try YAMLNode.document(in: bytes, file: file, limits: ContentFile.limits)
    var reader = ContentReader()
    screen = try reader.screen(node)
    marks = reader.marks
  }

  /// Where a value stands, by its pointer (RFC 6901).
  func mark(at pointer: String) -> YAMLMark? { marks[pointer] }

  /// Where the short name stands.
  public var markOfSlug: YAMLMark? { marks["/slug"] }

  /// Whether a path leads to a file of this name.
  public func isNamed(_ path: String) -> Bool {
    path.split(separator: "/").last.map(String.init) == name
  }

  /// Where something is that a finding is about: the value, or what it would stand in.
  public func mark(of finding: Finding) -> YAMLMark? {
    var pointer = finding.pointer[...]
    while true {
      if let mark = marks[String(pointer)] { return mark }
      guard let slash = pointer.lastIndex(of: "/") else { return nil }
      pointer = pointer[..<slash]
    }
  }
}
