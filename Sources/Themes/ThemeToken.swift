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
  /// The rest of a bar that is not yet full.
  case track

  // What stands around every page.
  case header
  case bar
  case currentTab
  case hint
  /// The key of a hint.
  case key

  // Cards and lists.
  case surface
  case surfaceMuted
  case cardNumber
  /// The face of the member's card and of all else that wears the business's own colour.
  case brandFace
  case brandFaceMuted
  /// A receipt: paper that nobody scans.
  case receipt
  case receiptMuted
  case selection
  /// The selected row of a list that has lost the focus.
  case selectionResting
  /// What stands in the place of something that is still loading.
  case skeleton

  // What takes input.
  case field
  case fieldFocused
  case placeholder
  /// The button that most people want, quieter than what has the focus.
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
  public var isText: Bool {
    switch self {
    case .border, .track, .covered, .skeleton: false
    case .background, .text, .muted, .heading, .accent, .positive, .negative, .warning, .error,
      .balance, .header, .bar, .currentTab, .hint, .key, .surface, .surfaceMuted, .cardNumber,
      .brandFace, .brandFaceMuted, .receipt, .receiptMuted, .selection, .selectionResting, .field,
      .fieldFocused, .placeholder, .primary, .button, .disabled, .focus, .sheet, .sheetHeading,
      .sheetText, .sheetMuted, .sheetPositive, .sheetNegative, .toast, .toastHint, .errorToast:
      true
    }
  }
}
