import Loyalty

/// Moments as a person writes them: `2026-12-31 21:00` on their own clock.
extension State {
  func moment(_ instant: Instant) -> String {
    let local = settings.zone.local(instant)
    return "\(local.day) \(phrases.time(local))"
  }

  /// The moment that a text names; a day alone is its beginning, and RFC 3339 is understood too.
  func instant(_ text: String) -> Instant? {
    if let instant = Instant(rfc3339: text) { return instant }
    let parts = text.split(separator: " ")
    guard (1...2).contains(parts.count), let day = Day(String(parts[0])) else { return nil }
    let clock = parts.count == 2 ? String(parts[1]) : "00:00"
    let time = clock.split(separator: ":").compactMap { Int($0) }
    guard time.count == 2, (0..<24).contains(time[0]), (0..<60).contains(time[1]) else {
      return nil
    }
    let seconds = day.daysSince1970 * 86_400 + Int64(time[0] * 3600 + time[1] * 60)
    let utc = Instant(milliseconds: seconds * 1000)
    // The offset there; near a change of the clocks the one after it.
    let guess = utc.adding(seconds: -Int64(settings.zone.offset(at: utc)))
    return utc.adding(seconds: -Int64(settings.zone.offset(at: guess)))
  }

  /// Names with commas between them.
  func names(in text: String) -> [String] {
    text.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}

extension Phrase {
  static let momentHint = Phrase(en: "2026-12-31 21:00", ru: "2026-12-31 21:00")
  static let momentWrong = Phrase(
    en: "Such as 2026-12-31 21:00", ru: "Например, 2026-12-31 21:00")
}
