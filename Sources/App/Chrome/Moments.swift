import Content
import Loyalty

/// Moments as a person writes them, on their own clock.
extension State {
  /// As ISO 8601 has it, for a field: "2026-12-31 21:00".
  func moment(_ instant: Instant) -> String {
    let local = settings.zone.local(instant)
    return "\(local.day) \(phrases.time(local))"
  }

  /// The moment that a text names: as the app writes it in either language, or ISO 8601, with an
  /// offset (RFC 3339) or on one's own clock.
  func instant(_ text: String) -> Instant? {
    let text = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    if let instant = Instant(rfc3339: text) ?? offsetInstant(text) { return instant }
    let today = settings.zone.local(now).day
    return LocalTime(written: text, today: today).map { settings.zone.instant($0) }
  }

  /// RFC 3339 with a space for the T, or without seconds.
  private func offsetInstant(_ text: String) -> Instant? {
    guard text.count > 16, Day(text.prefix(10)) != nil else { return nil }
    let clock = text.dropFirst(11).prefix(5)
    let rest = text.dropFirst(16)
    return Instant(rfc3339: "\(text.prefix(10))T\(clock)\(rest.hasPrefix(":") ? "" : ":00")\(rest)")
  }

  /// Whose clock a moment is on: "UTC+3".
  func zoneWords(at instant: Instant) -> String {
    phrases.offset(seconds: settings.zone.offset(at: instant))
  }

  /// A moment on one's own clock with its zone, and on the program's where that differs:
  /// "27 Nov, 09:00 UTC−5 (17:00 UTC+3 in Europe/Moscow)".
  func zonedMoment(_ instant: Instant) -> String {
    let time = phrases.moment(instant, now: now, in: settings.zone)
    let own = "\(time) \(zoneWords(at: instant))"
    guard let choices = screens.choices,
      choices.zone.offset(at: instant) != settings.zone.offset(at: instant)
    else { return own }
    let there = choices.zone.local(instant)
    let isSameDay = there.day == settings.zone.local(instant).day
    let time2 =
      isSameDay
      ? phrases.time(there)
      : phrases.day(there.day, in: settings.zone.local(now).day.year) + ", " + phrases.time(there)
    let program = phrases.say(
      .momentThere,
      [
        "time": "\(time2) \(phrases.offset(seconds: choices.zone.offset(at: instant)))",
        "zone": choices.timeZone,
      ])
    return "\(own) (\(program))"
  }

  /// Names with commas between them.
  func names(in text: String) -> [String] {
    text.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}

extension Phrasebook {
  /// An offset from UTC: "UTC+3", "UTC−3:30".
  func offset(seconds: Int) -> String {
    guard seconds != 0 else { return "UTC" }
    let minutes = Int(seconds.magnitude) / 60
    let rest = minutes % 60
    let clock = rest == 0 ? "\(minutes / 60)" : "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
    return "UTC\(seconds < 0 ? "−" : "+")\(clock)"
  }
}

extension Phrase {
  static let momentHint = Phrase(en: "31 Dec 2026, 21:00", ru: "31 дек 2026, 21:00")
  static let momentWrong = Phrase(
    en: "Such as 31 Dec 2026, 21:00 or 2026-12-31 21:00",
    ru: "Например, 31 дек 2026, 21:00 или 2026-12-31 21:00")
  static let momentExample = Phrase(
    en: "{zone}, such as 31 Dec 2026, 21:00", ru: "{zone}, например 31 дек 2026, 21:00")
  static let momentThere = Phrase(en: "{time} in {zone}", ru: "{time}, {zone}")
}
