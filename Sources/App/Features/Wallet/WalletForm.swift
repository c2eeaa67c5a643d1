import Barcodes
import Loyalty

/// The form of a card: what is typed, and how it becomes a card.
extension State {
  /// - Parameter card: `nil` for a new one.
  mutating func openCardForm(_ card: LocalCard?) {
    let sheet = Sheet.wallet(.form(card?.id))
    guard sheets.last != sheet else { return }
    openSheet(
      with: Form(
        on: sheet,
        [
          .init(.cardName, .walletName, card?.name ?? "", limit: LocalCard.Limit.name),
          .init(.cardNumber, .walletNumber, card?.number ?? "", limit: LocalCard.Limit.number),
          .init(
            .cardKind, .walletKind, choices: kinds(with: card?.symbology),
            selected: card.map { $0.symbology?.rawValue ?? "" }),
          .init(
            .cardValue, .walletValue, card?.shownValue ?? "", limit: LocalCard.Limit.value,
            placeholder: .walletValueHint),
          .init(.cardBalance, .walletBalance, card?.balance ?? "", limit: LocalCard.Limit.balance),
          .init(
            .cardExpiry, .walletExpiry, card?.expiresOn.map { phrases.typed($0) } ?? "",
            limit: 30, placeholder: .walletExpiryHint),
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
    var card = old ?? LocalCard(name: "", number: "")
    // NB: what was not touched is not written: a field shows some of what a file has brought as
    // something else, such as a name of a group with a comma in it.
    if form.isTouched(.cardName) { card.name = form[.cardName] }
    if form.isTouched(.cardNote) {
      card.note = form[.cardNote].replacing("⏎", with: "\n")
    }
    if form.isTouched(.cardGroups) { takeGroups(of: form, &card) }
    takeNumber(of: form, isNew: old == nil, &card)
    if form.isTouched(.cardBalance) { takeBalance(of: form, &card) }
    if form.isTouched(.cardExpiry) { takeExpiry(of: form, &card) }
    if card != old { card = card.cleaned }
    if card.name.isEmpty { reject(.cardName, .walletNameNeeded) }
    let isThere = wallet.contents.cards.contains {
      $0.id != card.id && $0.plastic == card.plastic
    }
    if isThere, !card.number.isEmpty { reject(.cardNumber, .walletTwice) }
    guard self.form?.fields.allSatisfy({ $0.problem == nil }) == true else {
      showProblems()
      return []
    }
    return [.wallet(.save(card, over: old))]
  }

  /// A group that the card has keeps its name, commas and all, as long as that stands there.
  private func takeGroups(of form: Form, _ card: inout LocalCard) {
    var rest = form[.cardGroups]
    var kept: Set<String> = []
    for group in card.groups where group.contains(",") && rest.contains(group) {
      kept.insert(group)
      rest = rest.replacing(group, with: "", maxReplacements: 1)
    }
    let typed = rest.split(separator: ",").map(String.init)
    card.groups = card.groups.filter(kept.contains) + typed
  }

  private mutating func reject(
    _ field: Element.ID, _ phrase: Phrase, _ values: [String: String] = [:]
  ) {
    form?.reject(field, .phrase(phrase, values))
  }

  private mutating func takeNumber(of form: Form, isNew: Bool, _ card: inout LocalCard) {
    let isTouched = [Element.ID.cardNumber, .cardKind, .cardValue].contains { form.isTouched($0) }
    guard isNew || isTouched else { return }
    let kind = form[.cardKind]
    if isNew || form.isTouched(.cardKind) {
      card.symbology = kind.isEmpty ? nil : Symbology(rawValue: kind)
    }
    if form.isTouched(.cardNumber) {
      // The code without the gaps of a number that is no longer there.
      if card.value == card.number.withoutGaps { card.value = nil }
      card.number = form[.cardNumber]
    }
    if form.isTouched(.cardValue) {
      let typed = form[.cardValue]
      card.value = typed.isEmpty ? nil : typed
    }
    guard card.number.contains(where: { !$0.isWhitespace }) else {
      reject(.cardNumber, .walletNumberNeeded)
      return
    }
    guard let barcode = BarcodeSymbology(rawValue: kind) else { return }
    // What is printed with gaps is read without them.
    let bare = card.number.withoutGaps
    if card.value == nil, barcode.isNumber { card.value = bare }
    do throws(BarcodeError) {
      _ = try barcode.encode(card.cleaned.code, in: card.encoding, isGS1: card.isGS1)
    } catch {
      if card.value == bare { card.value = nil }
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
    let typed = form[.cardExpiry]
    guard typed.contains(where: { !$0.isWhitespace }) else {
      card.expiresOn = nil
      return
    }
    let today = settings.zone.local(now).day
    guard !typed.contains(":"), let day = LocalTime(written: typed, today: today)?.day else {
      reject(.cardExpiry, .walletExpiryWrong)
      return
    }
    card.expiresOn = day
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

extension String {
  /// As a code has it: gaps are for people.
  var withoutGaps: String { filter { !$0.isWhitespace && $0 != "-" } }
}

extension Element.ID {
  static let cardName: Element.ID = "wallet.store"
  static let cardNumber: Element.ID = "wallet.number"
  static let cardKind: Element.ID = "wallet.kind"
  static let cardValue: Element.ID = "wallet.value"
  static let cardBalance: Element.ID = "wallet.balance"
  static let cardExpiry: Element.ID = "wallet.expiry"
  static let cardGroups: Element.ID = "wallet.groups"
  static let cardNote: Element.ID = "wallet.note"
}
