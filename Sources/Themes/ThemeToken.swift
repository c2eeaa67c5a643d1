/// What a thing on the screen means; a theme says how that looks.
///
/// Each stands for a whole style, the ink and the ground on which it is drawn.
// NB: `CodingKey` gives the cases their names without reflection, which is slow at the first use.
public enum ThemeToken: Int, CodingKey, Sendable, CaseIterable {
  // The page.
  case background
  case text
  case muted
  case heading
  case accent
  case positive
  case negative
  case warning
  case error
  /// The number that the member came for.
  case balance
  case border

  // What stands around every page.
  case header
  case bar
  case currentTab
  case hint

  // Cards and lists.
  case surface
  case surfaceMuted
  case cardNumber
  case selection
  /// What stands in the place of something that is still loading.
  case skeleton

  // What takes input.
  case field
  case fieldFocused
  case placeholder
  /// The button that most people want: ink on the accent.
  case primary
  case button
  case disabled
  case focus

  // A sheet over the page, and what it covers.
  case covered
  case sheet
  case sheetHeading
  case sheetText
  case sheetMuted
  case sheetPositive
  case sheetNegative

  // Short messages.
  case toast
  case toastHint
  case errorToast

  /// The name in theme files.
  public var name: String { stringValue }

  /// Whether it is read; lines, what is covered and what is loading are only seen.
  public var isText: Bool { self != .border && self != .covered && self != .skeleton }
}
