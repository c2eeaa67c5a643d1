import Contract
import HTTPTypes
public import Loyalty

/// Pictures by the digests of their bytes; nothing of them is in the local store.
extension SyncEngine {
  /// The bytes of a picture, which are what its digest says.
  ///
  /// - Throws: `not_found` for one that the server does not have.
  public func picture(
    _ digest: String, language: Language
  ) async throws(SyncFailure) -> [UInt8] {
    let call = Call(route: .picture(sha256: digest), language: language)
    let response = try await client.send(call)
    try response.checkSuccess()
    guard Picture.digest(of: response.body) == digest else {
      throw .garbled("a picture that is not of its digest")
    }
    return response.body
  }

  /// Brings a picture to the server, whether it has it already or not.
  ///
  /// - Parameter sent: hears, on any thread, how many of the bytes have gone out.
  /// - Returns: whether the server had it not yet.
  public func put(
    picture bytes: [UInt8], _ digest: String, _ kind: PictureHead.Kind, language: Language,
    sent: (@Sendable (Int) -> Void)? = nil
  ) async throws(SyncFailure) -> Bool {
    let call = Call(
      route: .putPicture(sha256: digest), language: language, body: bytes,
      contentType: kind.mediaType, sent: sent)
    let response = try await client.send(call)
    let stored = try response.body(StoredPicture.self)
    guard stored.sha256 == digest else { throw .garbled("another picture than was sent") }
    return response.status == .created
  }
}
