import ContentFiles
import FoundationEssentials
import LocalStore
import Loyalty
import YAML

/// The pictures beside the screens, in the folder `pictures`.
struct FolderPictures: Sendable {
  /// Of the folder with the screens.
  let path: String

  /// A picture that can be shown.
  struct File: Sendable {
    let sha256: String
    let kind: PictureHead.Kind
    let bytes: [UInt8]
  }

  private var folder: String { "\(path)/\(ContentFile.pictures)" }

  /// The picture of a name.
  ///
  /// - Parameter mark: where the name stands.
  /// - Throws: what is wrong with the file, with its path.
  func read(_ name: String, at mark: YAMLMark) throws(YAMLError) -> File {
    guard !name.contains("/"), !name.hasPrefix("."), let kind = PictureHead.Kind(fileName: name)
    else {
      throw YAMLError(
        en: "\"\(name.prefix(40))\" is no name of a picture; write one like cup.png",
        ru: "«\(name.prefix(40))» — не имя картинки; пишите вроде «cup.png»", at: mark)
    }
    let file = "\(folder)/\(name)"
    guard NamedFile.exists(file) else {
      throw YAMLError(
        en: "There is no picture \(file)", ru: "Нет картинки \(file)", at: mark)
    }
    do {
      return try read(file, kind)
    } catch let fault as PictureFault {
      throw YAMLError(
        en: "\(file): \(fault.words(in: .english))", ru: "\(file): \(fault.words(in: .russian))",
        at: mark)
    } catch {
      throw YAMLError(
        en: "\(file) cannot be read", ru: "Не удаётся прочитать \(file)", at: mark)
    }
  }

  private func read(_ file: String, _ kind: PictureHead.Kind) throws -> File {
    let bytes = try NamedFile.read(file, most: Picture.Limit.bytes)
    _ = try PictureHead(checking: bytes, as: kind)
    return File(sha256: Picture.digest(of: bytes), kind: kind, bytes: bytes)
  }

  /// The names of those that are there, by their digests; of two that are the same the first.
  func names() -> [String: String] {
    var names: [String: String] = [:]
    for (name, file) in files().reversed() { names[file.sha256] = name }
    return names
  }

  /// Those of some digests.
  func files(of digests: Set<String>) -> [String: File] {
    var found: [String: File] = [:]
    for (_, file) in files() where digests.contains(file.sha256) { found[file.sha256] = file }
    return found
  }

  /// In the order of their names.
  private func files() -> [(name: String, file: File)] {
    // A folder that is not there, or cannot be listed, has none.
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return entries.sorted().compactMap { name in
      guard !name.hasPrefix("."), let kind = PictureHead.Kind(fileName: name),
        // What cannot be shown is told where a screen names it.
        let file = try? read("\(folder)/\(name)", kind)
      else { return nil }
      return (name, file)
    }
  }

  /// What a picture of the server's is called here that no file has yet.
  static func name(of digest: String, _ kind: PictureHead.Kind) -> String {
    digest.prefix(12) + (kind.suffixes.first ?? "")
  }
}
