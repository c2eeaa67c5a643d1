/// Which pass a card comes from, and what the pass said, so that a newer one can tell what is the
/// business's and what the person's. It is kept among the columns of other programs: an export has
/// it, and an import brings it back.
extension LocalCard {
  private enum Column {
    static let type = "passtype"
    static let serial = "passserial"
    static let made = "passmade"
    static let name = "passstore"
    static let number = "passnumber"
    static let code = "passcode"
    static let note = "passnote"
    static let expiry = "passexpiry"

    static let all = [type, serial, made, name, number, code, note, expiry]
  }

  public struct PassIdentity: Hashable, Sendable {
    let type: String
    let serial: String
  }

  /// `nil` for a card that comes from no pass.
  public var pass: PassIdentity? {
    guard let type = rest[Column.type], let serial = rest[Column.serial] else { return nil }
    return PassIdentity(type: type, serial: serial)
  }

  /// - Parameter made: when its file was made, in seconds since 1970; 0 when that is not known.
  public mutating func rememberPass(type: String?, serial: String?, made: Int64) {
    guard let type, let serial, !type.isEmpty, !serial.isEmpty,
      max(type.count, serial.count) <= Limit.column
    else { return }
    rest[Column.type] = type
    rest[Column.serial] = serial
    if made > 0 { rest[Column.made] = String(made) }
    rest[Column.name] = name
    rest[Column.number] = number
    rest[Column.code] = code
    if !note.isEmpty { rest[Column.note] = note }
    rest[Column.expiry] = expiresOn?.description
  }

  /// The card with what a newer pass says; what the person has changed or added stays.
  public func updated(by newer: LocalCard) -> LocalCard {
    func made(_ card: LocalCard) -> Int64 { card.rest[Column.made].flatMap { Int64($0) } ?? 0 }
    // An older file that is read again knows nothing new.
    if made(newer) > 0, made(newer) < made(self) { return completed(by: newer) }
    var card = self
    if name == rest[Column.name] { card.name = newer.name }
    if code == rest[Column.code] {
      card.value = newer.code
      card.symbology = newer.symbology
      card.encoding = newer.encoding
      card.isGS1 = newer.isGS1
    }
    if number == rest[Column.number] {
      // NB: what the till reads stays the same thing.
      card.value = card.value ?? card.code
      card.number = newer.number
    }
    if expiresOn?.description == rest[Column.expiry] { card.expiresOn = newer.expiresOn }
    let said = rest[Column.note] ?? ""
    if said.isEmpty {
      if note.isEmpty { card.note = newer.note }
    } else if note.contains(said) {
      card.note = note.replacing(said, with: newer.note, maxReplacements: 1)
    }
    for name in Column.all + ["headercolor"] { card.rest[name] = newer.rest[name] }
    return card.cleaned
  }
}
