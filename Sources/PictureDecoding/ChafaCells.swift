import CPictures
import Cells
import Pictures

/// Cells as libchafa makes them of block symbols.
struct ChafaCells {
  let library: OpaquePointer

  /// - Returns: `nil` when it has used a symbol that we do not draw.
  func cells(_ samples: PictureSamples) -> PictureCells? {
    var found = [cp_cell](
      repeating: cp_cell(), count: samples.size.width * samples.size.height)
    guard
      cp_chafa_cells(
        library, samples.rgb, CInt(samples.size.width), CInt(samples.size.height), &found)
    else { return nil }
    var cells: [PictureCells.Cell] = []
    cells.reserveCapacity(found.count)
    for cell in found {
      guard let symbol = Unicode.Scalar(cell.scalar).flatMap(BlockSymbol.init) else { return nil }
      cells.append(
        PictureCells.Cell(symbol, color(cell.foreground), on: color(cell.background)))
    }
    return PictureCells(samples.size, cells)
  }

  private func color(_ number: UInt32) -> Color {
    .rgb(
      red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
      blue: UInt8(truncatingIfNeeded: number))
  }
}
