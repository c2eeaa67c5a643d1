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

  /// A window of another size is another terminal, which begins with nothing.
  func add(_ frame: Frame) throws {
    if presenter?.size != frame.grid.size {
      presenter = nil
      bytes = []
      presenter = try Presenter(
        term: "xterm-256color", size: frame.grid.size, hasDirectColor: true)
    }
    bytes += presenter?.frame(frame.grid, frame.modes) ?? []
    last = frame
  }

  /// Writes `NAME.80x24.ansi`, which `cat` shows in a window of that size, and its text beside it.
  ///
  /// - Parameter flow: the flow's file, whose name they get.
  func save(in folder: String, of flow: String) throws {
    let name = URL(filePath: flow).deletingPathExtension().lastPathComponent
    guard let size = last?.grid.size, let text = last?.grid.text else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/\(name).\(size.width)x\(size.height)"
    try Data(bytes).write(to: URL(filePath: path + ".ansi"))
    try text.write(toFile: path + ".txt", atomically: true, encoding: .utf8)
  }
}
