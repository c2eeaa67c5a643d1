import Content
import ContentFiles
import Contract
import Loyalty
import Sync

extension ContentExchange {
  /// Sends the pictures that a screen names and the server's one does not, before the screen.
  ///
  /// - Parameter done: hears of each by its name.
  func sendPictures(
    of screen: Screen, known theirs: Screen?, from folder: ContentFolder,
    done: (ContentStep) -> Void
  ) async throws(ContentFailure) {
    let wanted = screen.pictures.subtracting(theirs?.pictures ?? [])
    guard !wanted.isEmpty else { return }
    let files = folder.pictures.files(of: wanted)
    for digest in wanted.sorted() {
      // One that is no file here is on the server, or its lint says that it is not.
      guard let file = files[digest] else { continue }
      do throws(SyncFailure) {
        let isNew = try await sync.put(
          picture: file.bytes, digest, file.kind, language: language)
        done(
          ContentStep(
            .picture(name: file.name, bytes: file.bytes.count, isNew: isNew), screen.slug))
      } catch {
        throw ContentFailure(error).naming(file.name)
      }
    }
  }

  /// Writes the pictures that a screen names and no file is.
  func bringPictures(
    of screen: Screen, into folder: ContentFolder
  ) async throws(ContentFailure) {
    let names = screen.pictures.isEmpty ? [:] : folder.pictures.names()
    for digest in screen.pictures.sorted() where names[digest] == nil {
      guard let bytes = try await picture(digest) else { continue }
      try folder.write(picture: bytes, digest)
    }
  }

  /// - Returns: `nil` where the server has none: the file then names the digest, as the lint tells.
  private func picture(_ digest: String) async throws(ContentFailure) -> [UInt8]? {
    do throws(SyncFailure) {
      return try await sync.picture(digest, language: language)
    } catch {
      if case .problem(let problem) = error, problem.code == .notFound { return nil }
      throw ContentFailure(error)
    }
  }
}

extension ContentFailure {
  /// What the server says of a picture, after its name.
  fileprivate func naming(_ file: String) -> ContentFailure {
    guard case .refused(let words) = self else { return self }
    return .refused("\(ContentFile.pictures)/\(Loyalty.cleaned(file, limit: 80)): \(words)")
  }
}
