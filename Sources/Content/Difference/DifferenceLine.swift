import Loyalty

/// A line of a difference, as terminals and files show it.
public struct DifferenceLine: Equatable, Sendable {
  public enum Mark: String, Equatable, Sendable {
    /// Names the block or the value that the lines below are about.
    case heading = " "
    case added = "+"
    case removed = "−"
    case moved = "↕"
  }

  public var mark: Mark
  public var text: String

  /// The line as it is printed.
  public var printed: String { mark == .heading ? text : "\(mark.rawValue) \(text)" }
}

extension ScreenDifference {
  /// The changes as lines: below the name of each value what went and what came; of a long text
  /// only the lines that are not the same.
  public var lines: [DifferenceLine] { lines(naming: [:]) }

  /// - Parameter pictures: what pictures are called, by their digests.
  public func lines(naming pictures: [String: String]) -> [DifferenceLine] {
    changes.flatMap { change -> [DifferenceLine] in
      let heading = DifferenceLine(mark: .heading, text: change.place)
      switch (change.kind, change.path.isEmpty) {
      case (.moved, _): return [DifferenceLine(mark: .moved, text: change.place)]
      case (.added, true):
        return [DifferenceLine(mark: .added, text: change.place)] + texts(change.new, .added)
      case (.removed, true):
        return [DifferenceLine(mark: .removed, text: change.place)] + texts(change.old, .removed)
      case (.changed, _), (.added, false), (.removed, false):
        let values = [change.old, change.new].map {
          change.path == Block.picturePath ? $0?.picture(naming: pictures) : $0
        }
        return [heading] + ScreenDifference.lines(from: values[0], to: values[1])
      }
    }
  }

  /// What a block that came or went says.
  private func texts(_ block: JSONValue?, _ mark: DifferenceLine.Mark) -> [DifferenceLine] {
    LocalizedText(block?["text"]).values.sorted { $0.key < $1.key }.flatMap { language, text in
      text.split(separator: "\n").map {
        DifferenceLine(mark: mark, text: "  \(language): \(cleaned(String($0)))")
      }
    }
  }

  private static func lines(from old: JSONValue?, to new: JSONValue?) -> [DifferenceLine] {
    let (before, after) = (old?.readableLines ?? [], new?.readableLines ?? [])
    // Texts that share nearly nothing are told faster than compared.
    let difference =
      before.count * after.count <= 1_000_000 ? after.difference(from: before) : nil
    guard let difference else {
      return before.map { DifferenceLine(mark: .removed, text: $0) }
        + after.map { DifferenceLine(mark: .added, text: $0) }
    }
    return difference.removals.map { DifferenceLine(mark: .removed, text: $0.line) }
      + difference.insertions.map { DifferenceLine(mark: .added, text: $0.line) }
  }
}

extension CollectionDifference<String>.Change {
  fileprivate var line: String {
    switch self {
    case .insert(_, let line, _), .remove(_, let line, _): line
    }
  }
}

extension ScreenDifference.Change {
  /// `paragraph hello · text.ru`.
  public var place: String {
    let owner = block.map { "\(blockKind?.rawValue ?? "") \($0.rawValue)" }
    let path = path.joined(separator: ".")
    return [owner, path.isEmpty ? nil : path].compactMap(\.self)
      .map { cleaned($0, limit: 120) }.joined(separator: " · ")
  }
}

extension JSONValue {
  /// A picture in one line: its name, or how its digest begins, and how it fills its place.
  fileprivate func picture(naming names: [String: String]) -> JSONValue {
    guard let digest = self["sha256"]?.string else { return self }
    let focus = ["x", "y"].map { self["focus"]?[$0]?.integer ?? 50 }
    let parts = [
      names[digest] ?? String(digest.prefix(12)), self["fit"]?.string,
      self["focus"]?.object == nil ? nil : "\(focus[0])/\(focus[1])",
    ]
    return .string(parts.compactMap(\.self).joined(separator: ", "))
  }

  /// Lines of a text, or the value as it would be written.
  fileprivate var readableLines: [String] {
    switch self {
    case .string(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { cleaned(String($0)) }
    case .null: []
    case .bool(let flag): [flag ? "true" : "false"]
    case .integer(let number): [String(number)]
    case .number(let number): [String(number)]
    case .array(let values):
      [values.map { $0.readableLines.joined(separator: " ") }.joined(separator: ", ")]
    case .object(let members):
      members.sorted { $0.key < $1.key }.map {
        "\($0.key): \($0.value.readableLines.joined(separator: " "))"
      }
    }
  }
}
