extension Route {
  /// Bytes of a parameter in a path.
  static let longestParameter = 100
}

extension Endpoint {
  static func parts(
    of template: String
  ) -> (before: Substring, name: Substring, after: Substring)? {
    guard let open = template.firstIndex(of: "{"), let close = template.firstIndex(of: "}") else {
      return nil
    }
    return (
      template[..<open], template[template.index(after: open)..<close],
      template[template.index(after: close)...]
    )
  }

  /// The template with a parameter in its place.
  func path(_ name: String) -> String {
    parts.map { "\($0.before)\(escaped(name))\($0.after)" } ?? template
  }

  /// What a path has where the template has its parameter, empty for a template without one; `nil`
  /// when it is another path.
  func parameter(in path: Substring) -> String? {
    guard let parts else { return template == path ? "" : nil }
    guard path.hasPrefix(parts.before), path.hasSuffix(parts.after),
      path.utf8.count > parts.before.utf8.count + parts.after.utf8.count
    else { return nil }
    let text = path.dropFirst(parts.before.count).dropLast(parts.after.count)
    guard !text.contains("/"), let value = unescaped(text.replacing("+", with: "%2B")),
      !value.isEmpty, value.utf8.count <= Route.longestParameter
    else { return nil }
    return value
  }
}
