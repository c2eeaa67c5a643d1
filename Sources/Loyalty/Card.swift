/// A member's card as the till reads it.
public struct Card: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Card>

  public var id: ID
  public var symbology: Symbology
  /// What the symbol carries, at most 62 bytes.
  public var value: String
  /// What is printed beside the symbol, for typing in.
  public var number: String

  public init(id: ID, symbology: Symbology, value: String, number: String) {
    self.id = id
    self.symbology = symbology
    self.value = value
    self.number = number
  }
}

/// The kind of symbol; a newer server may know more of them than this client.
public struct Symbology: RawRepresentable, Hashable, Codable, Sendable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let qr = Symbology(rawValue: "qr")
  public static let aztec = Symbology(rawValue: "aztec")
  public static let dataMatrix = Symbology(rawValue: "data_matrix")
  public static let pdf417 = Symbology(rawValue: "pdf417")
  public static let code128 = Symbology(rawValue: "code128")
  public static let code39 = Symbology(rawValue: "code39")
  public static let ean13 = Symbology(rawValue: "ean13")
  public static let ean8 = Symbology(rawValue: "ean8")
  public static let upca = Symbology(rawValue: "upca")
  public static let itf14 = Symbology(rawValue: "itf14")
  public static let itf = Symbology(rawValue: "itf")
  public static let codabar = Symbology(rawValue: "codabar")
  public static let code93 = Symbology(rawValue: "code_93")
  public static let upce = Symbology(rawValue: "upc_e")
}
