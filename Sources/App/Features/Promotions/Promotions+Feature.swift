import Cells
import Loyalty

extension FeatureDescription {
  static let promotions = FeatureDescription(
    leave: { $0.promotions.problem = nil }, confirm: { $1.promotions.contents.confirmedAt? = $0 },
    shows: { _ in [.promotions] },
    finds: { state in
      state.offers(.promotions) ? state.promotions.items.map { $0.found(state) } : []
    })
}

extension Surface {
  static let promotions = Surface(
    part: .promotions,
    commands: [
      Command(action: .promoCode(.show), title: .promoCode, keys: [.character("p")], hint: "p"),
      Command(
        action: .promotions(.beside(1)), title: .move, keys: [Key(.right), .character("l")],
        hint: "→", when: { $0.promotionGrid?.isBeside(1, $0.promotions.list) == true }),
      Command(
        action: .promotions(.beside(-1)), title: .move, keys: [Key(.left), .character("h")],
        hint: "←", when: { $0.promotionGrid?.isBeside(-1, $0.promotions.list) == true }),
    ], scopes: [.section, .anywhere],
    list: SurfaceList(
      move: { move, state in
        state.moveInPromotions(move)
        return []
      }, keepVisible: { $0.keepPromotionsVisible() }),
    shares: { state in
      let (items, row) = (state.promotions.items, state.promotions.list.selection)
      return items.indices.contains(row) ? state.facts(of: items[row]) : []
    },
    arriving: { _ in [.load(.promotions)] },
    detail: { state in
      let row = state.promotions.list.selection
      guard state.promotions.items.indices.contains(row) else { return nil }
      return (.promotion(state.promotions.items[row].id), .promotions(.open(row: row)))
    },
    draw: { drawPromotions($0, in: $0.listBody, on: &$1) })

  static func promotion(_ id: Promotion.ID) -> Surface {
    Surface(
      kind: .detail, part: .promotions, list: .sheetText,
      shares: { $0.promotions.promotion(id).map($0.facts(of:)) ?? [] },
      draw: { drawPromotion(id, $0, on: &$1) })
  }
}

extension State {
  /// What is told of an offer to somebody else.
  fileprivate func facts(of promotion: Promotion) -> [String?] {
    [
      promotion.title.value(in: settings.language),
      promotion.reward.value(in: settings.language),
      "\(day(promotion.from)) – \(day(promotion.to))", program?.contacts.site,
    ]
  }
}

extension Promotion {
  /// As the palette has it.
  fileprivate func found(_ state: State) -> PaletteItem {
    PaletteItem(
      id: "promotion.\(id.rawValue)", title: title.value(in: state.settings.language) ?? "",
      note: state.window(of: self),
      run: { [id] state in
        let effects = perform(.showTab(.promotions), &state)
        guard let row = state.promotions.items.firstIndex(where: { $0.id == id }) else {
          return effects
        }
        return effects + perform(.promotions(.open(row: row)), &state)
      })
  }
}
