import Cells

extension Style {
  /// How a cell of a picture looks below something that has come over it: its colours, mostly gone.
  func sunk(into dim: Style) -> Style {
    guard case .rgb = background, case .rgb = dim.background else {
      return Style(dim.background, on: dim.background)
    }
    return Style(foreground.sunk(into: dim.background), on: background.sunk(into: dim.background))
  }
}

extension Color {
  fileprivate func sunk(into ground: Color) -> Color {
    guard case .rgb(let red, let green, let blue) = self,
      case .rgb(let groundRed, let groundGreen, let groundBlue) = ground
    else { return self }
    func mix(_ own: UInt8, _ ground: UInt8) -> UInt8 {
      UInt8((Int(own) * 38 + Int(ground) * 62) / 100)
    }
    return .rgb(
      red: mix(red, groundRed), green: mix(green, groundGreen), blue: mix(blue, groundBlue))
  }
}
