import Loyalty

/// Names of files that a flow chooses: whatever it writes, they stay in their folder.
public enum SafeName {
  /// Bytes; with an ending and a number behind it every file system takes it.
  private static let longest = 180

  /// One name, without folders.
  public static func file(_ name: String) -> String {
    let characters = cleaned(name, limit: 500).map { character in
      character.isLetter || character.isNumber || "-_.".contains(character) ? character : "-"
    }
    var safe = String(characters.drop { $0 == "." || $0 == "-" })
    while safe.utf8.count > longest { safe.removeLast() }
    return safe.isEmpty ? "screenshot" : safe
  }

  /// The same in folders below, as `home/balance`.
  static func path(_ name: String) -> String {
    let parts = name.split(separator: "/").filter { part in !part.allSatisfy { $0 == "." } }
    return parts.isEmpty ? file("") : parts.map { file(String($0)) }.joined(separator: "/")
  }
}
