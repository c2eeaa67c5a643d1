import App
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
    let name: String
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
    do throws(PictureFileProblem) {
      return try read(name, kind)
    } catch {
      let words = [Language.english, .russian].map { Phrasebook($0).reason(of: error) }
      throw YAMLError(en: "\(file): \(words[0])", ru: "\(file): \(words[1])", at: mark)
    }
  }

  private func read(
    _ name: String, _ kind: PictureHead.Kind
  ) throws(PictureFileProblem) -> File {
    let picture = try NamedPicture(reading: "\(folder)/\(name)", as: kind)
    return File(name: name, sha256: picture.sha256, kind: kind, bytes: picture.bytes)
  }

  /// The names of those that are there, by their digests; of two that are the same the first.
  func names() -> [String: String] {
    var names: [String: String] = [:]
    for file in files().reversed() { names[file.sha256] = file.name }
    return names
  }

  /// Those of some digests.
  func files(of digests: Set<String>) -> [String: File] {
    var found: [String: File] = [:]
    for file in files().reversed() where digests.contains(file.sha256) { found[file.sha256] = file }
    return found
  }

  /// In the order of their names.
  private func files() -> [File] {
    // A folder that is not there, or cannot be listed, has none.
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return entries.sorted().compactMap { name in
      guard !name.hasPrefix("."), let kind = PictureHead.Kind(fileName: name) else { return nil }
      // What cannot be shown is told where a screen names it.
      return try? read(name, kind)
    }
  }

  /// What a picture of the server's is called here that no file has yet.
  static func name(of digest: String, _ kind: PictureHead.Kind) -> String {
    digest.prefix(12) + (kind.suffixes.first ?? "")
  }
}
