import Cells

extension Command {
  static let wallet: [Command] = [
    Command(
      action: .wallet(.show), title: .wallet, place: .signedIn, keys: [.character("w")],
      hint: "w"),
    Command(
      action: .wallet(.show), title: .wallet, place: .login, keys: [Key(.function(5))],
      hint: "F5"),
    row(.add, .walletAdd, .wallet, "a"),
    row(.search, .walletSearch, .wallet, "/"),
    row(.nextFilter, .walletFilter, .wallet, "f"),
    row(.nextOrder, .walletOrder, .wallet, "o"),
    row(.showReading, .walletRead, .wallet, "i"),
    row(.showWriting, .walletWrite, .wallet, "x"),
    row(.star, .walletStar, .wallet, "s"),
    row(.showLarge, .walletLarge, .wallet, "z"),
    row(.showLarge, .walletLarge, .localCard, "z"),
    row(.edit, .walletEdit, .localCard, "e"),
    row(.star, .walletStar, .localCard, "s"),
    row(.archive, .walletArchive, .localCard, "a"),
    row(.askToDelete, .walletDelete, .localCard, "d"),
  ]

  private static func row(
    _ action: WalletAction, _ title: Phrase, _ place: Place, _ key: String
  ) -> Command {
    Command(
      action: .wallet(action), title: title, place: place, keys: [.character(key)], hint: key)
  }
}
