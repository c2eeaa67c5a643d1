import Content
import Loyalty
public import YAML

/// In a file a picture is the name of another one beside it: `picture: beans.png`, or with how it is
/// to fill its place `picture: {file: beans.png, fit: contain}`. On the server it is a digest.
extension ContentFile {
  /// The folder with the pictures, in that of the screens.
  public static let pictures = "pictures"

  /// Puts digests in the place of names.
  ///
  /// - Parameter digest: of a picture with a name, which stands at a mark.
  public mutating func resolvePictures(
    _ digest: (String, YAMLMark) throws(YAMLError) -> String
  ) throws(YAMLError) {
    for index in screen.blocks.indices where screen.blocks[index].kind == .image {
      let place = "/blocks/\(index)/props/picture"
      guard let value = screen.blocks[index][Block.picturePath], let mark = mark(at: place) else {
        continue
      }
      if let name = value.string {
        screen.blocks[index][Block.picturePath] = ["sha256": .string(try digest(name, mark))]
      } else if let name = value["file"]?.string {
        var picture = value
        picture["file"] = nil
        picture["sha256"] = .string(try digest(name, self.mark(at: "\(place)/file") ?? mark))
        screen.blocks[index][Block.picturePath] = picture
      }
    }
  }
}

extension Screen {
  /// The screen as it stands in a file, with names in the place of digests.
  ///
  /// - Parameter names: of pictures beside it, by their digests.
  func namingPictures(_ names: [String: String]) -> Screen {
    var screen = self
    for index in blocks.indices where blocks[index].kind == .image {
      guard let value = blocks[index][Block.picturePath], var members = value.object,
        let name = members["sha256"]?.string.flatMap({ names[$0] })
      else { continue }
      members["sha256"] = nil
      if !members.isEmpty { members["file"] = .string(name) }
      screen.blocks[index][Block.picturePath] =
        members.isEmpty ? .string(name) : .object(members)
    }
    return screen
  }
}
