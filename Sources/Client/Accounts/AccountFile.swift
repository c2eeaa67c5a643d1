import Contract
import FoundationEssentials
import Glibc
import LocalStore
public import Loyalty
import Sync
public import Transport

/// `accounts.json` in the folder of the configuration: the addresses of this person's servers.
///
/// Several processes may change it: each change is made under a lock, to what the file holds then,
/// and replaces it as a whole.
public struct AccountFile: Sendable {
  let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  struct Contents: Codable, Equatable, Sendable {
    /// The server of the account that was opened last.
    var current: String?
    var accounts: [Saved] = []
    /// Origins that this person has agreed to ask without TLS.
    var clear: [String]?

    enum CodingKeys: String, CodingKey {
      case current, accounts
      case clear = "insecure_http"
    }

    struct Saved: Codable, Equatable, Sendable {
      var server: String
    }
  }

  private static let name = "accounts.json"
  /// Bytes; a longer file is none of ours.
  private static let longest = 1 << 20
  private var path: String { "\(folder)/\(AccountFile.name)" }

  /// The server of the account that was opened last; `nil` when there is no list, or none that can
  /// be read.
  public func current() -> String? {
    // NB: what is wrong with the file is said when the list of accounts is made.
    (try? contents())?.current
  }

  /// Whether this person has agreed that what an address stands for is asked without TLS.
  public func agrees(to address: String) -> Bool {
    // NB: what cannot be read has agreed to nothing, and what is no address is refused elsewhere.
    let serverAddress = try? ServerAddress(address, allowsClear: true)
    guard let origin = serverAddress?.clearOrigin else { return false }
    return (try? contents())?.clear?.contains(origin) ?? false
  }

  /// Keeps that the person has agreed to it, for the next start.
  func agree(to origin: String) throws(AccountError) {
    _ = try change { contents in
      let known = contents.clear ?? []
      if !known.contains(origin) { contents.clear = known + [origin] }
    }
  }

  /// The addresses of the list that stand for the same server.
  func spellings(of serverAddress: ServerAddress) -> [String] {
    // NB: as above.
    guard let contents = try? contents() else { return [] }
    return ([contents.current].compactMap(\.self) + contents.accounts.map(\.server)).filter {
      (try? ServerAddress($0, allowsClear: true)) == serverAddress
    }
  }

  /// What the file holds; one that makes no sense is set aside and counts as empty.
  ///
  /// - Returns: the name under which it stands aside now.
  func read() throws(AccountError) -> (contents: Contents, asideName: String?) {
    do throws(AccountError) {
      return (try contents() ?? Contents(), nil)
    } catch {
      guard error.isGarbled else { throw error }
      return try locked { () throws(AccountError) in
        // Another process may have done it meanwhile.
        do throws(AccountError) {
          return (try contents() ?? Contents(), nil)
        } catch {
          guard error.isGarbled else { throw error }
          return (Contents(), try setAside())
        }
      }
    }
  }

  /// Changes what the file holds now.
  func change(_ change: (inout Contents) -> Void) throws(AccountError) -> Contents {
    try locked { () throws(AccountError) in
      var contents = try contents() ?? Contents()
      let old = contents
      change(&contents)
      guard contents != old else { return contents }
      do throws(SessionFileError) {
        try PrivateFile.replace(path, with: Wire.encode(contents) + Array("\n".utf8))
      } catch {
        throw AccountError(error)
      }
      return contents
    }
  }

  private func contents() throws(AccountError) -> Contents? {
    let bytes: [UInt8]?
    do throws(SessionFileError) {
      bytes = try PrivateFile.read(path, limit: AccountFile.longest)
    } catch {
      throw AccountError(error)
    }
    guard let bytes else { return nil }
    do throws(WireError) {
      return try Wire.decode(Contents.self, from: bytes)
    } catch {
      throw AccountError("\(path) makes no sense: \(error)", isGarbled: true)
    }
  }

  /// - Returns: its new name, which was free.
  private func setAside() throws(AccountError) -> String {
    var number = 1
    var name: String { "accounts.garbled-\(number).json" }
    while access("\(folder)/\(name)", F_OK) == 0 { number += 1 }
    guard rename(path, "\(folder)/\(name)") == 0 else {
      throw AccountError("\(path) makes no sense and cannot be moved")
    }
    return name
  }

  private func locked<Result>(
    _ body: () throws(AccountError) -> Result
  ) throws(AccountError) -> Result {
    let descriptor: Int32
    do throws(StorageProblem) {
      try Folders.make(folder)
      descriptor = try PlainFile.open("\(folder)/accounts.lock", O_RDWR | O_CREAT)
    } catch {
      throw AccountError(error)
    }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}

/// Why an account cannot be listed, opened or removed.
public struct AccountError: Error, Equatable, Sendable, CustomStringConvertible {
  public let description: String
  let isGarbled: Bool
  /// What the disk refuses, when it is that.
  public let problem: StorageProblem?
  /// What is wrong with the address, when it is that.
  public let serverAddress: ServerAddressError?

  init(_ description: String, isGarbled: Bool = false) {
    self.description = description
    self.isGarbled = isGarbled
    problem = nil
    serverAddress = nil
  }

  init(_ error: ServerAddressError) {
    description = "\(error)"
    isGarbled = false
    problem = nil
    serverAddress = error
  }

  init(_ problem: StorageProblem) {
    description = problem.description
    isGarbled = false
    self.problem = problem
    serverAddress = nil
  }

  init(_ error: SessionFileError) {
    self.init(error.problem)
  }
}
