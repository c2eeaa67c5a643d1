import Cells
public import Loyalty

extension FeatureDescription {
  static let shops = FeatureDescription(
    menu: { state in
      let shops = state.shops.contents.shops ?? []
      return [
        MoreItem(
          title: state.phrases.say(.shops),
          note: shops.isEmpty ? "" : state.phrases.decimal(Int64(shops.count)),
          action: .shops(.show), about: .shopsAbout,
          lines: { state in
            (state.shops.contents.shops ?? []).prefix(12).map {
              (
                $0.name.value(in: state.settings.language) ?? "",
                state.phrases.openness(of: $0, at: state.now)
              )
            }
          })
      ]
    }, confirm: { $1.shops.contents.confirmedAt? = $0 },
    finds: { state in
      state.offers(.shops) ? (state.shops.contents.shops ?? []).map { $0.found(state) } : []
    },
    findLoads: { state in
      state.offers(.shops) && state.shops.contents.shops == nil ? [.load(.shops)] : []
    })
}

/// What shops covers the screen with.
public enum ShopsSheet: Equatable, Sendable {
  case list
  case shop(Shop.ID)
  case origins
}

extension ShopsSheet {
  var surface: Surface {
    switch self {
    case .list: .shops
    case .shop(let id): .shop(id)
    case .origins: .origins
    }
  }
}

extension Surface {
  static let shops = Surface(
    part: .shops,
    commands: [
      Command(
        action: .shops(.search), title: .shopsSearch, keys: [.character("/")], hint: "/",
        isHinted: true, when: \.mayHaveShops),
      Command(
        action: .shops(.filterOpen), title: .openNow, keys: [.character("f")], hint: "f",
        isHinted: true, when: \.mayHaveShops),
      Command(
        action: .shops(.showOrigins), title: .chooseOrigin, keys: [.character("c")], hint: "c",
        isHinted: true, when: \.mayHaveShops),
    ],
    list: .rows(
      \.shops.list, count: \.shops.items.count, height: \.shopRows,
      search: ListSearch(
        id: .shopsSearch, text: \.shops.search, isTyping: \.shops.isSearching,
        action: .shops(.search), follow: { $0.followShopSearch() },
        leave: { $0.leaveShopSearch() })),
    loads: { _ in [.load(.shops)] }, copies: { $0.selectedShop?.phone },
    shares: { $0.selectedShop.map($0.facts(of:)) ?? [] },
    detail: { state in
      let row = state.shops.list.selection
      guard state.shops.items.indices.contains(row) else { return nil }
      return (.shops(.shop(state.shops.items[row].shop.id)), .shops(.open(row: row)))
    }, draw: drawShops)

  static func shop(_ id: Shop.ID) -> Surface {
    Surface(
      kind: .detail, part: .shops,
      commands: [
        Command(
          action: .shops(.countFromHere), title: .originHere, keys: [.character("o")], hint: "o",
          isHinted: true, when: { $0.shops.contents.origin != .shop(id) })
      ], scopes: [.anywhere], list: .text { $0.scrollShop(id, $1) },
      loads: { _ in [.load(.shops)] }, copies: { $0.shops.shop(id)?.phone },
      shares: { $0.shops.shop(id).map($0.facts(of:)) ?? [] },
      draw: { drawShop(id, $0, on: &$1) })
  }

  static let origins = Surface(
    part: .shops, list: .rows(\.shops.cities, count: \.shops.allCities.count),
    draw: drawOrigins)
}

extension Shop {
  /// As the palette has it.
  fileprivate func found(_ state: State) -> PaletteItem {
    let language = state.settings.language
    let place = [city.name, address].compactMap { $0.value(in: language) }.joined(separator: ", ")
    return PaletteItem(
      id: "shop.\(id.rawValue)", title: name.value(in: language) ?? place, note: place,
      aliases: [place],
      run: { [id] state in
        let effects = perform(.shops(.show), &state)
        guard let row = state.shops.items.firstIndex(where: { $0.shop.id == id }) else {
          // The list is open, and shows but some of them.
          if state.shops.shop(id) != nil { state.openSheet(.shops(.shop(id))) }
          return effects
        }
        return effects + perform(.shops(.open(row: row)), &state)
      })
  }
}

extension State {
  fileprivate var mayHaveShops: Bool { mayHave(shops.contents.shops?.count) }

  fileprivate var selectedShop: Shop? {
    let (items, row) = (shops.items, shops.list.selection)
    return items.indices.contains(row) ? items[row].shop : nil
  }

  /// What is told of a shop to somebody else.
  fileprivate func facts(of shop: Shop) -> [String?] {
    let language = settings.language
    let place = [shop.city.name.value(in: language), shop.address.value(in: language)]
    return [
      shop.name.value(in: language),
      place.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "),
      shop.phone.map { PhoneNumber(e164: $0)?.formatted ?? $0 },
    ]
  }
}
