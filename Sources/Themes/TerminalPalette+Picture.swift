extension ColorDepth {
  /// The entry of the palette that looks most like a colour of a picture; `nil` where there is no
  /// palette, or none that pictures are drawn with.
  ///
  /// It is the same wherever the colour is, so that flat areas stay flat.
  public func entry(red: UInt8, green: UInt8, blue: UInt8) -> UInt8? {
    switch self {
    case .mono, .palette8, .trueColor: nil
    case .palette16, .palette256: TerminalPalette.picture(SRGB(red, green, blue), depth: self)
    }
  }
}
