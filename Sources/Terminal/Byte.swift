/// Bytes of ECMA-48 that have a name.
enum Byte {
  /// Ctrl-C.
  static let interrupt: UInt8 = 0x03
  static let bell: UInt8 = 0x07
  static let cancel: UInt8 = 0x18
  static let substitute: UInt8 = 0x1A
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F

  /// Ends an OSC or DCS string without ESC \.
  static func endsString(_ byte: UInt8) -> Bool {
    byte == bell || byte == cancel || byte == substitute
  }
}
