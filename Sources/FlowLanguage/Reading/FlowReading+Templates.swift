import YAML

extension FlowReading {
  /// Any scalar but nothing; `${…}` in it becomes what it stands for, `\${` is those two signs.
  func template(_ node: YAMLNode) -> Template? {
    guard let text = attempt({ () throws(YAMLError) in try node.string() }) else { return nil }
    return template(text, of: node)
  }

  private func template(_ text: String, of node: YAMLNode) -> Template? {
    guard text.contains("$") else { return Template(text) }
    let bytes = Array(text.utf8)
    var pieces: [Template.Piece] = []
    var plain: [UInt8] = []
    var place = 0
    var ordinal = 0
    let places = scriptPlaces(in: node, count: Self.openings(in: bytes[...]))
    func close() {
      if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain = []
    }
    while place < bytes.count {
      guard Self.isOpening(bytes[...], at: place) else {
        plain.append(bytes[place])
        place += 1
        continue
      }
      let isEscaped = plain.last == UInt8(ascii: "\\")
      let start = places[ordinal]
      ordinal += 1
      if isEscaped {
        plain.removeLast()
        plain += Self.opening
        place += 2
        continue
      }
      var scan = ScriptScan(bytes, from: place + 2)
      guard let end = scan.end(isInBraces: true) else {
        report(scan.fault?.0 ?? .deep, at: start)
        return nil
      }
      let inner = bytes[(place + 2)..<end]
      // Those inside a script, in a text of it, are no further pieces.
      ordinal += Self.openings(in: inner)
      let script = String(decoding: inner, as: UTF8.self)
      close()
      if Self.isVariable(script.trimmed) {
        pieces.append(.variable(String(script.trimmed)))
      } else if !script.trimmed.isEmpty {
        pieces.append(.script(script, start))
      }
      place = end + 1
    }
    close()
    return Template(pieces)
  }

  private static let opening = Array("${".utf8)

  private static func openings(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count { isOpening(bytes, at: $0) }
  }

  private static func isOpening(_ bytes: ArraySlice<UInt8>, at place: Int) -> Bool {
    bytes[place] == opening[0] && place + 1 < bytes.endIndex && bytes[place + 1] == opening[1]
  }

  /// Words of JavaScript that look like the name of a variable, and what only a script has.
  private static let words: Set<String> = [
    "true", "false", "null", "undefined", "NaN", "Infinity", "this", "output", "maestro", "http",
    "json",
  ]

  static func isVariable(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy(ScriptScan.isOfName) && !words.contains(String(text))
  }

  func report(_ fault: ScriptScan.Fault, at place: Place) {
    let (english, russian): (String, String)
    switch fault {
    case .open("{"): (english, russian) = ("${ is not closed by }", "«${» не закрыто знаком «}»")
    case .open(let sign):
      (english, russian) = (
        "The script has a \(sign) that is not closed", "В скрипте не закрыто «\(sign)»"
      )
    case .stray(let sign):
      (english, russian) = (
        "The script has a \(sign) that closes nothing", "В скрипте «\(sign)» ничего не закрывает"
      )
    case .deep:
      (english, russian) = (
        "The script has too many brackets inside one another",
        "В скрипте слишком много скобок друг в друге"
      )
    }
    report(
      place, en: english, ru: russian,
      hint: Wording(
        en: "Write \\${ where these two signs are meant themselves",
        ru: "Пишите «\\${», когда нужны сами эти два знака"))
  }
}
