/// A text of a flow in which `${…}` stands for what is known when the step is played.
public struct Template: Equatable, Sendable {
  public enum Piece: Equatable, Sendable {
    case text(String)
    /// `${NAME}`: a variable, for which no script is started.
    case variable(String)
    /// `${output.code + 1}`: JavaScript, and where it begins.
    case script(String, Place)
  }

  public var pieces: [Piece]

  public init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  public init(_ text: String) {
    pieces = text.isEmpty ? [] : [.text(text)]
  }

  /// The text where nothing in it has to be asked for; `nil` elsewhere.
  public var literal: String? {
    var text = ""
    for piece in pieces {
      guard case .text(let part) = piece else { return nil }
      text += part
    }
    return text
  }

  /// Whether a script has to run for it.
  public var needsScript: Bool {
    pieces.contains { if case .script = $0 { true } else { false } }
  }
}

extension Template: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Template: CustomStringConvertible {
  /// As it is written.
  public var description: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text.replacing("${", with: "\\${")
      case .variable(let name): "${\(name)}"
      case .script(let script, _): "${\(script)}"
      }
    }.joined()
  }
}
