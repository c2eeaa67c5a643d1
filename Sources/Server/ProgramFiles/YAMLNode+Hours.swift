import Loyalty
import YAML

extension YAMLNode {
  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Hours by days, `mon-fri: 08:00-22:00`; a day that is not named is closed.
  func week() throws(YAMLError) -> [WeekdayHours] {
    var hours: [Int: Hours] = [:]
    for entry in try mapping().entries {
      let own = try entry.value.hours()
      for day in try YAMLNode.weekdays(entry) {
        guard hours.updateValue(own, forKey: day) == nil else {
          throw YAMLError(
            en: "The hours of \(YAMLNode.days[day - 1]) stand here twice",
            ru: "Часы для «\(YAMLNode.days[day - 1])» стоят здесь дважды", at: entry.keyMark)
        }
      }
    }
    return hours.sorted { $0.key < $1.key }.map { WeekdayHours(weekday: $0.key, hours: $0.value) }
  }

  /// `mon` or `mon-fri`; Monday is 1.
  private static func weekdays(_ entry: YAMLMapping.Entry) throws(YAMLError) -> ClosedRange<Int> {
    let ends = entry.key.split(separator: "-", omittingEmptySubsequences: false)
      .map { end in days.firstIndex { $0 == end } }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
    else {
      throw YAMLError(
        en: "\"\(entry.key.prefix(40))\" are no days; write mon or mon-fri",
        ru: "«\(entry.key.prefix(40))» — не дни; пишите «mon» или «mon-fri»", at: entry.keyMark)
    }
    return first + 1...last + 1
  }

  /// `08:00-22:00`; what closes no later than it opens closes on the next day.
  func hours() throws(YAMLError) -> Hours {
    let text = try string()
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map(YAMLNode.minutes)
    guard ends.count == 2, let opens = ends[0], opens < 1440, let closes = ends[1] else {
      throw YAMLError(
        en: "\"\(text.prefix(40))\" are no hours; write them like 08:00-22:00",
        ru: "«\(text.prefix(40))» — не часы работы; пишите вроде «08:00-22:00»", at: mark)
    }
    return Hours(opens: opens, closes: closes <= opens ? closes + 1440 : closes)
  }

  /// Minutes after midnight of `00:00` to `24:00`.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(Substring(parts[0])), let minute = Int(Substring(parts[1])),
      minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
