public import YAML

/// Why there is no such look.
public enum ThemeError: Error, Hashable, CustomStringConvertible {
  case unknown(String)
  /// A theme file is wrong at a place.
  case file(YAMLError)
  /// Not `#rrggbb`.
  case color(String)

  public var description: String {
    switch self {
    case .unknown(let name):
      "There is no theme \"\(name)\"; there are \(Theme.shipped.joined(separator: ", "))"
    case .file(let error): error.description
    case .color(let text): "\"\(text)\" is not a colour like #c4621a"
    }
  }

  /// The same in Russian.
  public var russian: String {
    switch self {
    case .unknown(let name):
      "Темы «\(name)» нет; есть \(Theme.shipped.map { "«\($0)»" }.joined(separator: ", "))"
    case .file(let error): "\(error.mark): \(error.russian)"
    case .color(let text): "«\(text)» — не цвет вроде «#c4621a»"
    }
  }
}
