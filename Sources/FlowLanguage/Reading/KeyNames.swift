public import Cells
import YAML

extension Key {
  /// A key by the name that Maestro gives it, or by one of ours for a keyboard: `Enter`, `F2`,
  /// `ctrl+p`, `Remote Dpad Up`, or the character itself.
  public init?(flow name: String) {
    var rest = name[...]
    var modifiers: Modifiers = []
    let all: [(prefix: String, modifier: Modifiers)] = [
      ("ctrl+", .control), ("alt+", .alt), ("shift+", .shift),
    ]
    while let found = all.first(where: {
      rest.count > $0.prefix.count && rest.lowercased().hasPrefix($0.prefix)
    }) {
      modifiers.insert(found.modifier)
      rest = rest.dropFirst(found.prefix.count)
    }
    guard let code = Code(flow: String(rest), isAlone: modifiers.isEmpty) else { return nil }
    self.init(code, modifiers)
  }
}

extension Key.Code {
  fileprivate init?(flow name: String, isAlone: Bool) {
    let lower = name.lowercased()
    if let code = KeyNames.codes.first(where: { $0.name == lower })?.code {
      self = code
    } else if lower.first == "f", let number = Int(lower.dropFirst()), (1...12).contains(number),
      lower.dropFirst().first != "0"
    {
      self = .function(number)
    } else if name.count == 1 {
      self = .character(isAlone ? name : lower)
    } else {
      return nil
    }
  }
}

enum KeyNames {
  fileprivate static let codes: [(name: String, code: Key.Code)] = [
    ("enter", .enter), ("backspace", .backspace), ("escape", .escape), ("back", .escape),
    ("tab", .tab), ("space", .character(" ")), ("home", .home), ("end", .end), ("up", .up),
    ("down", .down), ("left", .left), ("right", .right), ("page up", .pageUp),
    ("page down", .pageDown), ("delete", .delete), ("insert", .insert), ("remote dpad up", .up),
    ("remote dpad down", .down), ("remote dpad left", .left), ("remote dpad right", .right),
    ("remote dpad center", .enter),
  ]

  /// Maestro's keys of telephones and television sets.
  private static let foreign: Set<String> = [
    "lock", "power", "volume up", "volume down", "remote media play pause", "remote media stop",
    "remote media next", "remote media previous", "remote media rewind",
    "remote media fast forward", "remote system navigation up", "remote system navigation down",
    "remote button a", "remote button b", "remote menu", "tv input", "tv input hdmi 1",
    "tv input hdmi 2", "tv input hdmi 3",
  ]

  static let known = codes.map(\.name) + (1...12).map { "f\($0)" }

  static func isForeign(_ name: String) -> Bool { foreign.contains(name.lowercased()) }
}

extension Kind where Value == Template {
  static var keyName: Kind {
    Kind(.text) { node, reading in
      guard let template = reading.template(node) else { return nil }
      guard let name = template.literal, Key(flow: name) == nil else { return template }
      guard !KeyNames.isForeign(name) else {
        reading.meaningless = Meaningless(
          "pressKey: \(name)",
          Wording(
            en: "A keyboard has no such key; keys of the app are named as they are typed, and F1 "
              + "shows them",
            ru: "На клавиатуре нет такой клавиши; клавиши приложения называются так, как их "
              + "нажимают, а показывает их F1"))
        return template
      }
      reading.report(
        node.mark, en: "There is no key \"\(name.prefix(40))\"",
        ru: "Клавиши «\(name.prefix(40))» нет",
        hint: Nearest.word(to: name, among: KeyNames.known)
          .map { Wording(en: "Did you mean \"\($0)\"?", ru: "Может быть, «\($0)»?") }
          ?? Wording(
            en: "A character itself, enter, escape, tab, up, page down, f1 to f12, ctrl+p",
            ru: "Сам символ, enter, escape, tab, up, page down, от f1 до f12, ctrl+p"))
      return nil
    }
  }
}
