@testable import Server

extension ServerStore {
  /// A database that the test fills.
  convenience init(path: String) throws {
    try self.init(ServerConfiguration(database: path), needsProgram: false)
  }
}
