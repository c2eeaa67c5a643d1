import Loyalty

extension Phrasebook {
  /// An integer in groups of three: "12 345" (no-break spaces) or "12,345" (CLDR ru, en).
  func decimal(_ value: Int64, scale: Int = 0) -> String {
    let isRussian = language == .russian
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = Array(padded.dropLast(scale))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      // CLDR: Russian does not group four digits in running text; a balance is easier to read so.
      if index > 0, (whole.count - index) % 3 == 0 { grouped += isRussian ? "\u{A0}" : "," }
      grouped.append(digit)
    }
    if scale > 0 { grouped += (isRussian ? "," : ".") + padded.suffix(scale) }
    return (value < 0 ? "−" : "") + grouped
  }

  /// Points as a number in the program's scale.
  func number(_ points: Points, of program: Program?) -> String {
    decimal(points.rawValue, scale: program?.pointsScale ?? 0)
  }

  /// With its sign, for a line of the ledger: "+35", "−250".
  func signed(_ points: Points, of program: Program?) -> String {
    (points.rawValue > 0 ? "+" : "") + number(points, of: program)
  }

  /// The program's noun in the form that the number asks for: "баллов".
  func noun(for points: Points, of program: Program?) -> String {
    guard let program, let forms = program.pointsName.value(in: language) else { return "" }
    var divisor: UInt64 = 1
    for _ in 0..<program.pointsScale { divisor *= 10 }
    let magnitude = points.rawValue.magnitude
    let decimals = magnitude % divisor == 0 ? 0 : program.pointsScale
    return forms[PluralCategory(magnitude / divisor, decimals: decimals, in: language)]
  }

  /// A number with its noun, in the right form.
  func points(_ points: Points, of program: Program?) -> String {
    let noun = noun(for: points, of: program)
    return number(points, of: program) + (noun.isEmpty ? "" : "\u{A0}" + noun)
  }
}
