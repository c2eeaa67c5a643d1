/// What the member asked of colour, by a flag.
public enum ColorChoice: String, Hashable, Sendable, CaseIterable {
  case auto
  case always
  case never
}

/// How many colours a terminal has.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case mono
  case palette8
  case palette16
  case palette256
  case trueColor

  /// - Parameter colors: what the terminal's description says, 0 or less for none.
  public init(colors: Int) {
    self =
      switch colors {
      case ..<8: .mono
      case ..<16: .palette8
      case ..<256: .palette16
      case ..<(1 << 24): .palette256
      default: .trueColor
      }
  }

  public static func < (one: ColorDepth, other: ColorDepth) -> Bool {
    one.rawValue < other.rawValue
  }

  /// The depth to draw in: the flag, then NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR, CLICOLOR, and
  /// at last what the terminal has.
  ///
  /// - Parameters:
  ///   - colors: what the terminal's description says.
  ///   - isTerminal: whether the output is a terminal; a pipe has no colours unless forced.
  public static func detect(
    choice: ColorChoice = .auto, environment: [String: String], colors: Int,
    isTerminal: Bool = true
  ) -> ColorDepth {
    let own = ColorDepth(colors: colors)
    let forced = max(own, .palette8)
    switch choice {
    case .never: return .mono
    case .always: return forced
    case .auto: break
    }
    // https://no-color.org: present and not empty, whatever the value.
    if environment["NO_COLOR"]?.isEmpty == false { return .mono }
    // https://bixense.com/clicolors
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return forced }
    // https://force-color.org: supports-color's levels.
    switch environment["FORCE_COLOR"] {
    case "0", "false": return .mono
    case "2": return max(own, .palette256)
    case "3": return .trueColor
    case nil, "": break
    default: return forced
    }
    if environment["CLICOLOR"] == "0" { return .mono }
    return isTerminal ? own : .mono
  }
}
