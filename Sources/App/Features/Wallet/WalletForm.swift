import Barcodes
import Loyalty

/// The form of a card: what is typed, and how it becomes a card.
extension State {
  /// - Parameter card: `nil` for a new one.
  mutating func openCardForm(_ card: LocalCard?) {
    let sheet = Sheet.wallet(.form(card?.id))
    guard sheets.last != sheet else { return }
    open(
      Form(
        on: sheet,
        [
          .init(.cardStore, .walletStore, card?.store ?? "", limit: LocalCard.Limit.store),
          .init(.cardNumber, .walletNumber, card?.number ?? "", limit: LocalCard.Limit.number),
          .init(
            .cardKind, .walletKind, choices: kinds(with: card?.symbology),
            selected: card.map { $0.symbology?.rawValue ?? "" }),
          .init(
            .cardValue, .walletValue, card?.shownValue ?? "", limit: LocalCard.Limit.value,
            placeholder: .walletValueHint),
          .init(.cardBalance, .walletBalance, card?.balance ?? "", limit: LocalCard.Limit.balance),
          .init(
            .cardExpiry, .walletExpiry, card.flatMap { expiryDay($0) }.map { typed($0) } ?? "",
            limit: 10, placeholder: .walletExpiryHint),
          .init(
            .cardGroups, .walletGroups, card?.groups.joined(separator: ", ") ?? "", limit: 400,
            placeholder: .walletGroupsHint),
          .init(
            .cardNote, .walletNote, (card?.note ?? "").replacing("\n", with: "⏎"),
            limit: LocalCard.Limit.note),
        ], submit: .wallet(.submitCard), title: .walletSave))
  }

  /// Takes what was typed, or says at its field what is wrong with it.
  mutating func submitCard() -> [Effect] {
    guard let form = openForm, case .wallet(.form(let id)) = form.sheet, !form.isBusy else {
      return []
    }
    let old = id.flatMap { wallet.card($0) }
    if id != nil, old == nil {
      toast(phrases.say(.walletGone), isError: true)
      return []
    }
    var card = old ?? LocalCard(store: "", number: "")
    card.store = form[.cardStore]
    card.note = form[.cardNote].replacing("⏎", with: "\n")
    card.groups = form[.cardGroups].split(separator: ",").map(String.init)
    takeNumber(of: form, &card)
    takeBalance(of: form, &card)
    takeExpiry(of: form, &card)
    card = card.cleaned
    if card.store.isEmpty { reject(.cardStore, .walletStoreNeeded) }
    let isThere = wallet.contents.cards.contains {
      $0.id != card.id && $0.plastic == card.plastic
    }
    if isThere, !card.number.isEmpty { reject(.cardNumber, .walletTwice) }
    guard self.form?.fields.allSatisfy({ $0.problem == nil }) == true else {
      showProblems()
      return []
    }
    return [.wallet(.save(card))]
  }

  private mutating func reject(
    _ field: Element.ID, _ phrase: Phrase, _ values: [String: String] = [:]
  ) {
    form?.reject(field, .phrase(phrase, values))
  }

  private mutating func takeNumber(of form: Form, _ card: inout LocalCard) {
    let typed = form[.cardValue]
    let isUntouched = typed == card.shownValue
    card.number = form[.cardNumber]
    let kind = form[.cardKind]
    card.symbology = kind.isEmpty ? nil : Symbology(rawValue: kind)
    // NB: a value may hold what cannot be typed; it stays unless somebody types another.
    if !isUntouched { card.value = typed.isEmpty ? nil : typed }
    guard card.number.contains(where: { !$0.isWhitespace }) else {
      reject(.cardNumber, .walletNumberNeeded)
      return
    }
    guard let barcode = BarcodeSymbology(rawValue: kind) else { return }
    do throws(BarcodeError) {
      _ = try barcode.encode(card.cleaned.code)
    } catch {
      // What is printed with gaps is read without them.
      let bare = card.number.filter { !$0.isWhitespace && $0 != "-" }
      if card.value == nil, barcode.isNumber, (try? barcode.encode(bare)) != nil {
        card.value = bare
        return
      }
      let (phrase, values) = words(for: error, kind: barcodeName(kind))
      reject(card.value == nil ? .cardNumber : .cardValue, phrase, values)
    }
  }

  private mutating func takeBalance(of form: Form, _ card: inout LocalCard) {
    let typed = form[.cardBalance]
    guard typed.contains(where: { !$0.isWhitespace }) else {
      card.balance = ""
      return
    }
    guard let balance = CardBalance(typed) else {
      reject(.cardBalance, .walletBalanceWrong)
      return
    }
    card.balance = balance.description
  }

  private mutating func takeExpiry(of form: Form, _ card: inout LocalCard) {
    let typed = form[.cardExpiry].filter { !$0.isWhitespace }
    if let day = expiryDay(card), typed == self.typed(day) { return }
    guard !typed.isEmpty else {
      card.expiresAt = nil
      return
    }
    guard let day = Day(typedText: typed) else {
      reject(.cardExpiry, .walletExpiryWrong)
      return
    }
    card.expiresAt = settings.zone.midnight(of: day)
  }

  /// Kinds to choose from; a kind that is not drawn can be kept.
  private func kinds(with own: Symbology?) -> [Form.Choice] {
    var names = WalletKinds.names.map(\.rawValue)
    if let own, !names.contains(own.rawValue) { names.append(own.rawValue) }
    return names.map { .init(value: $0, title: .name(barcodeName($0))) }
      + [.init(value: "", title: .phrase(.walletNoKind))]
  }
}

extension LocalCard {
  /// What the code carries, as far as it can be shown; empty when that is the number.
  fileprivate var shownValue: String {
    Loyalty.cleaned(value ?? "", limit: LocalCard.Limit.value)
  }
}

extension BarcodeSymbology {
  /// Whether it carries digits only.
  fileprivate var isNumber: Bool { [.ean13, .ean8, .upca, .itf14].contains(self) }
}

extension Element.ID {
  static let cardStore: Element.ID = "wallet.store"
  static let cardNumber: Element.ID = "wallet.number"
  static let cardKind: Element.ID = "wallet.kind"
  static let cardValue: Element.ID = "wallet.value"
  static let cardBalance: Element.ID = "wallet.balance"
  static let cardExpiry: Element.ID = "wallet.expiry"
  static let cardGroups: Element.ID = "wallet.groups"
  static let cardNote: Element.ID = "wallet.note"
}
