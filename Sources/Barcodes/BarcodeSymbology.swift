/// The kinds of symbol that tills read; raw values are the contract's, or Catima's in small
/// letters.
public enum BarcodeSymbology: String, Hashable, Sendable, CaseIterable {
  case qr
  case aztec
  case dataMatrix = "data_matrix"
  case pdf417
  case code128
  case code39
  case ean13
  case ean8
  case upca
  case itf14
  /// Interleaved 2 of 5 with any even number of digits.
  case itf
  case codabar
  case code93 = "code_93"
  case upce = "upc_e"

  /// How modules become cells.
  enum Form {
    /// Square modules: one a column, two in a row of half blocks.
    case matrix
    /// Bars: two modules a column.
    case bars
  }

  var form: Form {
    switch self {
    case .qr, .aztec, .dataMatrix: .matrix
    case .pdf417, .code128, .code39, .ean13, .ean8, .upca, .itf14, .itf, .codabar, .code93,
      .upce:
      .bars
    }
  }

  /// Whether it is one row of bars, below which a number is printed.
  public var isLinear: Bool { form == .bars && self != .pdf417 }

  /// Whether it carries digits only; gaps between them are for people.
  public var isNumber: Bool {
    switch self {
    case .ean13, .ean8, .upca, .upce, .itf14, .itf: true
    case .qr, .aztec, .dataMatrix, .pdf417, .code128, .code39, .codabar, .code93: false
    }
  }

  /// Light modules that a reader needs around the symbol.
  var quietZone: QuietZone {
    switch self {
    // ISO/IEC 18004.
    case .qr: QuietZone(all: 4)
    // NB: Aztec needs none and Data Matrix one; two keep a dark screen from touching the symbol.
    case .aztec, .dataMatrix, .pdf417: QuietZone(all: 2)
    // ISO/IEC 15417, 16388 and 16390.
    case .code128, .code39, .itf14, .itf: QuietZone(left: 10, right: 10)
    // ANSI/AIM BC3 and BC5.
    case .codabar, .code93: QuietZone(left: 10, right: 10)
    // GS1 General Specifications, section 5.2.
    case .ean13: QuietZone(left: 11, right: 7)
    case .ean8: QuietZone(left: 7, right: 7)
    case .upca: QuietZone(left: 9, right: 9)
    case .upce: QuietZone(left: 9, right: 7)
    }
  }
}

/// Light modules around a symbol.
struct QuietZone: Hashable {
  let left: Int
  let right: Int
  let above: Int

  init(left: Int, right: Int) {
    self.left = left
    self.right = right
    above = 0
  }

  init(all: Int) {
    left = all
    right = all
    above = all
  }
}
