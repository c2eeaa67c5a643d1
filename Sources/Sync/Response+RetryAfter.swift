import Contract
import HTTPTypes
import Loyalty

extension Response {
  /// Seconds that nobody waits longer than.
  private static let longest: Int64 = 86_400

  /// After how many seconds the server can answer, as the header says it, else the problem.
  var secondsToWait: Int? {
    let said = fields[.retryAfter].flatMap { Int64($0) } ?? problem?.retryAfter.map { Int64($0) }
    return said.map { Int(min(max(0, $0), Response.longest)) }
  }

  /// With a moment in `Retry-After` as the seconds until then (RFC 9110, section 10.2.3).
  ///
  /// - Parameter now: the machine's time; the answer's own `Date` counts before it, so that a clock
  ///   that is wrong waits as long as one that is right.
  func withSecondsToWait(now: Instant) -> Response {
    guard let moment = fields[.retryAfter].flatMap({ Instant(httpDate: $0) }) else { return self }
    let answered = fields[.date].flatMap { Instant(httpDate: $0) } ?? now
    var response = self
    response.fields[.retryAfter] = String(max(0, moment.seconds(since: answered)))
    return response
  }
}

extension Instant {
  /// Reads the three forms of a date that HTTP knows (RFC 9110, section 5.6.7): two are obsolete,
  /// and must be understood all the same.
  init?(httpDate text: String) {
    let words = text.split { " ,-:".contains($0) }
    let isAsctime = words.count == 7 && !text.contains(",")
    guard words.count == (isAsctime ? 7 : 8), isAsctime || words[7] == "GMT" else { return nil }
    // Sun Nov  6 08:49:37 1994; else Sun, 06 Nov 1994 08:49:37 GMT or Sunday, 06-Nov-94 …
    let places = isAsctime ? [6, 1, 2, 3, 4, 5] : [3, 2, 1, 4, 5, 6]
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let fields = places.map { String(words[$0]) }
    guard let month = months.firstIndex(of: fields[1].lowercased()), var year = Int(fields[0]),
      let day = Int(fields[2]), let hour = Int(fields[3]), let minute = Int(fields[4]),
      let second = Int(fields[5])
    else { return nil }
    // Of a year of two digits the century is the one that is nearest.
    if fields[0].count == 2 { year += year < 70 ? 2000 : 1900 }
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    self.init(
      rfc3339: "\(padded(year, 4))-\(padded(month + 1))-\(padded(day))T"
        + "\(padded(hour)):\(padded(minute)):\(padded(min(59, second)))Z")
  }
}
