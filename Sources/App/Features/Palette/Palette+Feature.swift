import Cells

extension FeatureDescription {
  static let palette = FeatureDescription(
    commands: [
      Command(
        action: .palette(.show), title: .palette, scope: .anywhere,
        keys: [.character(":"), .control("p")], hint: ": Ctrl-P", isLineChoice: true),
      // A list that is searched by itself has that on this key.
      Command(
        action: .palette(.find), title: .paletteFind, scope: .section, keys: [.character("/")],
        hint: "/"),
      Command(
        action: .palette(.find), title: .paletteFind, scope: .sheet, keys: [.character("/")],
        hint: "/", when: { $0.surface.list != nil }),
    ], settle: { $1.settlePalette(after: $0) })
}

extension Surface {
  static let palette = Surface(
    kind: .panel,
    commands: [
      Command(action: .move(.rows(1)), title: .move, keys: [Key(.tab)], hint: "Tab"),
      Command(
        action: .move(.rows(-1)), title: .move, keys: [Key(.tab, .shift)], hint: "Shift-Tab"),
    ], scopes: [.anywhere],
    list: .rows(\.palette.list, count: \.palette.ranked.count, height: \.paletteRows),
    line: { _ in
      TypedLine(
        id: .palette, text: \.palette.query, enter: .palette(.runSelected), isFilter: true,
        didChange: { $0.followPalette() })
    }, draw: drawPalette)
}

extension Element.ID {
  static let palette: Element.ID = "palette.query"
}
