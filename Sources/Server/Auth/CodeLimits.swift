import Contract
import Loyalty
import SQLite

/// Counts what was sent and tried of one phone, asked for from one place.
struct CodeLimits {
  /// Names under the phone key; without an address it is empty.
  let phone: String
  let address: String
  /// By the machine's clock.
  let now: Instant
  /// Messages of all instances together.
  let perMinute: Int

  init(_ store: ServerStore, _ phone: PhoneNumber, _ context: RequestContext) throws {
    let key = try store.phoneKey()
    self.phone = key.name(of: phone)
    address = context.request.address.map { key.name(of: $0) } ?? ""
    now = context.machine
    perMinute = store.smsPerMinute
  }

  /// Who has had so many that they have to wait.
  enum Crowd {
    case phone
    case address
    case all
  }

  /// What stands in the way of one more message; `nil` when nothing does.
  func hindrance(_ connection: Connection) throws -> (crowd: Crowd, seconds: Int)? {
    let phone = Value.text(phone)
    let address = Value.text(address)
    let isKnown = try isKnown(connection)
    let own = try wait(
      CodeRules.own, "code_send WHERE phone = ? AND address = ?", [phone, address], connection)
    let step = try isKnown ? CodeRules.known : stepOfStranger(connection)
    let all = try wait(
      step, "code_send WHERE phone = ? AND is_known = ?", [phone, .integer(isKnown ? 1 : 0)],
      connection)
    if max(own, all) > 0 { return (.phone, max(own, all)) }
    if !isKnown, !self.address.isEmpty {
      let wait = try wait(CodeRules.address, "code_send WHERE address = ?", [address], connection)
      if wait > 0 { return (.address, wait) }
    }
    // Whoever is known has as much again, so that strangers cannot use up all of it.
    let limit = RateLimit(count: isKnown ? 2 * perMinute : perMinute, seconds: 60)
    let total = try wait([limit], "code_send WHERE 1 = 1", [], connection)
    return total > 0 ? (.all, total) : nil
  }

  func noteSend(_ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO code_send (id, phone, address, is_known, at) VALUES (?, ?, ?, ?, ?)",
      [
        .text(Token.id("snd")), .text(phone), .text(address),
        .integer(try isKnown(connection) ? 1 : 0), .integer(now.rawValue),
      ])
  }

  /// Seconds to wait before a challenge takes another try, and how many it has left then.
  func tries(
    of challenge: String, _ connection: Connection
  ) throws -> (wait: Int, left: Int) {
    let values = [Value.text(challenge)]
    let misses = try times("code_miss WHERE challenge = ?", values, connection)
    var pause = wait(misses, CodeRules.tries)
    if !misses.isEmpty, !address.isEmpty {
      let limits = CodeRules.triesOfAddress
      pause = max(
        pause, try wait(limits, "code_miss WHERE address = ?", [.text(address)], connection))
    }
    let ofPhone = try wait(
      [CodeRules.triesOfPhone], "code_miss WHERE phone = ?", [.text(phone)], connection)
    let most = ofPhone > 0 ? CodeRules.fewTries : CodeRules.mostTries
    let recent = misses.filter { $0 > now.adding(seconds: -CodeRules.tries.seconds) }
    return (pause, min(most - misses.count, CodeRules.tries.count - recent.count))
  }

  func noteMiss(of challenge: String, _ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO code_miss (id, challenge, phone, address, at) VALUES (?, ?, ?, ?, ?)",
      [
        .text(Token.id("mis")), .text(challenge), .text(phone), .text(address),
        .integer(now.rawValue),
      ])
  }

  /// A code of the phone was typed here, or its session renewed.
  func noteOwner(_ connection: Connection) throws {
    guard !address.isEmpty else { return }
    try connection.execute(
      """
      INSERT INTO known_address (phone, address, at) VALUES (?, ?, ?)
      ON CONFLICT (phone, address) DO UPDATE SET at = excluded.at
      """, [.text(phone), .text(address), .integer(now.rawValue)])
    try connection.execute(
      """
      DELETE FROM known_address WHERE phone = ?1 AND at < (
        SELECT at FROM known_address WHERE phone = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)
      """, [.text(phone), .integer(CodeRules.mostKnown - 1)])
  }

  private func isKnown(_ connection: Connection) throws -> Bool {
    guard !address.isEmpty else { return false }
    return try connection.first(
      "SELECT 1 FROM known_address WHERE phone = ? AND address = ? AND at > ?",
      [
        .text(phone), .text(address),
        .integer(now.adding(seconds: -CodeRules.remembered).rawValue),
      ], { _ in true }) ?? false
  }

  /// What a phone gets from all strangers together before this one stops.
  private func stepOfStranger(_ connection: Connection) throws -> [RateLimit] {
    let sent = try connection.first(
      "SELECT 1 FROM code_send WHERE phone = ? AND address = ? LIMIT 1",
      [.text(phone), .text(address)], { _ in true })
    return sent == nil ? CodeRules.reserve : CodeRules.strangers
  }

  /// Seconds until all limits allow one more row of a table.
  ///
  /// - Parameter rows: table and condition.
  private func wait(
    _ limits: [RateLimit], _ rows: String, _ values: [Value], _ connection: Connection
  ) throws -> Int {
    try limits.map { limit in
      let deciding = try connection.first(
        """
        SELECT at FROM \(rows) AND at > ? AND at <= ? ORDER BY at DESC
        LIMIT 1 OFFSET \(limit.count - 1)
        """, values + window(limit.seconds)
      ) { Instant(milliseconds: $0.int(0)) }
      return deciding.map { seconds(until: $0.adding(seconds: limit.seconds)) } ?? 0
    }.max() ?? 0
  }

  private func wait(_ times: [Instant], _ limit: RateLimit) -> Int {
    let recent = times.filter { $0 > now.adding(seconds: -limit.seconds) }
    guard recent.count >= limit.count else { return 0 }
    return seconds(until: recent[limit.count - 1].adding(seconds: limit.seconds))
  }

  /// The newest first.
  private func times(
    _ rows: String, _ values: [Value], _ connection: Connection
  ) throws -> [Instant] {
    try connection.query(
      "SELECT at FROM \(rows) AND at > ? AND at <= ? ORDER BY at DESC", values + window(86_400)
    ) { Instant(milliseconds: $0.int(0)) }
  }

  private func window(_ seconds: Int64) -> [Value] {
    [
      .integer(now.adding(seconds: -seconds).rawValue),
      .integer(now.rawValue + CodeRules.skew),
    ]
  }

  private func seconds(until moment: Instant) -> Int {
    max(1, Int((moment.rawValue - now.rawValue + 999) / 1000))
  }
}
