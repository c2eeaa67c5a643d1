import App
import Loyalty
import Sync

extension Services {
  /// A fresh code for a card.
  ///
  /// Its end is counted from before the question by this machine's clock: a clock that is wrong, or
  /// a slow answer, must not make the app show a code that is past.
  func cardCode(_ card: Card.ID, _ language: Language) async throws(SyncFailure) -> LiveCode {
    let asked = now()
    let code = try await sync.cardCode(card, language: language)
    let validFor = min(3600, max(1, code.validFor))
    let refreshAfter = min(validFor, max(1, code.refreshAfter))
    return LiveCode(
      card: card, value: code.value, expiresAt: asked.adding(seconds: Int64(validFor)),
      refreshAt: asked.adding(seconds: Int64(refreshAfter)))
  }
}
