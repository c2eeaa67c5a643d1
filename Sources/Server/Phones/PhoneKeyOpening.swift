import SQLite

/// The key that a server begins with, and whether it is the one that the database knows.
struct PhoneKeyOpening {
  let source: PhoneKeySource
  /// The key is lost, and what is remembered by it shall be forgotten.
  let isForgetting: Bool
  /// Of the database.
  let path: String

  private static let setting = "phone_key"
  /// Stands before the fingerprint of a key from the environment.
  private static let fromText = "text "

  private var file: PhoneKeyFile? {
    path == ":memory:" ? nil : PhoneKeyFile(database: path)
  }

  /// Refuses what can be refused before there is a database.
  func check() throws(PhoneKeyRefusal) {
    switch source {
    case .file: _ = try file?.read()
    case .text(let text): _ = try key(of: text)
    case .none: break
    }
  }

  /// - Returns: `nil` for a tool that needs none.
  func settleKey(_ database: Database) throws -> PhoneKey? {
    switch source {
    case .none: return nil
    case .text(let text):
      let key = try key(of: text)
      let known = PhoneKeyOpening.fromText + key.fingerprint
      try database.write(locking: [.named("phone key")]) { connection in
        let last = try fingerprint(connection)
        if let last, last.text != key.fingerprint {
          guard isForgetting else { throw PhoneKeyRefusal.otherText(file?.path ?? path) }
          try forget(connection)
        }
        try keep(known, connection)
      }
      return key
    case .file:
      guard let file else { return .random() }
      return try database.write(locking: [.named("phone key")]) { connection in
        try settleKey(in: file, connection)
      }
    }
  }

  /// NB: a database that remembers nobody takes any key: it may be a copy, or a new one beside an
  /// old key.
  private func settleKey(in file: PhoneKeyFile, _ connection: Connection) throws -> PhoneKey {
    let last = try fingerprint(connection)
    let found = try file.read()
    if let found, found.fingerprint == last?.text { return found }
    if last != nil, !isForgetting {
      if found == nil, last?.isOfText == true { throw PhoneKeyRefusal.unset(file.path) }
      guard try !remembers(connection) else {
        throw found == nil ? PhoneKeyRefusal.lost(file.path) : .other(file.path)
      }
    }
    if last != nil { try forget(connection) }
    let key = try found ?? file.make()
    try keep(key.fingerprint, connection)
    return key
  }

  private func key(of text: String) throws(PhoneKeyRefusal) -> PhoneKey {
    guard let key = PhoneKey(hexadecimal: text) else { throw .text }
    return key
  }

  private func fingerprint(
    _ connection: Connection
  ) throws -> (text: String, isOfText: Bool)? {
    let value = try connection.first(
      "SELECT value FROM setting WHERE name = ?", [.text(PhoneKeyOpening.setting)]
    ) { $0.text(0) }
    return value.map { value in
      let isOfText = value.hasPrefix(PhoneKeyOpening.fromText)
      let text = isOfText ? String(value.dropFirst(PhoneKeyOpening.fromText.count)) : value
      return (text, isOfText)
    }
  }

  private func keep(_ fingerprint: String, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO setting (name, value) VALUES (?1, ?2)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value
      """, [.text(PhoneKeyOpening.setting), .text(fingerprint)])
  }

  private func remembers(_ connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM phone_memory LIMIT 1", [], { _ in true }) ?? false
  }

  /// What stands under names that nothing leads to any more.
  private func forget(_ connection: Connection) throws {
    for table in ["phone_memory", "challenge", "code_send", "code_miss", "known_address"] {
      try connection.execute("DELETE FROM \(table)")
    }
  }
}

extension ServerStore {
  func phoneKey() throws -> PhoneKey {
    guard let key = knownPhoneKey else { throw MissingPhoneKey() }
    return key
  }
}
