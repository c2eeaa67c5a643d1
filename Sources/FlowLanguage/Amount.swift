import YAML

/// Roubles of a sale as a flow writes them: `350` or `350.50`.
public enum Amount {
  static let most = 10_000_000

  /// Whether a text is an amount that a till takes.
  public static func isOne(_ text: String) -> Bool {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { ".,".contains($0) }
    let isPlain = parts.allSatisfy { part in
      (1...9).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isPlain, let whole = Int(parts[0]) else { return false }
    guard parts.count == 2 else { return (1...most).contains(whole) }
    let rest = parts[1]
    guard rest.utf8.count <= 2, let hundredths = Int(rest) else { return false }
    return whole < most ? whole > 0 || hundredths > 0 : whole == most && hundredths == 0
  }

  public static func refusal(of text: String) -> Wording {
    Wording(
      en: "\"\(text.prefix(40))\" is no amount of roubles",
      ru: "«\(text.prefix(40))» — не сумма в рублях")
  }

  /// What is one.
  public static let form = Wording(
    en: "above 0 and at most \(most), such as 350 or 350.50",
    ru: "больше 0 и не больше \(most), например 350 или 350.50")
}

extension Kind where Value == Template {
  static var amount: Kind {
    Kind(.amount) { node, reading in
      guard let template = reading.template(node) else { return nil }
      guard let literal = template.literal, !Amount.isOne(literal) else { return template }
      let words = Amount.refusal(of: literal)
      reading.report(
        node.mark, en: words.english, ru: words.russian,
        hint: Wording(
          en: "Roubles: \(Amount.form.english)", ru: "Рубли: \(Amount.form.russian)"))
      return nil
    }
  }
}
