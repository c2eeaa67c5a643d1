import Barcodes
import Foundation
import Testing

/// A card that a till has read keeps its bitmap in every release.
///
/// `RECORD_GOLDEN=1 swift test` writes them anew and fails, so that CI cannot bless itself.
struct GoldenTests {
  @Test(arguments: Sample.all)
  func `each symbol is the bitmap that was approved`(_ sample: Sample) throws {
    let modules = try sample.symbology.encode(sample.value)
    let bitmap = (0..<modules.height).map { y in
      String((0..<modules.width).map { modules.isDark(x: $0, y: y) ? "#" : "." })
    }
    let text = ([sample.value] + bitmap).joined(separator: "\n") + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(sample.symbology.rawValue).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(golden.split(separator: "\n") == text.split(separator: "\n"))
  }
}
