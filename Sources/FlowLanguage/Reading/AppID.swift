import YAML

/// The app that flows are for, or one of its brands: `loyalhub`, `loyalhub.coffee`.
enum AppID {
  fileprivate static let own = "loyalhub"

  /// What stands behind the dot.
  static func brand(of id: String) -> String? {
    let brand = id.hasPrefix(own + ".") ? id.dropFirst(own.count + 1) : ""
    return brand.isEmpty ? nil : String(brand)
  }
}

extension Kind where Value == String {
  static var appID: Kind {
    Kind(.form(#"^loyalhub(\..+)?$"#, example: "loyalhub")) { node, reading in
      reading.template(node).flatMap { reading.appID($0, of: node) }
    }
  }
}

extension FlowReading {
  /// What a header says of its app and its variables, before the steps in it are read.
  func note(header mapping: YAMLMapping) {
    if case .mapping(let env) = mapping["env"]?.content {
      for entry in env.entries { library.variables[entry.key] = value(of: entry.value) }
    }
    brand = mapping["appId"].flatMap { value(of: $0) }.flatMap(AppID.brand(of:))
  }

  /// What a template comes to; `nil` where that is only known when the flow is played.
  func value(of template: Template) -> String? {
    var text = ""
    for piece in template.pieces {
      switch piece {
      case .text(let part): text += part
      case .variable(let name):
        guard let value = library.variables[name] else { return nil }
        text += value
      case .script: return nil
      }
    }
    return text
  }

  /// The same of a text alone, or of one variable; what is wrong with it is told where it is read.
  private func value(of node: YAMLNode) -> String? {
    guard case .scalar(let text, _) = node.content else { return nil }
    guard text.contains("${") else { return text }
    let name = text.dropFirst(2).dropLast().trimmed
    guard text.hasPrefix("${"), text.hasSuffix("}"), Self.isVariable(name) else { return nil }
    return library.variables[String(name)]
  }

  fileprivate func appID(_ template: Template, of node: YAMLNode) -> String? {
    for case .variable(let name) in template.pieces where library.variables[name] == nil {
      report(
        node.mark, en: "\(name) is not given", ru: "\(name) не задано",
        hint: Wording(en: "-e \(name)=\(AppID.own)", ru: "-e \(name)=\(AppID.own)"),
        isForeign: true)
      return template.description
    }
    let id = value(of: template) ?? ""
    let brand = AppID.brand(of: id)
    guard id == AppID.own || brand != nil else {
      // NB: what a variable stands for may be a secret.
      let written = template.description.prefix(60)
      report(
        node.mark, en: "\"\(written)\" is another app", ru: "«\(written)» — другое приложение",
        hint: Wording(
          en: "Flows are played with loyalhub: appId: loyalhub",
          ru: "Сценарии играются с loyalhub: «appId: loyalhub»"), isForeign: true)
      return template.description
    }
    guard let brand, !surroundings.brands.isEmpty, !surroundings.brands.contains(brand) else {
      return id
    }
    report(
      node.mark, en: "loyalhub has no brand \"\(brand.prefix(40))\"",
      ru: "У loyalhub нет бренда «\(brand.prefix(40))»",
      hint: Nearest.hint(to: brand, among: surroundings.brands))
    return nil
  }
}
