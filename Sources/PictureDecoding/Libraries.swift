import CPictures
import Loyalty
import Pictures

/// The libraries that pictures need, each with Debian's package that has it.
enum Libraries {
  static let chafa = "libchafa0"
  static let zlib = "zlib1g"
  static let packages = PictureHead.Kind.allCases.map { package(reading: $0) } + [chafa, zlib]

  static func package(reading kind: PictureHead.Kind) -> String {
    switch kind {
    case .png: "libpng16-16"
    case .jpeg: "libturbojpeg0"
    case .webp: "libwebp7"
    }
  }

  static func decoder(_ kind: PictureHead.Kind) throws(PictureProblem) -> OpaquePointer {
    let number: cp_kind =
      switch kind {
      case .png: CP_PNG
      case .jpeg: CP_JPEG
      case .webp: CP_WEBP
      }
    var reason = Reason()
    guard let decoder = reason.told({ cp_load_decoder(number, $0, $1) }) else {
      throw .noLibrary(package: package(reading: kind))
    }
    return decoder
  }

  /// `nil` when it is not on this machine.
  static func loadedChafa() -> OpaquePointer? {
    var reason = Reason()
    return reason.told { cp_load_chafa($0, $1) }
  }

  static func loadedZlib() throws(PictureProblem) -> OpaquePointer {
    var reason = Reason()
    guard let library = reason.told({ cp_load_zlib($0, $1) }) else {
      throw .noLibrary(package: zlib)
    }
    return library
  }
}

/// Room for what a library says.
struct Reason {
  private var characters = [CChar](repeating: 0, count: 256)

  mutating func told<Result>(
    _ body: (UnsafeMutablePointer<CChar>, Int) -> Result?
  ) -> Result? {
    characters.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { body($0, buffer.count) }
    }
  }

  /// The library's own words, which may quote a hostile file.
  var words: String {
    let bytes = characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes.map { (0x20...0x7E).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }
}
