import App
import Barcodes
import Cells
import Loyalty
import TestSupport
import Testing
import Themes

/// The whole screen with a card on it, read back: what a till's camera sees over the counter.
struct CardScreenTests {
  /// A look of the app, and the terminal that shows it.
  struct Stage: CustomTestStringConvertible, Sendable {
    let theme: String?
    let depth: ColorDepth
    let terminal: Picture.Terminal

    var testDescription: String { "\(theme ?? "brand") on \(terminal.rawValue)" }

    static let all = [
      Stage(theme: "dark", depth: .palette256, terminal: .dark),
      Stage(theme: "light", depth: .palette256, terminal: .light),
      Stage(theme: nil, depth: .palette16, terminal: .solarized),
      Stage(theme: nil, depth: .mono, terminal: .monoDark),
      Stage(theme: nil, depth: .mono, terminal: .monoLight),
    ]
  }

  /// A bounded run shows each card in every second look.
  @Test(arguments: Sample.all.indices, Stage.all.indices)
  func `a card of each kind is read off the screen in each look`(
    card: Int, look: Int
  ) throws {
    guard Effort.isLong || (card + look).isMultiple(of: 2) else { return }
    let (sample, stage) = (Sample.all[card], Stage.all[look])
    let said = try Reader.zxing.read(try screen(sample, stage, keys: "z"))
    let lines = said.split(separator: "\n")
    #expect(lines.contains(sample.line), "\(said)")
    #expect(lines.contains("Format:     \(sample.zxing)"), "\(said)")
  }

  @Test(arguments: Sample.all.filter { $0.zbar != nil })
  func `another reader agrees about the screen`(_ sample: Sample) throws {
    let picture = try screen(sample, Stage.all[0], keys: "z")
    let said = try Reader.zbar.read(picture).split(separator: "\n")
    #expect(said == ["\(try #require(sample.zbar)):\(sample.value)"])
  }

  @Test(arguments: Effort.sample(Sample.all, every: 2, from: 0))
  func `a person's own size is read as well`(_ sample: Sample) throws {
    for keys in ["z---", "z+"] {
      let said = try Reader.zxing.read(try screen(sample, Stage.all[0], keys: keys))
      #expect(said.contains(sample.line + "\n"), "\(keys): \(said)")
    }
  }

  @Test func `the code beside bright cards of the wallet is read`() throws {
    let look = try Look(chosen: "dark", depth: .palette256)
    let now = Instant(milliseconds: 1_795_431_900_000)
    var state = State(
      size: Size(width: 120, height: 40), settings: Settings(language: .english, look: look),
      isSignedIn: true, now: now)
    let cards = (0..<8).map { number in
      LocalCard(
        id: .init("\(number)"), name: "Card \(number)", number: "4600702084115",
        symbology: .ean13, rest: ["headercolor": number.isMultiple(of: 2) ? "-1" : "-256"])
    }
    for event in [
      Event.action(.wallet(.show)), .wallet(.loaded(WalletContents(cards: cards))),
    ] {
      _ = update(&state, event, at: now, seeing: nil)
    }
    let picture = Picture(view(state).grid, on: .dark)
    #expect(try Reader.zbar.read(picture).contains("EAN-13:4600702084115"))
    #expect(try Reader.zxing.read(picture).contains("4600702084115"))
  }

  private func screen(_ sample: Sample, _ stage: Stage, keys: String) throws -> Picture {
    var look = try Look(chosen: stage.theme, depth: stage.depth)
    look.isTerminalLight = stage.terminal == .light || stage.terminal == .monoLight
    let now = Instant(milliseconds: 1_795_431_900_000)
    var state = State(
      size: Size(width: 120, height: 45), settings: Settings(language: .english, look: look),
      isSignedIn: true, now: now)
    let card = Card(
      id: .init("crd_1"), symbology: Symbology(rawValue: sample.symbology.rawValue),
      value: sample.value, number: "7000 0012 3456 7890")
    let balance = Balance(
      available: Points(5), pending: .zero, reserved: .zero, expiring: [], asOf: now)
    _ = update(
      &state, .home(.loaded(HomeContents(card: card, balance: balance))), at: now, seeing: nil)
    for key in keys {
      _ = update(&state, .input(.key(Key(.character(String(key))))), at: now, seeing: nil)
    }
    return Picture(view(state).grid, on: stage.terminal)
  }
}
