import Cells
import Loyalty

/// What the actions of the wallet do; it needs neither a network nor an account.
func performWallet(_ action: WalletAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .wallet(.list) else { return [] }
    state.wallet.begin(height: state.sheetRows)
    state.openSheet(.wallet(.list))
    return [.wallet(.load)]
  case .open(let row):
    guard state.wallet.items.indices.contains(row) else { return [] }
    state.wallet.list.selection = row
    return openCard(state.wallet.items[row], WalletSheet.card, &state)
  case .beside(let step):
    state.wallet.list.selection += step
    state.keepWalletVisible()
    state.focus = nil
  case .showLarge:
    guard let card = state.localCard else { return [] }
    return openCard(card, WalletSheet.paper, &state)
  case .search:
    guard state.sheets.last == .wallet(.list) else { return [] }
    state.wallet.isSearching = true
    state.focus = nil
  case .nextFilter:
    let filters = state.wallet.filters
    let place = filters.firstIndex(of: state.wallet.filter) ?? 0
    state.arrangeWallet { $0.filter = filters[(place + 1) % filters.count] }
  case .nextOrder:
    let orders = WalletState.Order.allCases
    let place = orders.firstIndex(of: state.wallet.order) ?? 0
    state.arrangeWallet { $0.order = orders[(place + 1) % orders.count] }
  case .add: state.openCardForm(nil)
  case .edit:
    guard let card = state.localCard else { return [] }
    state.openCardForm(card)
  case .submitCard: return state.submitCard()
  case .star, .archive:
    guard let old = state.localCard else { return [] }
    var card = old
    if action == .star { card.isStarred.toggle() } else { card.isArchived.toggle() }
    return [.wallet(.save(card, over: old))]
  case .askToDelete:
    guard let card = state.localCard else { return [] }
    state.openSheet(.wallet(.deletion(card.id)))
    // The careful answer has the focus.
    state.focus = .walletKeep
  case .keep:
    guard case .wallet(.deletion) = state.sheets.last else { return [] }
    state.sheets.removeLast()
    state.focus = nil
  case .delete:
    guard case .wallet(.deletion(let id)) = state.sheets.last else { return [] }
    state.sheets.removeAll { $0 == .wallet(.deletion(id)) || $0 == .wallet(.card(id)) }
    state.focus = nil
    return [.wallet(.delete(id))]
  case .showReading: state.openFileForm(.reading, path: "", .wallet(.read), .walletReadNow)
  case .showWriting: state.showWriting()
  case .read: return state.submitFile(.reading)
  case .write: return state.submitFile(.writing)
  }
  return []
}

/// Opens a sheet of a card, which counts as using it.
func openCard(
  _ card: LocalCard, _ sheet: (LocalCard.ID) -> WalletSheet, _ state: inout State
) -> [Effect] {
  guard state.sheets.last != .wallet(sheet(card.id)) else { return [] }
  state.wallet.isSearching = false
  state.wallet.detail = 0
  state.openSheet(.wallet(sheet(card.id)))
  return [.wallet(.markUsed(card.id))]
}

/// What the news of the wallet do.
func takeWallet(_ event: WalletEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents):
    state.replaceWallet(with: contents)
    return state.namingPictures()
  case .pictures(let pictures): state.wallet.pictures = pictures
  case .saved(let id, let contents):
    state.replaceWallet(with: contents)
    guard id != nil else {
      state.toast(state.phrases.say(.walletNotKept), isError: true)
      return state.namingPictures()
    }
    if case .wallet(.form) = state.sheets.last {
      state.sheets.removeLast()
      state.focus = nil
      state.wallet.select(id)
      state.wallet.list.scrollToSelection(count: state.wallet.items.count, height: state.sheetRows)
      state.toast(state.phrases.say(.walletKept))
    }
    return state.namingPictures()
  case .read(let report, let contents):
    state.replaceWallet(with: contents)
    state.sheets.removeAll { $0 == .wallet(.reading) }
    state.focus = nil
    state.toast(state.phrases.words(for: report))
    if let words = state.phrases.shortWords(forLeft: report.left) {
      state.toast(words, isError: true)
    }
    return state.namingPictures(isNew: true)
  case .written(let path, let count):
    state.sheets.removeAll { $0 == .wallet(.writing) }
    state.focus = nil
    state.toast(state.phrases.wordsForWriting(count, to: path))
  case .fileFailed(let problem): state.failWalletFile(problem)
  case .rebuilt(let name):
    state.toast(state.phrases.wordsForRebuilding(name), isError: true)
  }
  return []
}

extension State {
  /// The card that is on the screen, or selected in the list.
  var localCard: LocalCard? {
    guard case .wallet(let sheet) = sheets.last else { return nil }
    switch sheet {
    case .card(let id), .paper(let id): return wallet.card(id)
    case .list: return wallet.selected
    case .form, .deletion, .reading, .writing: return nil
    }
  }

  fileprivate mutating func arrangeWallet(_ change: (inout WalletState) -> Void) {
    guard sheets.last == .wallet(.list) else { return }
    change(&wallet)
    wallet.list = ListState()
    wallet.arrange(height: sheetRows)
  }

  /// Asks which pictures there are, where that is not known.
  ///
  /// - Parameter isNew: whether a card that had some may have got more.
  fileprivate func namingPictures(isNew: Bool = false) -> [Effect] {
    let pictured = wallet.contents.pictured
    let isKnown = pictured == Set(wallet.pictures.keys) && !(isNew && !pictured.isEmpty)
    return isKnown || !settings.hasPictures ? [] : [.wallet(.namePictures)]
  }

  /// Takes over what the wallet holds; the card on the screen may have changed.
  fileprivate mutating func replaceWallet(with contents: WalletContents) {
    wallet.replaceContents(with: contents, height: sheetRows)
  }

  /// Encodes the card that is on the screen, opened or only looked at, when it has become another.
  mutating func encodeLocalCard() {
    guard let card = localCard, wallet.encoded != card else { return }
    if sheets.last == .wallet(.list), !hasWalletGrid { return }
    wallet.symbol = CardSymbol(card)
    wallet.encoded = card
  }

  mutating func followWalletSearch() -> [Effect] {
    wallet.list = ListState()
    wallet.arrange(height: sheetRows)
    return []
  }

  /// Esc takes one step back: from typing to the list, from a choice to the whole list.
  mutating func leaveWalletSearch() -> [Effect]? {
    guard wallet.isSearching || !wallet.isAll else { return nil }
    // Where nothing was found there is no list to go to.
    let isKept = wallet.isSearching && !wallet.search.text.isEmpty && !wallet.items.isEmpty
    wallet.isSearching = false
    if isKept { return [] }
    wallet.filter = .all
    wallet.search = TextField(limit: 60)
    return followWalletSearch()
  }

  /// Moves the description of a card up and down.
  mutating func scrollLocalCard(_ move: Move) {
    guard let card = localCard else { return }
    let height = LocalCardLayout(self, card).text.height
    wallet.detail = move.firstLine(
      from: wallet.detail, of: localCardLines(card, self).count, height: height)
  }
}

extension CardSymbol {
  /// A card without a symbol has none.
  init(_ card: LocalCard) {
    guard let symbology = card.symbology else {
      self = .none
      return
    }
    self.init(symbology, card.code, in: card.encoding, isGS1: card.isGS1)
  }
}

extension Element.ID {
  static let walletSearch: Element.ID = "wallet.search"
  static let walletKeep: Element.ID = "wallet.keep"
}
