/// A symbol as dark and light modules, without its quiet zone.
public struct Modules: Hashable, Sendable {
  public let symbology: BarcodeSymbology
  /// What a reader gives back.
  public let content: String
  public let width: Int
  /// 1 for bars; their height is chosen when they are drawn.
  public let height: Int
  /// Row by row, `true` for dark.
  private let dark: [Bool]

  init(symbology: BarcodeSymbology, content: String, width: Int, dark: [Bool]) {
    self.symbology = symbology
    self.content = content
    self.width = width
    self.dark = dark
    height = dark.count / width
  }

  /// Whether a module is dark; all that lies outside the symbol is light.
  public func isDark(x: Int, y: Int) -> Bool {
    x >= 0 && x < width && y >= 0 && y < height && dark[y * width + x]
  }
}
