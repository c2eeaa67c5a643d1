import Contract
import Loyalty
import SQLite

extension ServerSchema {
  /// When a member was told that a lot ends soon; once for each.
  static let reminders = """
    ALTER TABLE lot ADD COLUMN reminded_at INTEGER;
    CREATE INDEX lot_unreminded ON lot (expires_at) WHERE remaining > 0 AND entry IS NOT NULL
      AND expires_at IS NOT NULL AND reminded_at IS NULL;
    """
}

extension ServerStore {
  /// Days before its end at which a member is told of a lot.
  static let reminderDays: Int64 = 7
  /// Members who are told in one go; what is left comes with the next.
  private static let mostMembers: Int64 = 200

  /// Puts into the inboxes what ends soon, once for each lot.
  ///
  /// The note that it was told is written with the message: whoever dies between the two has done
  /// neither, and a second instance finds the note.
  ///
  /// - Returns: how many messages that were.
  @discardableResult
  func remindOfExpiry(now: Instant) throws -> Int {
    let horizon = trust.horizon(now)
    let end = horizon.adding(days: ServerStore.reminderDays)
    let members = try database.read { connection in
      try connection.query(
        """
        SELECT DISTINCT member FROM lot WHERE remaining > 0 AND entry IS NOT NULL
          AND expires_at IS NOT NULL AND reminded_at IS NULL AND expires_at > ? AND expires_at <= ?
        LIMIT ?
        """,
        [
          .integer(horizon.rawValue), .integer(end.rawValue),
          .integer(ServerStore.mostMembers),
        ]
      ) { Member.ID($0.text(0)) }
    }
    guard !members.isEmpty else { return 0 }
    let program = try program()
    let zone = Zone.named(program.timeZone)
    var count = 0
    for member in members {
      count += try database.write(locking: [.member(member.rawValue)]) { connection in
        try remind(member, horizon..<end, program, zone, connection)
      }
    }
    return count
  }

  private func remind(
    _ member: Member.ID, _ span: Range<Instant>, _ program: Program, _ zone: Zone,
    _ connection: Connection
  ) throws -> Int {
    let ending = try connection.query(
      """
      UPDATE lot SET reminded_at = ?2 WHERE member = ?1 AND remaining > 0 AND entry IS NOT NULL
        AND expires_at IS NOT NULL AND reminded_at IS NULL AND expires_at > ?2 AND expires_at <= ?3
      RETURNING expires_at, remaining
      """,
      [
        .text(member.rawValue), .integer(span.lowerBound.rawValue),
        .integer(span.upperBound.rawValue),
      ]
    ) { (at: Instant(milliseconds: $0.int(0)), points: $0.int(1)) }
    var days: [Day: Int64] = [:]
    for lot in ending {
      let day = zone.local(lot.at).day
      days[day] = (days[day] ?? 0).adding(saturating: lot.points)
    }
    // Of one day there is one message, however many purchases its points came from.
    for day in days.keys.sorted() {
      let words = ReminderWords(Points(days[day] ?? 0), day, program)
      try notify(
        member, .points, title: words.title, body: words.body,
        action: .init(kind: .screen, target: "rewards"), at: span.lowerBound, connection)
    }
    return days.count
  }
}

/// What a reminder says in each language.
private struct ReminderWords {
  let title: LocalizedText
  let body: LocalizedText

  init(_ points: Points, _ day: Day, _ program: Program) {
    let amount = { (language: Language) -> String in
      let number = TillReceipt.number(points, scale: program.pointsScale)
      guard let forms = program.pointsName.value(in: language) else { return number }
      let unit = UInt64(program.pointUnit)
      let decimals = points.rawValue.magnitude % unit == 0 ? 0 : program.pointsScale
      let whole = points.rawValue.magnitude / unit
      let noun = forms[PluralCategory(whole, decimals: decimals, in: language)]
      let shown = decimals == 0 ? String(whole) : number
      return "\(language == .russian ? shown.replacing(".", with: ",") : shown) \(noun)"
    }
    let russian = "\(day.day) \(ReminderWords.russianMonths[day.month - 1])"
    let english = "\(day.day) \(ReminderWords.englishMonths[day.month - 1])"
    title = [
      .russian: "Сгорят \(russian): \(amount(.russian))",
      .english: "\(amount(.english)) expire on \(english)",
    ]
    body = [
      .russian: "Потратьте их на награду до конца этого дня.",
      .english: "Spend them on a reward before that day ends.",
    ]
  }

  private static let russianMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension LoyaltyServer {
  /// Tells members what ends soon; whatever instance does it, each lot is told of once.
  public func remindOfExpiry() {
    do {
      try store.remindOfExpiry(now: clock.now)
    } catch let error as DatabaseError where error.isBusy {
      // The next minute is as good.
    } catch {
      tell("reminding of what expires", error)
    }
  }
}
