import Cells
import Content
import Loyalty
import Themes

/// Live lists: what the program offers now.
extension BlockPainter {
  func offers(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let (feature, rows, none): (Feature, [LiveRow], Phrase) =
      switch block.kind {
      case .rewards: (.rewards, rewards, .noRewards)
      case .promotions: (.promotions, promotions, .noPromotions)
      default: (.shops, shops, .screenNoShops)
      }
    // A list of what the program does without is as if it were not there.
    guard state.offers(feature) else { return picture }
    title(of: block, count: rows.count, in: &picture)
    addRows(block, rows, none: none, to: &picture)
    return picture
  }

  /// At most `props.limit` rows, five when it says nothing.
  func addRows(
    _ block: Block, _ rows: [LiveRow], none: Phrase, to picture: inout BlockRows
  ) {
    let limit = max(1, min(20, Int(clamping: block.props["limit"]?.integer ?? 5)))
    if rows.isEmpty {
      let first = picture.rows.count
      picture.add(truncated(phrases.say(none), to: width), .muted)
      picture.name(
        Element.ID(rawValue: element(block).rawValue + ".none"), .text, phrases.say(none),
        from: first)
    }
    let shown = rows.prefix(limit)
    let tiles = tiles(of: Array(shown))
    if tiles > 0 {
      addTiles(shown.prefix(tiles), of: block, to: &picture)
      if shown.count > tiles { picture.add("", .text) }
    }
    for row in shown.dropFirst(tiles) {
      let id = id(of: row, block)
      let note = truncated(row.note, to: max(0, width / 2))
      let room = width - displayWidth(of: note) - 2
      let first = picture.rows.count
      picture.add(
        [
          BlockRows.Part(text: truncated(row.title, to: max(1, room)), look: .text),
          BlockRows.Part(
            text: note, look: .muted, column: max(0, width - displayWidth(of: note))),
        ], on: isFocused(id) ? .selection : nil)
      picture.name(
        id, .listItem, "\(row.title), \(row.note)".withPlainSpaces, from: first,
        action: row.action)
    }
  }

  private var rewards: [LiveRow] {
    (state.rewards.contents.rewards ?? []).map { reward in
      LiveRow(
        id: reward.id.rawValue, title: text(reward.title),
        note: phrases.points(reward.cost, of: state.program),
        action: .screens(.follow(BlockAction(.reward, reward.id.rawValue))),
        picture: reward.picture)
    }
  }

  private var promotions: [LiveRow] {
    state.promotions.items.filter { $0.phase(at: state.now) == .current }.map { promotion in
      LiveRow(
        id: promotion.id.rawValue, title: text(promotion.title),
        note: text(promotion.reward),
        action: .screens(.follow(BlockAction(.promotion, promotion.id.rawValue))),
        picture: promotion.picture)
    }
  }

  private var shops: [LiveRow] {
    state.shops.items.map(\.shop).map { shop in
      LiveRow(
        id: shop.id.rawValue, title: text(shop.name),
        note: phrases.openness(of: shop, at: state.now),
        action: .screens(.follow(BlockAction(.shop, shop.id.rawValue))),
        picture: shop.picture)
    }
  }
}
