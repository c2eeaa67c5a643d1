import Loyalty
import YAML

/// The pictures of a program's folder, which its other files name.
struct ProgramPictures: Sendable {
  static let folder = "pictures/"
  static let none = ProgramPictures([:])

  /// A picture that can be shown.
  struct File: Sendable {
    let sha256: String
    let head: PictureHead
    let bytes: [UInt8]
  }

  /// By their names in `pictures`.
  private let files: [String: Result<File, PictureFault>]

  /// - Parameter files: of the program's folder, by their paths inside it.
  init(_ files: [String: [UInt8]]) {
    var pictures: [String: Result<File, PictureFault>] = [:]
    for (path, bytes) in files where ProgramPictures.isRead(path) {
      let name = String(path.dropFirst(ProgramPictures.folder.count))
      do throws(PictureFault) {
        let head = try PictureHead(checking: bytes, as: .init(fileName: name))
        pictures[name] = .success(
          File(sha256: Picture.digest(of: bytes), head: head, bytes: bytes))
      } catch {
        pictures[name] = .failure(error)
      }
    }
    self.files = pictures
  }

  /// Whether a file of this path is one of them.
  static func isRead(_ path: String) -> Bool {
    path.hasPrefix(folder) && PictureHead.Kind(fileName: path) != nil
  }

  /// Those that can be shown, in the order of their names.
  var all: [File] {
    files.sorted { $0.key < $1.key }.compactMap { try? $0.value.get() }
  }

  /// The digest of the picture with a name.
  ///
  /// - Parameter mark: where the name stands.
  func digest(of name: String, at mark: YAMLMark) throws(YAMLError) -> String {
    guard let file = files[name] else {
      throw YAMLError(
        en: "There is no picture \"\(name.prefix(40))\" in pictures",
        ru: "В папке pictures нет картинки «\(name.prefix(40))»", at: mark)
    }
    do throws(PictureFault) {
      return try file.get().sha256
    } catch {
      throw YAMLError(
        en: "\(name.prefix(40)): \(error.words(in: .english))",
        ru: "\(name.prefix(40)): \(error.words(in: .russian))", at: mark)
    }
  }
}

extension ProgramTerms {
  /// What is written of a picture.
  static let pictureKeys: Set = ["picture", "picture_alt", "picture_fit", "picture_focus"]

  /// `picture: NAME.png`, with `picture_alt` in words, `picture_fit` (`cover`, `contain`) and
  /// `picture_focus` (`x` and `y` in per cent).
  func picture(_ fields: YAMLMapping) throws(YAMLError) -> Picture? {
    guard let node = fields["picture"] else {
      for entry in fields.entries where Self.pictureKeys.contains(entry.key) {
        throw YAMLError(
          en: "\"\(entry.key)\" needs a picture", ru: "Без «picture» нет смысла в «\(entry.key)»",
          at: entry.keyMark)
      }
      return nil
    }
    let fit =
      try fields.optional("picture_fit") { (node) throws(YAMLError) in
        try node.choice(of: Picture.Fit.allCases.map(\.rawValue))
      }
    return Picture(
      sha256: try pictures.digest(of: try node.string(), at: node.mark),
      alt: try pictureWords(fields, at: node.mark),
      fit: fit.flatMap(Picture.Fit.init) ?? .cover,
      focus: try fields.optional("picture_focus", focus))
  }

  /// What the picture shows, in each language of the program: to who cannot see it, it is nothing else.
  private func pictureWords(
    _ fields: YAMLMapping, at mark: YAMLMark
  ) throws(YAMLError) -> LocalizedText {
    guard let node = fields["picture_alt"], !node.isNull else {
      throw YAMLError(
        en: "The picture has no words for it: write them as picture_alt",
        ru: "У картинки нет описания: напишите его в picture_alt", at: mark)
    }
    let words = try text(node)
    for language in languages where words.values[language.rawValue] == nil {
      throw YAMLError(
        en: "The picture has no words for it in \"\(language.rawValue)\"",
        ru: "У картинки нет описания на языке «\(language.rawValue)»", at: node.mark)
    }
    return words
  }

  private func focus(_ node: YAMLNode) throws(YAMLError) -> Picture.Focus {
    let fields = try node.mapping()
    try fields.allow(["x", "y"])
    return Picture.Focus(
      x: try fields.required("x").whole(in: Picture.Focus.range),
      y: try fields.required("y").whole(in: Picture.Focus.range))
  }
}
