import Glibc
import Sync

extension SyncEnvironment {
  /// `Loyalhub-TUI/0.1.0 (laptop)`: by the name of the machine a member knows a session again.
  static var agentOfThisMachine: String {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count - 1)
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = bytes.filter { (0x21...0x7E).contains($0) && ![0x28, 0x29, 0x5C].contains($0) }
    let host = name.isEmpty ? "" : " (\(String(decoding: name.prefix(60), as: UTF8.self)))"
    return "Loyalhub-TUI/\(SyncEngine.version)\(host)"
  }
}
