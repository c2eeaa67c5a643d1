import Content
import ContentFiles
import FoundationEssentials
import Glibc
import LocalStore
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
  /// Bytes: as much as may be text of a screen, in UTF-32.
  private static let longestFile = ContentLimits.bytes * 8
  /// Bytes: of five hundred screens.
  private static let longestState = 1 << 30

  public init(path: String) {
    self.path = path
  }

  /// What was pulled of one screen.
  struct Base: Codable, Equatable, Sendable {
    var id: Screen.ID
    var etag: String
    var content: Screen
  }

  struct State: Codable, Equatable, Sendable {
    var version = 1
    /// By short name.
    var screens: [String: Base] = [:]
  }

  /// All that is read of a folder.
  struct Contents {
    /// By the short names in them.
    var files: [String: ContentFile] = [:]
    /// Those whose short name is also that of another file.
    var twins: [ContentFile] = []
    /// Names of files that make no sense, without how they end.
    var missing: Set<String> = []
    var problems: [FileProblem] = []
  }

  /// All files, by the short names in them; each of them has to make sense.
  func files() throws(ContentFailure) -> [String: ContentFile] {
    let contents: Contents
    do throws(FileProblem) {
      contents = try self.contents()
    } catch {
      throw .files([error])
    }
    guard contents.problems.isEmpty else { throw .files(contents.problems) }
    return contents.files
  }

  /// All files, and what is wrong with those that make no sense.
  ///
  /// - Throws: why the folder cannot be listed.
  func contents() throws(FileProblem) -> Contents {
    var contents = Contents()
    for name in try entries().sorted() where ContentFile.isRead(name) {
      let path = "\(path)/\(name)"
      do throws(FileProblem) {
        let file = try read(path)
        let slug = file.screen.slug
        guard let other = contents.files[slug] else {
          contents.files[slug] = file
          continue
        }
        contents.twins.append(file)
        contents.problems.append(
          .sameSlug(
            slug, place: file.markOfSlug?.description ?? path,
            other: other.markOfSlug?.description ?? other.name))
      } catch {
        contents.problems.append(error)
        contents.missing.insert(String(name.dropLast(ContentFile.suffix.count)))
      }
    }
    return contents
  }

  private func read(_ path: String) throws(FileProblem) -> ContentFile {
    let bytes: [UInt8]
    do throws(StorageProblem) {
      bytes = try NamedFile.read(path, most: ContentFolder.longestFile)
    } catch {
      throw .storage(error)
    }
    do throws(YAMLError) {
      return try parsed(bytes, file: path)
    } catch {
      throw .wrong(
        place: error.mark.description, english: error.english, russian: error.russian)
    }
  }

  /// The pictures that screens name.
  var pictures: FolderPictures { FolderPictures(path: path) }

  private func parsed(_ bytes: [UInt8], file: String) throws(YAMLError) -> ContentFile {
    var content = try ContentFile(bytes, file: file)
    try content.resolvePictures { (name, mark) throws(YAMLError) in
      try pictures.read(name, at: mark).sha256
    }
    return content
  }

  private func entries() throws(FileProblem) -> [String] {
    do throws(StorageProblem) {
      try NamedFile.checkFolder(path)
      guard let folder = opendir(path) else { throw StorageProblem(path, code: errno) }
      defer { closedir(folder) }
      var names: [String] = []
      while let entry = readdir(folder) {
        names.append(
          withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
          })
      }
      return names
    } catch {
      throw .storage(error)
    }
  }

  /// Names of files that look as if they were meant as screens, and are not read.
  public func passedOver() -> [String] {
    // A folder that cannot be listed is told of where its files are read.
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return entries.sorted().compactMap { name in
      var status = stat()
      guard stat("\(path)/\(name)", &status) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return ContentFile.isPassedOver(name) ? name : nil
      case S_IFDIR:
        // NB: a folder that cannot be listed has nothing that could be read either.
        let inner = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")
        return inner?.contains(where: ContentFile.isRead) == true ? name + "/" : nil
      default: return nil
      }
    }
  }

  /// Writes a screen, unless the file says the same already: then it stays as it was typed.
  ///
  /// - Parameter old: where it was read; without it the file is named after the screen.
  func write(_ screen: Screen, over old: ContentFile? = nil) throws(ContentFailure) {
    let name = old?.name ?? screen.slug + ContentFile.suffix
    let old = bytes(of: name)
    if let old, let file = try? parsed(old, file: name), file.screen == screen.canonical {
      return
    }
    // What makes no sense has no comments to keep.
    let words = old.flatMap { try? YAMLText($0, file: name).bytes }
    let text = ContentFile.text(
      of: screen, over: words.map { String(decoding: $0, as: UTF8.self) },
      pictures: screen.pictures.isEmpty ? [:] : pictures.names())
    try write(Array(text.utf8), to: name, mode: 0o644)
  }

  func state() throws(ContentFailure) -> State {
    let file = "\(path)/\(ContentFolder.stateName)"
    guard NamedFile.exists(file) else { return State() }
    let bytes: [UInt8]
    do throws(StorageProblem) {
      bytes = try NamedFile.read(file, most: ContentFolder.longestState)
    } catch {
      throw .files([.storage(error)])
    }
    guard let state = try? JSONDecoder().decode(State.self, from: Data(bytes)), state.version == 1
    else { throw .files([.state(file: file)]) }
    return state
  }

  func write(_ state: State) throws(ContentFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(state) else { throw .files([.state(file: path)]) }
    try write(Array(data), to: ContentFolder.stateName, mode: 0o600)
  }

  func make() throws(ContentFailure) {
    do throws(StorageProblem) {
      if NamedFile.exists(path) { return try NamedFile.checkFolder(path) }
    } catch {
      throw .files([.storage(error)])
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .files([.storage(StorageProblem(path, code: errno))])
    }
  }

  /// Writes a picture of the server's beside the screens.
  func write(picture bytes: [UInt8], _ digest: String) throws(ContentFailure) {
    // What is no picture is not written: the screen then goes on naming its digest.
    guard let head = try? PictureHead(checking: bytes) else { return }
    let folder = "\(path)/\(ContentFile.pictures)"
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw failure(folder) }
    let name = FolderPictures.name(of: digest, head.kind)
    try write(bytes, to: "\(ContentFile.pictures)/\(name)", mode: 0o644)
  }

  private func bytes(of name: String) -> [UInt8]? {
    // What cannot be read is told where it is written over.
    try? NamedFile.read("\(path)/\(name)", most: ContentFolder.longestFile)
  }

  /// All of it or nothing, whatever happens in the middle.
  private func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(ContentFailure) {
    let file = "\(path)/\(name)"
    let slash = name.lastIndex(of: "/")
    let start = slash.map { name.index(after: $0) } ?? name.startIndex
    let draft = "\(path)/\(name[..<start]).\(name[start...]).\(getpid())"
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
    .files([.storage(StorageProblem(file, code: errno))])
  }
}
