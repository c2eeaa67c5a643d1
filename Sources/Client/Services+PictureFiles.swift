import App
import Contract
import LocalStore
import Loyalty
import Sync

/// Pictures that an editor brings from files.
extension Services {
  /// Looks at a file; what can be shown is kept, so that it is drawn before anybody has sent it.
  ///
  /// - Parameter typed: its path, as a person or a terminal types it.
  func lookAtPicture(_ typed: String) -> EditorEvent {
    do throws(PictureFileProblem) {
      let path = path(typed)
      let picture = try NamedPicture(reading: path)
      let file = PictureFile(
        path: path, sha256: picture.sha256, kind: picture.head.kind, width: picture.head.width,
        height: picture.head.height, bytes: picture.bytes.count)
      pictures?.cache.keep(picture.bytes, as: file.sha256)
      return .picture(.found(typed: typed, file))
    } catch {
      return .picture(.notFound(typed: typed, error))
    }
  }

  /// Sends it, if it is still what was looked at; else that is told, and nothing is sent.
  ///
  /// - Parameter sent: hears how many of its bytes have gone out.
  func send(
    _ file: PictureFile, attempt: Int, _ language: Language, sent: @escaping @Sendable (Int) -> Void
  ) async throws(SyncFailure) -> EditorEvent {
    let picture: NamedPicture
    do throws(PictureFileProblem) {
      picture = try NamedPicture(reading: file.path)
      guard picture.sha256 == file.sha256 else { throw .changed }
    } catch {
      return .picture(.unsendable(attempt: attempt, error))
    }
    do throws(SyncFailure) {
      _ = try await sync.put(
        picture: picture.bytes, file.sha256, file.kind, language: language, sent: sent)
    } catch {
      throw error.withFirstDetail
    }
    pictures?.cache.keep(picture.bytes, as: file.sha256)
    return .picture(.stored(attempt: attempt))
  }

  /// The first of its readings at which something stands.
  private func path(_ typed: String) -> String {
    let paths = DroppedPath.readings(of: typed).map { whole($0) }
    return paths.first(where: NamedFile.exists) ?? paths.last ?? ""
  }

  private func whole(_ path: String) -> String {
    if let homeFolder, path == "~" || path.hasPrefix("~/") { return homeFolder + path.dropFirst() }
    return path.hasPrefix("/") ? path : "\(exports)/\(path)"
  }
}

extension SyncFailure {
  /// What is wrong with a body is told member by member: here there is one.
  fileprivate var withFirstDetail: SyncFailure {
    guard case .problem(var problem) = self, problem.detail == nil,
      let message = problem.errors.first?.message
    else { return self }
    problem.detail = message
    return .problem(problem)
  }
}
