import Cells

extension Command {
  static let accounts: [Command] = [
    Command(
      action: .showAccounts, title: .accounts, place: .anywhere, keys: [Key(.function(4))],
      hint: "F4"),
    Command(
      action: .addAccount, title: .accountAdd, place: .accounts, keys: [.character("n")],
      hint: "n"),
    Command(
      action: .removeAccount, title: .accountRemove, place: .accounts,
      keys: [.character("d"), Key(.delete)], hint: "d"),
  ]
}
