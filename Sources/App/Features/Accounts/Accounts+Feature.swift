import Cells
import Loyalty

extension FeatureDescription {
  static let accounts = FeatureDescription(
    commands: [
      Command(
        action: .accounts(.show), title: .accounts, scope: .anywhere, keys: [Key(.function(4))],
        hint: "F4")
    ],
    menu: { state in
      [
        MoreItem(
          title: state.phrases.say(.accounts),
          note: state.program?.name.value(in: state.settings.language) ?? "", group: .app,
          action: .accounts(.show), about: .accountsAbout,
          lines: { state in
            state.accounts.items.map {
              (
                $0.name(in: state.settings.language),
                $0.phone ?? state.phrases.say(.accountSignedOut)
              )
            }
          })
      ]
    })
}

/// What accounts covers the screen with.
public enum AccountsSheet: Equatable, Sendable {
  case list
  case adding
}

extension AccountsSheet {
  var surface: Surface {
    switch self {
    case .list: .accounts
    case .adding: .addAccount
    }
  }
}

extension Surface {
  static let accounts: Surface = {
    let rows = SurfaceList.rows(\.accounts.list, count: \.accounts.items.count)
    return Surface(
      commands: [
        Command(
          action: .accounts(.add), title: .accountAdd, keys: [.character("n")], hint: "n",
          isHinted: true),
        Command(
          action: .accounts(.remove), title: .accountRemove, keys: [.character("d"), Key(.delete)],
          hint: "d", isHinted: true,
          label: { $0.accounts.removing == nil ? nil : .accountRemoveYes },
          when: { $0.accounts.selected != nil }),
      ],
      list: SurfaceList(
        move: { move, state in
          // Another row is another account: what was asked about the one before is over.
          state.accounts.removing = nil
          return rows.move(move, &state)
        }, keepVisible: rows.keepVisible),
      look: { state in
        state.accounts.selected.map { account in
          PaneLook(
            action: .accounts(.open(row: state.accounts.list.selection)), way: .accountGo,
            draw: { drawAccountLook(account, $0, on: &$1) })
        }
      }, draw: drawAccounts)
  }()

  static let addAccount = Surface(draw: drawAddAccount)
}
