import Contract
import Loyalty
import SQLite

extension ServerStore {
  /// Refuses who does not have a role; as it is now, whatever it was when the session began.
  func requireRole(_ role: Role, _ context: RequestContext) throws {
    let member = try context.member()
    let roles = try database.read { connection in
      try connection.first("SELECT roles FROM member WHERE id = ?", [.text(member.rawValue)]) {
        $0.text(0).split(separator: " ").map { Role(rawValue: String($0)) }
      }
    }
    guard roles?.contains(where: { $0.includes(role) }) ?? false else {
      throw Problem(.forbidden, in: context.language)
    }
  }
}
