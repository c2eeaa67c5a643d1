import FlowLanguage
import Flows
import FoundationEssentials
import LocalStore

/// The standard input as a flow; a process that plays flows for another has it in a file, as its own
/// says which flow comes next.
struct FlowInput {
  static let name = "input"
  /// What the standard input has said, or why it could not be read.
  private let said: Result<[UInt8], any Error>

  init(_ worker: String?, isAsked: Bool) {
    guard isAsked else {
      said = .success([])
      return
    }
    said = Result { try FlowSource.disk.read(worker.map { "\($0)/\(FlowInput.name)" } ?? "-") }
  }

  /// For the processes that play.
  func save(in folder: String) throws {
    let bytes = (try? said.get()) ?? []
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(FlowInput.name)"))
  }

  /// Files of this machine, and the standard input.
  var source: FlowSource {
    var source = FlowSource.disk
    source.read = { path in try path == "-" ? said.get() : FlowSource.disk.read(path) }
    return source
  }
}
