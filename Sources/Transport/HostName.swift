import CCurl

/// The name of a server in any script, as the name system knows it.
enum HostName {
  /// - Parameter host: with letters beyond ASCII, in lower case.
  /// - Returns: the A-labels of RFC 5890, with which the account goes by one name however it was
  ///   typed.
  static func ascii(
    _ host: String, in text: String
  ) throws(ServerAddressError) -> String {
    guard host.unicodeScalars.allSatisfy(isOfName) else {
      throw ServerAddressError(.unexpectedCharacter, in: text)
    }
    let labels = host.split(whereSeparator: { dots.contains($0) })
    guard labels.allSatisfy({ scripts(of: $0).count <= 1 }) else {
      throw ServerAddressError(.mixedScripts, in: text)
    }
    let library: CurlLibrary
    do throws(TransportError) {
      library = try CurlLibrary.load(CurlLibrary.name)
    } catch {
      throw ServerAddressError(.noConversion, in: text)
    }
    guard let converted = cc_ascii_host(library.calls, "https://\(host)/") else {
      throw ServerAddressError(.noConversion, in: text)
    }
    defer { cc_free(library.calls, converted) }
    let ascii = String(cString: converted).lowercased()
    guard ascii.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw ServerAddressError(.noConversion, in: text)
    }
    return ascii
  }

  /// A full stop, and what other scripts have in its place.
  private static let dots: Set<Character> = [".", "。", "．", "｡"]

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || "0123456789.-".unicodeScalars.contains(scalar)
    }
    if dots.contains(Character(scalar)) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  private enum Script {
    case latin
    case cyrillic
    case greek
  }

  /// Of the scripts whose letters look alike, those that a label is written in.
  private static func scripts(of label: Substring) -> Set<Script> {
    Set(
      label.unicodeScalars.compactMap { scalar in
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1D00...0x1D25,
          0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
          .latin
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        default: nil
        }
      })
  }
}
