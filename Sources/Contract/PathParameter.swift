import Content
import HTTPTypes
import Loyalty

extension Route {
  /// Bytes of a parameter in a path.
  static let longestParameter = 100

  /// The path that a request names: the template with its parameter.
  var path: String {
    switch self {
    case .redemption(let id): template.replacing("{id}", with: escaped(id.rawValue))
    case .enrollment(let id), .leaving(let id):
      template.replacing("{id}", with: escaped(id.rawValue))
    case .cardCode(let id): template.replacing("{id}", with: escaped(id.rawValue))
    case .endNamedSession(let id): template.replacing("{id}", with: escaped(id.rawValue))
    case .screen(let slug): template.replacing("{slug}", with: escaped(slug))
    case .draft(let id), .saveDraft(let id), .deleteScreen(let id), .publish(let id),
      .unpublish(let id), .cancelPlan(let id), .revisions(let id), .revert(let id),
      .announceEditor(let id),
      .dismissEditor(let id):
      template.replacing("{id}", with: escaped(id.rawValue))
    case .revision(let id): template.replacing("{id}", with: escaped(id.rawValue))
    default: template
    }
  }

  /// What a path has where the template has its parameter, empty for a template without one; `nil`
  /// when it is another path.
  func parameter(in path: Substring) -> String? {
    guard let open = template.firstIndex(of: "{"), let close = template.firstIndex(of: "}") else {
      return template == path ? "" : nil
    }
    let before = template[..<open]
    let after = template[template.index(after: close)...]
    guard path.hasPrefix(before), path.hasSuffix(after),
      path.utf8.count > before.utf8.count + after.utf8.count
    else { return nil }
    let text = path.dropFirst(before.count).dropLast(after.count)
    guard !text.contains("/"), let value = unescaped(text.replacing("+", with: "%2B")),
      !value.isEmpty, value.utf8.count <= Route.longestParameter
    else { return nil }
    return value
  }
}
