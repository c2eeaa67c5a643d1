import Themes

extension ThemeToken {
  /// Whether it is drawn on whatever the page is at the place.
  var isOfPage: Bool {
    switch self {
    case .text, .muted, .heading, .accent, .positive, .negative, .warning, .error, .balance,
      .border, .track, .header, .bar, .currentTab, .hint, .key, .skeleton:
      true
    case .background, .surface, .surfaceMuted, .cardNumber, .brandFace, .brandFaceMuted, .receipt,
      .receiptMuted, .selection, .selectionResting, .field, .fieldFocused, .placeholder, .primary,
      .button, .disabled, .focus, .covered, .sheet, .sheetHeading, .sheetText, .sheetMuted,
      .sheetPositive, .sheetNegative, .toast, .toastHint, .errorToast:
      false
    }
  }

  var isOfSheet: Bool {
    let own: [ThemeToken] = [
      .sheet, .sheetHeading, .sheetText, .sheetMuted, .sheetPositive, .sheetNegative,
    ]
    return own.contains(self)
  }
}
