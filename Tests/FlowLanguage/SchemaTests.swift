import Foundation
import Testing

@testable import FlowLanguage

/// The schema has what the reader has, as both are made of one table.
struct SchemaTests {
  private func schema() throws -> [String: Any] {
    let text = FlowSchema.json(.known)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `each command stands in it with each of its keys`() throws {
    let definitions = try #require(try schema()["$defs"] as? [String: Any])
    for form in CommandTable.all {
      let command = try #require(definitions["command-\(form.name)"] as? [String: Any])
      let choices = command["anyOf"] as? [[String: Any]] ?? [command]
      let object = try #require(choices.first { $0["properties"] != nil })
      let properties = try #require(object["properties"] as? [String: Any])
      #expect(
        Set(properties.keys) == Set(form.keys.map(\.name) + ["label", "optional", "soft"]),
        "\(form.name)")
    }
  }

  @Test func `each reference leads somewhere`() throws {
    let schema = try schema()
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var references: Set<String> = []
    func look(_ value: Any) {
      if let object = value as? [String: Any] {
        if let name = object["$ref"] as? String { references.insert(name) }
        object.values.forEach(look)
      } else if let list = value as? [Any] {
        list.forEach(look)
      }
    }
    look(schema)
    #expect(references.contains("#/$defs/command-tapOn"))
    for reference in references {
      #expect(definitions[String(reference.dropFirst("#/$defs/".count))] != nil, "\(reference)")
    }
  }

  @Test func `what is known of this machine stands in it`() throws {
    let definitions = try #require(try schema()["$defs"] as? [String: Any])
    let arguments = try #require(definitions["arguments"] as? [String: Any])
    let properties = try #require(arguments["properties"] as? [String: Any])
    let theme = try #require(properties["theme"] as? [String: Any])
    let choices = try #require(theme["anyOf"] as? [[String: Any]])
    #expect(choices.first?["enum"] as? [String] == ["dark", "light"])
    #expect(FlowSchema.json() == FlowSchema.json())
  }

  @Test func `a value alone fills a key that there is`() {
    for form in CommandTable.all {
      guard let short = form.short else { continue }
      #expect(form.keys.contains { $0.name == short }, "\(form.name)")
    }
    #expect(Set(CommandTable.names).count == CommandTable.names.count)
  }
}
