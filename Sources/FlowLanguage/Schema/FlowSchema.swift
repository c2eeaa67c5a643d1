/// The language as a JSON schema, for editors that complete and check while one writes.
///
/// It is made of the table that the reader uses. Both documents of a flow are checked by it: the
/// header and the steps.
public enum FlowSchema {
  /// - Parameter surroundings: the words that `launchApp` knows here.
  public static func json(_ surroundings: FlowSurroundings = FlowSurroundings()) -> String {
    let schema = SchemaJSON.members([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A flow of loyalhub")),
      ("anyOf", .list([reference("header"), reference("steps")])),
      ("$defs", .members(definitions(surroundings))),
    ])
    return schema.written() + "\n"
  }

  private static func reference(_ name: String) -> SchemaJSON {
    .members([("$ref", .text("#/$defs/\(name)"))])
  }

  private static func definitions(_ surroundings: FlowSurroundings) -> [(String, SchemaJSON)] {
    func object(_ keys: [CommandForm.Key]) -> SchemaJSON { self.object(keys, surroundings) }
    return [
      ("header", object(Header.described)),
      ("steps", .members([("type", .text("array")), ("items", reference("step"))])),
      ("step", step),
      (
        "selector",
        object(
          SelectorForm.own.map {
            CommandForm.Key(name: $0.name, shape: $0.shape, isRequired: $0.isRequired)
          })
      ),
      ("condition", object(Kind<Condition>.described)),
      ("matrix", object(Kind<Flow.Matrix>.described)),
      ("arguments", object(Kind<[String: Template]>.described)),
      ("text", .members([("type", .texts(["string", "number", "boolean"]))])),
    ] + CommandTable.all.map { ("command-\($0.name)", command($0, surroundings)) }
  }

  /// The name of a command alone, or one command with what it takes.
  private static var step: SchemaJSON {
    let bare = CommandTable.all.filter(\.isBare).map(\.name)
    let properties = CommandTable.all.map { ($0.name, reference("command-\($0.name)")) }
    return .members([
      (
        "anyOf",
        .list([
          .members([("enum", .texts(bare))]),
          .members([
            ("type", .text("object")), ("minProperties", .number(1)),
            ("maxProperties", .number(1)), ("additionalProperties", .flag(false)),
            ("properties", .members(properties)),
          ]),
        ])
      )
    ])
  }

  private static func command(
    _ form: CommandForm, _ surroundings: FlowSurroundings
  ) -> SchemaJSON {
    let options = StepOptions.keys.map {
      CommandForm.Key(name: $0.name, shape: $0.shape, isRequired: false)
    }
    var choices = [object(form.keys + options, surroundings)]
    if let short = form.keys.first(where: { $0.name == form.short }) {
      choices.insert(value(short.shape, surroundings), at: 0)
    }
    if form.takesNothing { choices.append(.members([("type", .text("null"))])) }
    return choices.count == 1 ? choices[0] : .members([("anyOf", .list(choices))])
  }

  private static func object(
    _ keys: [CommandForm.Key], _ surroundings: FlowSurroundings
  ) -> SchemaJSON {
    var members: [(String, SchemaJSON)] = [
      ("type", .text("object")), ("additionalProperties", .flag(false)),
      ("properties", .members(keys.map { ($0.name, value($0.shape, surroundings)) })),
    ]
    let required = keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(("required", .texts(required))) }
    return .members(members)
  }

  private static func value(_ shape: Shape, _ surroundings: FlowSurroundings) -> SchemaJSON {
    let script = SchemaJSON.members([("type", .text("string")), ("pattern", .text(#"\$\{"#))])
    func orScript(_ value: SchemaJSON, _ isTemplate: Bool) -> SchemaJSON {
      isTemplate ? .members([("anyOf", .list([value, script]))]) : value
    }
    switch shape {
    case .text, .plainText, .pattern: return reference("text")
    case .flag: return .members([("type", .text("boolean"))])
    case .number(let range, let isTemplate):
      let members: [(String, SchemaJSON)] = [
        ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
        ("maximum", .number(range.upperBound)),
      ]
      return orScript(.members(members), isTemplate)
    case .degrees(let most):
      let members: [(String, SchemaJSON)] = [
        ("type", .text("number")), ("minimum", .number(-Int(most))),
        ("maximum", .number(Int(most))),
      ]
      return orScript(.members(members), true)
    case .amount:
      let number = SchemaJSON.members([
        ("type", .text("number")), ("exclusiveMinimum", .number(0)),
        ("maximum", .number(Amount.most)),
      ])
      let text = SchemaJSON.members([
        ("type", .text("string")), ("pattern", .text(#"^[0-9]+([.,][0-9]{1,2})?$|\$\{"#)),
      ])
      return .members([("anyOf", .list([number, text]))])
    case .word(let words, let isTemplate):
      let known = words.all(in: surroundings)
      return known.isEmpty
        ? reference("text") : orScript(.members([("enum", .texts(known))]), isTemplate)
    case .form(let pattern, let example):
      return .members([
        ("type", .text("string")), ("pattern", .text("\(pattern)|\\$\\{")),
        ("examples", .texts([example])),
      ])
    case .list(let item):
      return .members([("type", .text("array")), ("items", value(item, surroundings))])
    case .listOrOne(let item):
      let one = value(item, surroundings)
      let list = SchemaJSON.members([("type", .text("array")), ("items", one)])
      return .members([("anyOf", .list([one, list]))])
    case .names:
      return .members([("type", .text("object")), ("additionalProperties", reference("text"))])
    case .object(let name): return reference(name)
    case .textOr(let name):
      return .members([("anyOf", .list([reference("text"), reference(name)]))])
    }
  }
}
