import Contract
import HTTPTypes
import Loyalty

/// A picture in the body of a request, of which all that can be known of its bytes is right.
struct SentPicture: Sendable {
  let sha256: String
  let head: PictureHead

  /// - Throws: what is wrong with it, in words that name the limit.
  init(_ request: Request, _ sha256: String, _ language: Language) throws(Problem) {
    let type = request.fields[.contentType]
    guard let said = type.flatMap(PictureHead.Kind.init(mediaType:)) else {
      throw Problem(PictureFault.noPicture, in: language)
    }
    do throws(PictureFault) {
      head = try PictureHead(checking: request.body, as: said)
    } catch {
      throw Problem(error, in: language)
    }
    guard Picture.digest(of: request.body) == sha256 else {
      throw .invalid(
        "sha256", "digest_mismatch",
        language == .russian
          ? "Это не SHA-256 присланной картинки." : "This is not the SHA-256 of what was sent.",
        in: language)
    }
    self.sha256 = sha256
  }
}

extension Problem {
  /// What is wrong with the body of a request that is to be a picture.
  init(_ fault: PictureFault, in language: Language) {
    let words = "\(fault.words(in: language))."
    switch fault {
    case .tooLarge: self.init(.bodyTooLarge, in: language, detail: words)
    case .empty, .noPicture, .otherKind:
      self.init(.unsupportedMediaType, in: language, detail: words)
    case .cutShort, .broken: self = .invalid("", "invalid", words, in: language)
    case .tooWide: self = .invalid("", "out_of_range", words, in: language)
    case .animated: self = .invalid("", "animated", words, in: language)
    }
  }
}
