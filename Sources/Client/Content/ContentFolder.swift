import Content
import ContentFiles
import FoundationEssentials
import Glibc
import Loyalty
import YAML

/// A folder of screens as files, and what the server had when they were pulled.
///
/// The latter stands in `.loyalhub.json` beside them (version 1): for each screen its id, its entity
/// tag and its content, which is the base of the next merge. Without it nothing can be pushed over
/// what stands on the server.
public struct ContentFolder: Sendable {
  let path: String
  static let stateName = ".loyalhub.json"
  private static let longestFile = ContentLimits.bytes * 4

  public init(path: String) {
    self.path = path
  }

  /// What was pulled of one screen.
  struct Base: Codable, Hashable, Sendable {
    var id: Screen.ID
    var etag: String
    var content: Screen
  }

  struct State: Codable, Hashable, Sendable {
    var version = 1
    /// By short name.
    var screens: [String: Base] = [:]
  }

  /// All files, by the short names in them.
  func files() throws(ContentFailure) -> [String: ContentFile] {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .files(["\(path): cannot be read"])
    }
    var files: [String: ContentFile] = [:]
    var problems: [String] = []
    for name in entries.sorted() where ContentFile.isRead(name) {
      do throws(YAMLError) {
        guard let bytes = bytes(of: name) else {
          problems.append("\(path)/\(name): cannot be read")
          continue
        }
        let file = try ContentFile(bytes, file: "\(path)/\(name)")
        if files.updateValue(file, forKey: file.screen.slug) != nil {
          problems.append("\(path)/\(name): another file has the slug \"\(file.screen.slug)\"")
        }
      } catch {
        problems.append("\(error)")
      }
    }
    guard problems.isEmpty else { throw .files(problems) }
    return files
  }

  /// Names of files that look as if they were meant as screens, and are not read.
  public func passedOver() -> [String] {
    // A folder that cannot be listed is told of where its files are read.
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return entries.filter { name in
      var status = stat()
      return ContentFile.isPassedOver(name) && stat("\(path)/\(name)", &status) == 0
        && status.st_mode & S_IFMT == S_IFREG
    }.sorted()
  }

  /// Writes a screen, unless the file says the same already: then it stays as it was typed.
  ///
  /// - Parameter old: where it was read; without it the file is named after the screen.
  func write(_ screen: Screen, over old: ContentFile? = nil) throws(ContentFailure) {
    let name = old?.name ?? screen.slug + ContentFile.suffix
    let old = bytes(of: name)
    if let old, let file = try? ContentFile(old, file: name), file.screen == screen.canonical {
      return
    }
    let text = ContentFile.text(of: screen, over: old.map { String(decoding: $0, as: UTF8.self) })
    try write(Array(text.utf8), to: name, mode: 0o644)
  }

  func state() throws(ContentFailure) -> State {
    guard let bytes = bytes(of: ContentFolder.stateName) else { return State() }
    guard let state = try? JSONDecoder().decode(State.self, from: Data(bytes)), state.version == 1
    else {
      throw .files(["\(path)/\(ContentFolder.stateName): makes no sense; remove it and pull again"])
    }
    return state
  }

  func write(_ state: State) throws(ContentFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(state) else { throw .files(["\(path): no state"]) }
    try write(Array(data), to: ContentFolder.stateName, mode: 0o600)
  }

  func make() throws(ContentFailure) {
    var isFolder = stat()
    if stat(path, &isFolder) == 0, isFolder.st_mode & S_IFMT == S_IFDIR { return }
    guard
      (try? FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)) != nil
    else { throw .files(["\(path): cannot be made"]) }
  }

  private func bytes(of name: String) -> [UInt8]? {
    let file = path + "/" + name
    var status = stat()
    guard stat(file, &status) == 0, status.st_size <= ContentFolder.longestFile,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return FileManager.default.contents(atPath: file).map { Array($0) }
  }

  /// All of it or nothing, whatever happens in the middle.
  private func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(ContentFailure) {
    let file = "\(path)/\(name)"
    let draft = "\(path)/.\(name).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure(file) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let problem = failure(file)
        unlink(draft)
        throw problem
      }
      rest = rest.dropFirst(count)
    }
    let isSynced = fsync(descriptor) == 0
    if isSynced { isOpen = false }
    guard isSynced, close(descriptor) == 0, rename(draft, file) == 0 else {
      let problem = failure(file)
      unlink(draft)
      throw problem
    }
  }

  private func failure(_ file: String) -> ContentFailure {
    .files(["\(file): \(String(cString: strerror(errno)))"])
  }
}
