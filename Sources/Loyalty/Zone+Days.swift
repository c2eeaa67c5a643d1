/// Days as the clocks of a zone begin them.
extension Zone {
  /// The first moment of a day; where the clocks leave midnight out, the first one that there is.
  public func start(of day: Day) -> Instant {
    instant(LocalTime(day: day, hour: 0, minute: 0))
  }

  /// The day that somebody meant who stored its midnight, here or elsewhere, as a moment.
  ///
  /// A beginning of a day here is that day's; so is a noon, which old versions of Catima stored,
  /// unless it is UTC's: that is midnight in Auckland. Any other moment comes from another zone, and
  /// two zones whose midnights are one moment differ by a day: from 10:15 UTC on it is the next day's,
  /// as in Auckland's summer, Samoa, Tonga and on Chatham; before, it has begun, as in Honolulu. Only
  /// days of Kiritimati (+14), and of Pago Pago and Niue (−11), that are read elsewhere are one off.
  public func day(ofMidnight moment: Instant) -> Day {
    let day = local(moment).day
    let start = start(of: day)
    let isNoon = start.adding(seconds: 43_200) == moment && offset(at: moment) != 0
    if start == moment || isNoon { return day }
    let seconds = moment.seconds(since: Instant(milliseconds: 0)) + 49_500
    return Day(daysSince1970: seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400))
  }
}
