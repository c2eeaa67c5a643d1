import Contract
public import Loyalty

extension SyncEngine {
  /// A fresh code for a card; nothing is stored, since it does not outlive the minute.
  public func cardCode(
    _ card: Card.ID, language: Language
  ) async throws(SyncFailure) -> CardCode {
    let code = try await client.get(CardCode.self, .cardCode(card), language)
    guard (1...CardCode.longestValue).contains(code.value.utf8.count) else {
      throw .garbled("a card's code of \(code.value.utf8.count) bytes")
    }
    return code
  }
}
