public import Cells

/// A thing on the screen that has a meaning: what is tapped, tested and read aloud.
///
/// One tree, three uses: mouse hits, `tapOn` in flows, and the lines of `--linear`.
public struct Element: Equatable, Sendable {
  /// Stable within a screen, for flows: `login.phone`.
  public struct ID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
      rawValue = value
    }
  }

  public enum Role: String, Equatable, Sendable {
    case heading
    case text
    case status
    case image
    case field
    case button
    case tab
    case listItem
  }

  public var id: ID
  public var role: Role
  /// What a person reads, or hears.
  public var text: String
  public var bounds: Rect
  /// What tapping it does; `nil` for what is only read.
  public var action: Action?
  public var isEnabled = true
  public var isFocused = false
  public var isSelected = false
  /// How a switch or a tick stands; `nil` for what is none.
  public var isChecked: Bool?
  /// Where it leads out of the app: a site, a telephone.
  var link: String?
  /// Whether the keyboard may come here too.
  var isTabStop = true

  public init(
    _ id: ID, _ role: Role, _ text: String, bounds: Rect, action: Action? = nil
  ) {
    self.id = id
    self.role = role
    self.text = text
    self.bounds = bounds
    self.action = action
  }

  /// Whether tapping it does something.
  public var isTappable: Bool { isEnabled && action != nil }

  /// Whether Tab may stop here: where it can be seen, and never on the way out of the app.
  public var isFocusable: Bool { isTappable && isTabStop && !bounds.isEmpty && action != .quit }
}

extension Element {
  /// What the terminal may open here: of its own, or where its action leads.
  var hyperlink: Hyperlink? {
    guard let target = link ?? actionTarget else { return nil }
    return Hyperlink(to: target, bounds: bounds)
  }

  private var actionTarget: String? {
    guard case .screens(.follow(kind: let kind, target: let target))? = action else { return nil }
    return kind == "url" ? target : kind == "phone" ? Element.telephone(target) : nil
  }

  /// A number as a link (RFC 3966), without the spaces and brackets that people write.
  static func telephone(_ number: String) -> String {
    "tel:" + number.filter { $0.isNumber || $0 == "+" }
  }
}
