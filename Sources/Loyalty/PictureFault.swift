/// Why a file is no picture that the app can show.
public enum PictureFault: Error, Hashable, Sendable, CustomStringConvertible {
  case tooLarge(bytes: Int)
  /// In pixels.
  case tooWide(width: Int, height: Int)
  case empty
  /// Neither PNG nor JPEG nor WebP.
  case noPicture
  case cutShort
  case broken
  case otherKind(PictureHead.Kind, said: PictureHead.Kind)
  case animated

  public var description: String { words(in: .english) }

  /// What a person is told, in Russian or else in English.
  public func words(in language: Language) -> String {
    language == .russian ? table.russian : table.english
  }

  private var table: (english: String, russian: String) {
    switch self {
    case .tooLarge(let bytes):
      (
        "The picture has \(bytes) bytes; \(Picture.Limit.bytes) is the most",
        "В картинке \(bytes) Б; можно не больше \(Picture.Limit.bytes)"
      )
    case .tooWide(let width, let height):
      (
        "The picture has \(width)×\(height) pixels; \(Picture.Limit.side) each way is the most",
        "Картинка \(width)×\(height) пикселей; можно не больше \(Picture.Limit.side) по стороне"
      )
    case .empty: ("The file is empty", "Файл пустой")
    case .noPicture:
      ("This is no PNG, JPEG or WebP picture", "Это не картинка PNG, JPEG или WebP")
    case .cutShort: ("The picture is cut short", "Картинка обрывается")
    case .broken: ("The picture is damaged", "Картинка повреждена")
    case .otherKind(let kind, let said):
      (
        "The picture is \(kind.name), not \(said.name)",
        "Это картинка \(kind.name), а не \(said.name)"
      )
    case .animated:
      ("The picture moves; only still ones are shown", "Картинка движется; нужна неподвижная")
    }
  }
}

extension PictureHead.Kind {
  /// As people write it.
  public var name: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .webp: "WebP"
    }
  }
}
