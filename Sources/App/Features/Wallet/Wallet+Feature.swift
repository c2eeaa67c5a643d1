import Cells
import Loyalty

extension FeatureDescription {
  static let wallet = FeatureDescription(
    commands: [
      Command(
        action: .wallet(.show), title: .wallet, scope: .section, keys: [.character("w")],
        hint: "w")
    ],
    menu: { state in
      let count = state.wallet.contents.cards.count(where: { !$0.isArchived })
      return [
        MoreItem(
          title: state.phrases.say(.wallet),
          note: state.wallet.isLoaded ? state.phrases.decimal(Int64(count)) : "", group: .you,
          action: .wallet(.show), about: .walletAbout,
          lines: { state in
            state.wallet.items.prefix(12).map { ($0.name, $0.number) }
          })
      ]
    },
    finds: { state in state.wallet.contents.cards.map { $0.found(state) } },
    findLoads: { $0.wallet.isLoaded ? [] : [.wallet(.load)] },
    settle: { _, state in
      state.encodeLocalCard()
      state.previewCard()
    })
}

extension WalletSheet {
  var surface: Surface {
    switch self {
    case .list:
      Surface(
        commands: [
          row(.add, .walletAdd, "a"),
          row(.search, .walletSearch, "/", when: \.mayHaveLocalCards),
          row(.nextFilter, .walletFilter, "f", when: { $0.wallet.filters.count > 1 }),
          row(.nextOrder, .walletOrder, "o", when: { $0.wallet.items.count > 1 }),
          row(.showReading, .walletRead, "i"),
          row(.showWriting, .walletWrite, "x", when: \.mayHaveLocalCards),
          aboutSelected(.star, .walletStar, "s"), aboutSelected(.showLarge, .walletLarge, "z"),
          beside(1, Key(.right), "l", "→"), beside(-1, Key(.left), "h", "←"),
        ],
        list: SurfaceList(
          move: { move, state in
            state.moveInWallet(move)
            return []
          }, keepVisible: { $0.keepWalletVisible() },
          search: ListSearch(
            id: .walletSearch, text: \.wallet.search, isTyping: \.wallet.isSearching,
            action: .wallet(.search), follow: { $0.followWalletSearch() },
            leave: { $0.leaveWalletSearch() })), copies: { $0.localCard?.number },
        detail: { state in
          state.wallet.selected.map {
            (.wallet(.card($0.id)), .wallet(.open(row: state.wallet.list.selection)))
          }
        },
        // As wide as the bars of thirteen digits with what they need on either side.
        paneWidth: { $0.width < 120 ? 60 : $0.width < 160 ? 63 : 72 }, draw: drawWalletList)
    case .card(let id):
      Surface(
        kind: .detail,
        commands: [
          row(.showLarge, .walletLarge, "z"), row(.edit, .walletEdit, "e"),
          row(.star, .walletStar, "s") {
            $0.wallet.card(id)?.isStarred == true ? .walletUnstar : nil
          },
          row(.archive, .walletArchive, "a") {
            $0.wallet.card(id)?.isArchived == true ? .walletUnarchive : nil
          },
          row(.askToDelete, .walletDelete, "d"),
        ], scopes: [.anywhere], list: .text { $0.scrollLocalCard($1) },
        copies: { $0.localCard?.number }, draw: { drawLocalCard(id, $0, on: &$1) })
    case .paper(let id):
      Surface(
        commands: Command.paper, paper: { $0.localCardPaper(id) },
        copies: { $0.localCard?.number },
        draw: { state, canvas in
          if let paper = state.localCardPaper(id) {
            drawPaper(paper, state, on: &canvas)
          } else {
            drawNoLocalCard(state, on: &canvas)
          }
        })
    case .form(let id): Surface { drawCardForm(isNew: id == nil, $0, on: &$1) }
    case .deletion(let id): Surface { drawDeletion(id, $0, on: &$1) }
    case .reading: Surface { drawFileForm(.walletReadTitle, .walletReadLead, $0, on: &$1) }
    case .writing: Surface { drawFileForm(.walletWriteTitle, .walletWriteLead, $0, on: &$1) }
    }
  }

  private func row(
    _ action: WalletAction, _ title: Phrase, _ key: String,
    label: @escaping @Sendable (State) -> Phrase? = { _ in nil },
    when: @escaping @Sendable (State) -> Bool = { _ in true }
  ) -> Command {
    Command(
      action: .wallet(action), title: title, keys: [.character(key)], hint: key, isHinted: true,
      label: label, when: when)
  }

  private func beside(_ step: Int, _ key: Key, _ letter: String, _ hint: String) -> Command {
    Command(
      action: .wallet(.beside(step)), title: .move, keys: [key, .character(letter)], hint: hint,
      when: \.hasWalletGrid)
  }

  /// It has no room beside the title.
  private func aboutSelected(_ action: WalletAction, _ title: Phrase, _ key: String) -> Command {
    Command(
      action: .wallet(action), title: title, keys: [.character(key)], hint: key,
      when: { $0.localCard != nil })
  }
}

extension State {
  /// As long as the wallet has not been read, it may have some.
  fileprivate var mayHaveLocalCards: Bool { !wallet.isLoaded || !wallet.contents.cards.isEmpty }
}

extension LocalCard {
  /// As the palette has it.
  fileprivate func found(_ state: State) -> PaletteItem {
    PaletteItem(
      id: "card.\(id.rawValue)", title: name, note: number, aliases: [number],
      run: { [id] state in
        let effects = perform(.wallet(.show), &state)
        guard let card = state.wallet.card(id) else { return effects }
        state.wallet.select(id)
        return effects + openCard(card, WalletSheet.card, &state)
      })
  }
}
