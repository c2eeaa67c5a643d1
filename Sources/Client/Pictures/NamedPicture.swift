import App
import Glibc
import LocalStore
import Loyalty

/// A picture in a file that a person names.
struct NamedPicture: Sendable {
  let head: PictureHead
  let bytes: [UInt8]

  var sha256: String { Picture.digest(of: bytes) }

  /// Reads it, and looks at its head.
  ///
  /// - Parameter said: the kind that it has to be; `nil` is any.
  init(
    reading path: String, as said: PictureHead.Kind? = nil
  ) throws(PictureFileProblem) {
    let bytes: [UInt8]
    do throws(StorageProblem) {
      bytes = try NamedFile.read(path, most: Picture.Limit.bytes)
    } catch {
      throw .storage(error)
    }
    do throws(PictureFault) {
      head = try PictureHead(checking: bytes, as: said)
    } catch {
      throw .fault(NamedPicture.told(error, path))
    }
    self.bytes = bytes
  }

  /// Of what is too large no more is read than shows that: the size is the file's own.
  private static func told(_ fault: PictureFault, _ path: String) -> PictureFault {
    var status = stat()
    guard case .tooLarge(let read) = fault, stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return fault }
    return .tooLarge(bytes: max(read, Int(status.st_size)))
  }
}
