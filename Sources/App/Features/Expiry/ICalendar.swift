import Loyalty

/// Days as a calendar file (RFC 5545), each with a reminder the day before.
struct ICalendar {
  struct Event: Equatable {
    /// The same for the same thing in each file, so that calendars know it again.
    var uid: String
    var day: Day
    var summary: String
    var description: String
  }

  var product: String
  var events: [Event]
  /// When the file was made.
  var stamp: Instant

  /// Octets of a line without its end.
  private static let longestLine = 75

  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//loyalhub//\(ICalendar.escaped(product))//EN",
      "CALSCALE:GREGORIAN",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:\(ICalendar.escaped(event.uid))", "DTSTAMP:\(ICalendar.utc(stamp))",
        "DTSTART;VALUE=DATE:\(ICalendar.date(event.day))",
        "DTEND;VALUE=DATE:\(ICalendar.date(Day(daysSince1970: event.day.daysSince1970 + 1)))",
        "SUMMARY:\(ICalendar.escaped(event.summary))",
      ]
      if !event.description.isEmpty {
        lines.append("DESCRIPTION:\(ICalendar.escaped(event.description))")
      }
      lines += [
        "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D",
        "DESCRIPTION:\(ICalendar.escaped(event.summary))", "END:VALARM", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { ICalendar.folded($0) + "\r\n" }.joined()
  }

  /// As a value of the type TEXT.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      // Others are no part of a text (section 3.3.11).
      case "\u{0}"..."\u{1F}", "\u{7F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines of 75 octets at most, never cut inside of a character.
  static func folded(_ line: String) -> String {
    var result = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if count + size > longestLine {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += size
    }
    return result
  }

  private static func date(_ day: Day) -> String {
    day.description.replacing("-", with: "")
  }

  /// `20261123T110500Z`.
  private static func utc(_ moment: Instant) -> String {
    let local = Zone.utc.local(moment)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let second = Int((moment.rawValue / 1000) % 60)
    return "\(date(local.day))T\(two(local.hour))\(two(local.minute))\(two(max(0, second)))Z"
  }
}
