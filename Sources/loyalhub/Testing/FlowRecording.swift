import App
import Cells
import FoundationEssentials
import Terminal

/// What a terminal gets while a flow is played, and what it has to show at the end.
///
/// One at a time, as there is one presenter in a process.
final class FlowRecording {
  private var presenter: Presenter?
  private var bytes: [UInt8] = []
  private var last: Frame?
  /// Where a part begins that has a name of its own.
  private var start = 0

  /// Bytes that are kept: hours of what a person does.
  private static let most = 32 << 20

  /// A window of another size is another terminal, which begins with nothing.
  func add(_ frame: Frame) throws {
    if presenter?.size != frame.grid.size {
      if last?.grid.size != frame.grid.size { (bytes, start) = ([], 0) }
      presenter = nil
      presenter = try Presenter(
        term: "xterm-256color", size: frame.grid.size, hasDirectColor: true)
    }
    last = frame
    let new = presenter?.frame(frame.grid, frame.modes) ?? []
    if bytes.count + new.count <= FlowRecording.most { bytes += new }
  }

  /// Begins a part that is kept alone as well: all of the screen is written anew in it.
  func beginPart() throws {
    presenter = nil
    start = bytes.count
    if let last { try add(last) }
  }

  /// Writes `NAME.80x24.ansi`, which `cat` shows in a window of that size, and its text beside it.
  ///
  /// - Parameter isPart: what has come since the part began.
  func save(in folder: String, as name: String, isPart: Bool = false) throws {
    guard let size = last?.grid.size, let text = last?.grid.text else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/\(name).\(size.width)x\(size.height)"
    try Data(bytes[(isPart ? start : 0)...]).write(to: URL(filePath: path + ".ansi"))
    try text.write(toFile: path + ".txt", atomically: true, encoding: .utf8)
  }
}
