import Contract
import FoundationEssentials
import Glibc
import LocalStore
import Loyalty
import Sync

/// What was agreed to lose, written down before anything is lost: who is killed in the middle goes on
/// with it at the next start.
struct ForgettingPlan: Codable, Equatable, Sendable {
  /// The addresses of the accounts that may have a session.
  var accounts: [String]
  /// Whether the cards of other businesses go, too.
  var takesWallet: Bool

  private static let name = "forgetting.json"
  /// Bytes; a longer file is none of ours.
  private static let longest = 1 << 20

  static func path(_ folders: Folders) -> String { "\(folders.state)/\(name)" }

  static func exists(_ folders: Folders) -> Bool { access(path(folders), F_OK) == 0 }

  func write(_ folders: Folders) throws(StorageProblem) {
    try Folders.make(folders.state)
    do throws(SessionFileError) {
      try PrivateFile.replace(ForgettingPlan.path(folders), with: Wire.encode(self))
    } catch {
      throw error.problem
    }
  }

  /// The one that was begun; one that makes no sense takes all but the wallet.
  static func read(_ folders: Folders) -> ForgettingPlan? {
    guard exists(folders) else { return nil }
    // NB: half a plan is a plan all the same; what it does not say is not lost.
    let bytes = try? PrivateFile.read(path(folders), limit: longest)
    let plan = bytes.flatMap { try? Wire.decode(ForgettingPlan.self, from: $0) }
    return plan ?? ForgettingPlan(accounts: [], takesWallet: false)
  }
}

/// Takes away what stands in the folders of this program.
struct ForgettingFolders {
  let folders: Folders
  let takesWallet: Bool

  /// - Returns: the paths that could not be taken away.
  func remove() -> [String] {
    var left: [String] = []
    for root in Set(roots).sorted() {
      for name in names(in: root).sorted() where !isKept(name, in: root) {
        let path = "\(root)/\(name)"
        // NB: Foundation's own words are for programmers; a link goes, not what it leads to.
        if (try? FileManager.default.removeItem(atPath: path)) == nil, stands(path) {
          left.append(path)
        }
      }
    }
    // The plan is the last to go: until then the next start goes on.
    unlink(ForgettingPlan.path(folders))
    for root in roots { rmdir(root) }
    return left
  }

  private var roots: [String] { [folders.config, folders.data, folders.state, folders.cache] }

  private func isKept(_ name: String, in root: String) -> Bool {
    if "\(root)/\(name)" == ForgettingPlan.path(folders) { return true }
    return !takesWallet && root == folders.data && name.hasPrefix("wallet.")
  }

  private func names(in root: String) -> [String] {
    // NB: a folder that is not there holds nothing.
    (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
  }

  private func stands(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
