import Content
import Loyalty

/// One row of the fields: a value of the chosen block, or of the screen, in one language.
struct EditorField: Equatable {
  enum Control: Equatable {
    case line
    case text
    case choice([String])
    case whole(ClosedRange<Int>)
    case instant
    /// Any of the program's names of a kind.
    case names
    /// What an action of a kind leads to.
    case target(BlockAction.Kind)
    /// Which picture it is and how it fills its place, chosen on a sheet.
    case picture
    /// Something that this version does not know: it is kept, and shown as it is.
    case unknown
  }

  var name: String
  var path: [String]
  var control: Control
  /// Of a text.
  var language: String?
  /// Whether a text that the program needs is not there.
  var isMissing = false

  var isWritten: Bool {
    switch control {
    case .line, .text, .instant, .whole: true
    case .target(let kind): ![.screen, .reward, .promotion, .shop].contains(kind)
    case .choice, .names, .picture, .unknown: false
    }
  }

  var isMultiline: Bool { control == .text }

  /// Whether something that was found is about it: all parts of a picture are one field.
  func has(_ finding: Finding) -> Bool {
    finding.path == path || (control == .picture && finding.path.starts(with: path))
  }

  /// Characters that can be typed.
  var longest: Int {
    switch control {
    case .text: ContentLimits.text
    case .whole: 6
    case .line, .choice, .instant, .names, .target, .picture, .unknown:
      name == "slug" ? ContentLimits.slug : ContentLimits.line
    }
  }
}

extension EditorState {
  /// What can be written for the selected row.
  ///
  /// - Parameter languages: the program's.
  func fields(_ languages: [Language]) -> [EditorField] {
    guard let block else { return screenFields(languages) }
    var fields = block.kind.fields.flatMap { field -> [EditorField] in
      switch field.value {
      case .line, .text:
        texts(
          field.name, field.path, field.value == .text ? .text : .line,
          LocalizedText(block[field.path]), languages, isRequired: field.isRequired)
      case .choice(let names):
        [EditorField(name: field.name, path: field.path, control: .choice([""] + names))]
      case .whole(let range):
        [EditorField(name: field.name, path: field.path, control: .whole(range))]
      case .instant: [EditorField(name: field.name, path: field.path, control: .instant)]
      case .address: [EditorField(name: field.name, path: field.path, control: .line)]
      case .picture: [pictureField(block, field)]
      case .action: actionFields(block, field.path)
      }
    }
    fields += ["tiers", "segments", "locales"].map {
      EditorField(name: $0, path: ["visibility", $0], control: .names)
    }
    fields += ["from", "to"].map {
      EditorField(name: "shown_\($0)", path: ["visibility", $0], control: .instant)
    }
    fields.append(EditorField(name: "min_client", path: ["min_client"], control: .line))
    fields += texts(
      "fallback", ["fallback"], .line, block.fallback, languages,
      isRequired: !block.kind.isKnown)
    return fields + unknownFields(block)
  }

  /// An image block without a picture needs one, unless it names an address.
  private func pictureField(_ block: Block, _ field: BlockField) -> EditorField {
    let has = [field.path + ["sha256"], ["props", "url"]].contains {
      block[$0]?.string?.isEmpty == false
    }
    return EditorField(
      name: field.name, path: field.path, control: .picture, isMissing: !has)
  }

  private func screenFields(_ languages: [Language]) -> [EditorField] {
    let place = EditorField(
      name: "place", path: ["tab", "place"], control: .choice(["", "bar", "more"]))
    let position = EditorField(
      name: "position", path: ["tab", "position"], control: .whole(Screen.positions))
    return texts("title", ["title"], .line, screen.title, languages, isRequired: true)
      + [EditorField(name: "slug", path: ["slug"], control: .line), place]
      + (screen.tab == nil ? [] : [position])
  }

  private func texts(
    _ name: String, _ path: [String], _ control: EditorField.Control, _ texts: LocalizedText,
    _ languages: [Language], isRequired: Bool
  ) -> [EditorField] {
    let configured = languages.map(\.rawValue)
    let others = texts.values.keys.filter { !configured.contains($0) }.sorted()
    return (configured + others).map { language in
      EditorField(
        name: name, path: path + [language], control: control, language: language,
        isMissing: (texts.values[language] ?? "").isEmpty
          && (isRequired || !texts.values.isEmpty))
    }
  }

  private func actionFields(_ block: Block, _ path: [String]) -> [EditorField] {
    let kinds = BlockAction.Kind.all.map(\.rawValue)
    let kind = EditorField(
      name: "action", path: path + ["kind"], control: .choice([""] + kinds))
    guard let action = block.action else { return [kind] }
    return [
      kind, EditorField(name: "target", path: path + ["target"], control: .target(action.kind)),
    ]
  }

  /// What another program has put there.
  private func unknownFields(_ block: Block) -> [EditorField] {
    let members: Set = ["id", "type", "text", "props", "visibility", "min_client", "fallback"]
    let known = Set(block.kind.fields.compactMap { $0.path.count > 1 ? $0.path[1] : nil })
    let paths =
      block.members.keys.filter { !members.contains($0) }.sorted().map { [$0] }
      + block.props.keys.filter { !known.contains($0) && !block.isLeftOver($0) }.sorted()
      .map { ["props", $0] }
    return paths.map {
      EditorField(name: $0.joined(separator: "."), path: $0, control: .unknown)
    }
  }

  /// The value as it is in the data.
  func value(_ field: EditorField) -> JSONValue? {
    if let block { return block[field.path] }
    return JSONValue.object(screen.members)[path: field.path]
  }

  /// Writes a value; `nil` takes it away.
  mutating func set(
    _ field: EditorField, to value: JSONValue?, at now: Instant, isTyping: Bool = false
  ) {
    let row = selection - 1
    change(at: now, typing: isTyping ? field.path : nil) { screen in
      if screen.blocks.indices.contains(row) {
        screen.blocks[row][field.path] = value
      } else if field.path == ["tab", "place"] {
        screen.tab = value?.string.flatMap(Screen.Tab.Place.init(rawValue:)).map {
          Screen.Tab($0, position: screen.tab?.position ?? 500)
        }
      } else {
        var members = JSONValue.object(screen.members)
        members[path: field.path] = value
        screen.members = members.object ?? screen.members
      }
    }
  }
}
