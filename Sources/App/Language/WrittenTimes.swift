import Loyalty

/// Days and times as people write them.
extension LocalTime {
  /// Reads what the app writes, in either language ("31 Dec 2026, 21:00", "31 дек, 21:00", "21:00"),
  /// whole names of months, "31.12.2026 21:00" and ISO 8601 ("2026-12-31 21:00", "2026-12-31").
  ///
  /// A day alone is its beginning, a time alone is today's, and a day without a year this year's, as
  /// the app leaves them out.
  init?(written text: String, today: Day) {
    var words = WrittenWords()
    for word in text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      guard words.readWord(word) else { return nil }
    }
    guard let day = words.day(today: today), words.hasSomething else { return nil }
    self.init(day: day, hour: words.time?.hour ?? 0, minute: words.time?.minute ?? 0)
  }
}

/// The parts of a written moment, each at most once.
private struct WrittenWords {
  private(set) var time: (hour: Int, minute: Int)?
  private var wholeDay: Day?
  private var number: Int?
  private var month: Int?
  private var year: Int?

  var hasSomething: Bool { time != nil || wholeDay != nil || month != nil }

  /// - Returns: `nil` when the parts make no day.
  func day(today: Day) -> Day? {
    if let wholeDay { return number == nil && month == nil && year == nil ? wholeDay : nil }
    switch (number, month) {
    case (let number?, let month?):
      return Day(year: year ?? today.year, month: month, day: number)
    case (nil, nil): return year == nil ? today : nil
    case (.some, nil), (nil, .some): return nil
    }
  }

  /// - Returns: `false` when a word means nothing here, or says something twice.
  mutating func readWord(_ word: Substring) -> Bool {
    let parts = word.split(separator: "t", maxSplits: 1)
    if parts.count == 2, Day(parts[0]) != nil { return readWord(parts[0]) && readWord(parts[1]) }
    if ["at", "в", "г", "г.", "года", "год"].contains(word) { return true }
    if word.contains(":") { return readTime(word) }
    if let day = Day(word) ?? dotted(word) { return put(day, into: &wholeDay) }
    let plain = word.hasSuffix(".") ? word.dropLast() : word
    if plain.count <= 2, let day = Int(plain), plain.allSatisfy(\.isNumber) {
      return put(day, into: &number)
    }
    if plain.count == 4, let number = Int(plain), plain.allSatisfy(\.isNumber) {
      return put(number, into: &year)
    }
    guard plain.count >= 3 else { return false }
    let place = WrittenWords.months.firstIndex { $0.hasPrefix(plain) }
    return place.map { put($0 % 12 + 1, into: &month) } ?? false
  }

  private mutating func readTime(_ word: Substring) -> Bool {
    let numbers = word.split(separator: ":", omittingEmptySubsequences: false).map { part in
      part.count <= 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
      (0..<24).contains(hour), (0..<60).contains(minute), time == nil,
      numbers.count == 2 || numbers[2].map({ $0 < 60 }) == true
    else { return false }
    time = (hour, minute)
    return true
  }

  /// "31.12.2026".
  private func dotted(_ word: Substring) -> Day? {
    let parts = word.split(separator: ".").map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
      year >= 1000
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private func put<Value>(_ value: Value, into place: inout Value?) -> Bool {
    guard place == nil else { return false }
    place = value
    return true
  }

  /// Twelve by twelve; their beginnings count too.
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря", "январь", "февраль", "март",
    "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
  ]
}
