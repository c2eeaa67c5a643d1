/// A card of another business that a person keeps on this device; no server knows it.
public struct LocalCard: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<LocalCard>

  /// Of the wallet; empty for a card that has not been stored.
  public var id: ID
  /// The business's, as the person calls it.
  public var name: String
  /// What is printed on the card.
  public var number: String
  /// What the symbol carries when that is not the number.
  public var value: String?
  /// `nil` for a card without a symbol.
  public var symbology: Symbology?
  /// The name of the character set in which the symbol carries the code, as a file has given it;
  /// `nil` for UTF-8, which the symbol says of itself where there is more than ASCII.
  public var encoding: String?
  /// Whether the symbol begins with FNC1, which makes the code one of GS1's; what separates its
  /// parts is U+001D.
  public var isGS1: Bool
  public var note: String
  /// A decimal number as `CardBalance` writes it, with its currency when it has one; empty when
  /// nothing is known.
  public var balance: String
  /// The first day on which it holds.
  public var validFrom: Day?
  /// The last day on which it holds.
  public var expiresOn: Day?
  /// Names, in the person's order, each once.
  public var groups: [String]
  public var isStarred: Bool
  public var isArchived: Bool
  public var lastUsed: Instant?
  /// What another program's file says about the card and this one does not use, by its column; it
  /// goes back into a file as it came.
  public var rest: [String: String]

  public init(
    id: ID = ID(""), name: String, number: String, value: String? = nil,
    symbology: Symbology? = nil, encoding: String? = nil, isGS1: Bool = false, note: String = "",
    balance: String = "", validFrom: Day? = nil, expiresOn: Day? = nil, groups: [String] = [],
    isStarred: Bool = false, isArchived: Bool = false, lastUsed: Instant? = nil,
    rest: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.number = number
    self.value = value
    self.symbology = symbology
    self.encoding = encoding
    self.isGS1 = isGS1
    self.note = note
    self.balance = balance
    self.validFrom = validFrom
    self.expiresOn = expiresOn
    self.groups = groups
    self.isStarred = isStarred
    self.isArchived = isArchived
    self.lastUsed = lastUsed
    self.rest = rest
  }

  /// What the till reads.
  public var code: String { value ?? number }

  /// What makes two cards the same piece of plastic, whatever else is noted about them.
  public var plastic: Plastic {
    Plastic(name: name, number: number, code: code, symbology: symbology)
  }

  public struct Plastic: Hashable, Sendable {
    let name: String
    let number: String
    let code: String
    let symbology: Symbology?
  }
}

extension LocalCard {
  /// Longest texts, in characters.
  public enum Limit {
    public static let name = 80
    public static let number = 100
    public static let value = 2000
    public static let encoding = 40
    public static let note = 2000
    public static let balance = 40
    public static let group = 40
    public static let groups = 20
    /// Columns of other programs, and of each its name and what it says.
    public static let columns = 40
    public static let columnName = 60
    public static let column = 4000
    /// Cards on a device.
    public static let cards = 5000
    /// Bytes of all pictures on a device: less than what is read from a file, so that all that was
    /// written can be read again.
    public static let pictures = 40 << 20
  }

  /// With texts that may be drawn; the value stays as the till has to read it.
  public var cleaned: LocalCard {
    var card = self
    card.name = trimmed(Loyalty.cleaned(name, limit: Limit.name))
    card.number = trimmed(Loyalty.cleaned(number, limit: Limit.number))
    if number != card.number, value == nil { card.value = number }
    if card.value == card.number { card.value = nil }
    card.encoding = encoding.map { Loyalty.cleaned($0, limit: Limit.encoding) }
    card.note = Loyalty.cleaned(note, limit: Limit.note, keepingNewlines: true)
    var known: Set<String> = []
    card.groups = groups.map { trimmed(Loyalty.cleaned($0, limit: Limit.group)) }
      .filter { !$0.isEmpty && known.insert($0).inserted }
    card.groups = Array(card.groups.prefix(Limit.groups))
    return card
  }

  /// With what another description of the same card knows besides; what the person has noted here
  /// stays.
  public func completed(by other: LocalCard) -> LocalCard {
    var card = self
    card.groups += other.groups.filter { !groups.contains($0) }
    card.groups = Array(card.groups.prefix(Limit.groups))
    if note.isEmpty { card.note = other.note }
    if balance.isEmpty { card.balance = other.balance }
    card.encoding = encoding ?? other.encoding
    card.validFrom = validFrom ?? other.validFrom
    card.expiresOn = expiresOn ?? other.expiresOn
    for (name, value) in other.rest.sorted(by: { $0.key < $1.key })
    where card.rest[name] == nil && card.rest.count < Limit.columns {
      card.rest[name] = value
    }
    if let used = other.lastUsed { card.lastUsed = max(lastUsed ?? used, used) }
    return card
  }
}

/// The text without spaces at its ends.
private func trimmed(_ text: String) -> String {
  var text = text[...]
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

/// A card, and the pictures that another program has of it.
public struct PicturedCard: Hashable, Sendable {
  public var card: LocalCard
  /// PNG files by what they show: `front`, `back`, `icon`.
  public var pictures: [String: [UInt8]]

  public init(_ card: LocalCard, pictures: [String: [UInt8]] = [:]) {
    self.card = card
    self.pictures = pictures
  }
}
