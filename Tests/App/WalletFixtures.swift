import App
import Cells
import Loyalty

extension Fixture {
  /// What is known of the pictures of `wallet`: both sides of the first card, an icon of the second.
  static let cardPictures: [LocalCard.ID: CardPictures] = [
    .init("1"): CardPictures(
      front: Picture(sha256: String(repeating: "f1", count: 32)),
      back: Picture(sha256: String(repeating: "b1", count: 32))),
    .init("2"): CardPictures(icon: Picture(sha256: String(repeating: "1c", count: 32))),
  ]

  static let wallet = WalletContents(cards: [
    LocalCard(
      id: .init("1"), name: "Буквоед", number: "4600702084115", symbology: .ean13,
      note: "Скидка 10 %\nпо выходным", balance: "1250 RUB",
      expiresOn: Day("2026-12-23"), groups: ["Books"], lastUsed: now.adding(days: -1)),
    LocalCard(
      id: .init("2"), name: "Gym", number: "GYM-0042", value: "HTTPS://GYM.EXAMPLE/0042",
      symbology: .qr, groups: ["Sport", "City"], isStarred: true),
    LocalCard(
      id: .init("3"), name: "Pharmacy", number: "99 1234",
      symbology: Symbology(rawValue: "maxicode"),
      expiresOn: Day("2026-11-20"), lastUsed: now.adding(seconds: -60)),
    LocalCard(
      id: .init("4"), name: "Old library", number: "7", groups: ["Books"], isArchived: true),
  ])

  /// The wallet of a member, with one of its screens open.
  static func inWallet(
    _ screen: String, _ size: Size = Size(width: 80, height: 24), _ language: Language = .english
  ) throws -> State {
    var state = try signedIn(size, language)
    let contents = screen == "walletEmpty" ? WalletContents() : wallet
    let actions: [String: [WalletAction]] = [
      "wallet": [], "localCard": [.open(row: 1)],
      "localCardPaper": [.open(row: 0), .showLarge], "cardForm": [.open(row: 2), .edit],
      "cardDeletion": [.open(row: 1), .askToDelete], "walletImport": [.showReading],
    ]
    _ = feed([.action(.wallet(.show)), .wallet(.loaded(contents))], to: &state)
    for action in actions[screen] ?? [] { _ = feed([.action(.wallet(action))], to: &state) }
    if screen == "cardForm" {
      _ = feed(
        [
          .action(.focus("wallet.number")), .input(.key(Key(.backspace))), .input(.paste("6")),
          .action(.wallet(.submitCard)),
        ], to: &state)
    }
    if screen == "walletImport" {
      _ = feed(
        [
          .input(.paste("~/catima.zip")), .action(.wallet(.read)),
          .wallet(.fileFailed(.passwordWrong)), .input(.paste("secret")),
          .wallet(.fileFailed(.line(7, reason: .balance))),
        ], to: &state)
    }
    return state
  }
}
