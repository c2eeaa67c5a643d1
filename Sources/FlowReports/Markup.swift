/// A text as XML and HTML take it, in content and in HTML's attributes.
///
/// What has a meaning there is written as an entity; what XML 1.0 does not allow, and control
/// characters that it discourages, become U+FFFD.
func markup(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
    }
  }
  return result
}

/// The same in an attribute of XML, where line ends would be read as spaces.
func attribute(_ text: String) -> String {
  markup(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
}

private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
  let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  return !isControl && scalar.value & 0xFFFE != 0xFFFE
}
