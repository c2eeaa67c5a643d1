import Contract
import LocalStore
import Loyalty

extension Pull {
  /// Keeps a small resource as it was sent, when it makes sense.
  func document<Body: Decodable>(
    _ type: Body.Type, _ body: [UInt8], _ resource: Resource
  ) throws(SyncFailure) {
    _ = try read(type, body)
    let now = engine.environment.now()
    try write { () throws(LocalStoreError) in
      try engine.store.save(document: body, of: resource, at: now)
    }
  }

  func read<Body: Decodable>(
    _ type: Body.Type, _ body: [UInt8]
  ) throws(SyncFailure) -> Body {
    do throws(WireError) {
      return try Wire.decode(type, from: body)
    } catch {
      throw .garbled("\(type): \(error)")
    }
  }
}
