import Loyalty

extension Instant {
  /// As an HTTP `Date` field has it (RFC 9110, section 5.6.7): `Thu, 26 Nov 2026 14:20:05 GMT`.
  var httpDate: String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let local = Zone.utc.local(self)
    let (day, second) = (local.day, Int((rawValue / 1000) % 60 + 60) % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(days[day.weekday - 1]), \(two(day.day)) \(months[day.month - 1]) \(day.year)"
      + " \(two(local.hour)):\(two(local.minute)):\(two(second)) GMT"
  }
}
