import Cells
import Loyalty
import Themes

/// Offers with their pictures: tiles beside the pane, else cards below each other.
func drawPromotionCards(_ grid: TileGrid, _ state: State, on canvas: inout Canvas) {
  let promotions = state.promotions
  for line in canvas.rows(of: promotions.list, in: grid) {
    let promotion = promotions.items[line.index]
    let text = PromotionText(promotion, state)
    let isCut = line.place.height < grid.height
    let row = LinkRow(
      id: promotionRow(line.index), title: text.title, note: text.note, value: text.amount,
      isStrong: !text.isMuted,
      about: promotion.description.value(in: state.settings.language), spoken: text.spoken,
      action: .promotions(.open(row: line.index)), picture: promotion.picture)
    if state.sectionPane == nil {
      canvas.strip(row, isSelected: line.isSelected, in: line.place, of: grid.height)
    } else if isCut {
      canvas.cutTile(row, in: line.place, of: grid.height)
    } else {
      canvas.tile(row, isSelected: line.isSelected, in: line.place)
    }
  }
}

func promotionRow(_ row: Int) -> Element.ID { Element.ID(rawValue: "promotions.\(row)") }

extension State {
  private static let leastTile = 33
  private static let strip = 4

  /// How offers stand as cards; `nil` where each of them is a row: where there are no pictures, and
  /// where there is no room for them.
  var promotionGrid: TileGrid? {
    guard showsPictures, promotions.items.contains(where: { $0.picture != nil }) else {
      return nil
    }
    let list = SectionLayout(listBody, self).rest
    guard sectionPane != nil else {
      guard list.width >= 60, list.height >= 14 else { return nil }
      return TileGrid(
        place: list, columns: 1, height: State.strip, count: promotions.items.count)
    }
    // Lines of cards may be longer than those that are read.
    let place = Rect(
      x: list.x, y: list.y, width: listBody.maxX - list.x, height: list.height)
    let columns = TileGrid.columns(of: State.leastTile, in: place)
    let best = Picture.rows(of: TileGrid.width(of: columns, in: place))
    // Three lines of them, rather than larger ones.
    let rows = max(6, min(best, (place.height + 1) / 3 - 3))
    return TileGrid(
      place: place, columns: columns, height: min(rows + 2, place.height),
      count: promotions.items.count)
  }

  mutating func moveInPromotions(_ move: Move) {
    guard let grid = promotionGrid else {
      promotions.list.move(move, count: promotions.items.count, height: historyRows)
      return
    }
    grid.move(move, &promotions.list)
  }

  /// Brings the selection back to the screen after the list or the screen has changed.
  mutating func keepPromotionsVisible() {
    guard let grid = promotionGrid else {
      promotions.list.scrollToSelection(count: promotions.items.count, height: historyRows)
      return
    }
    grid.keepVisible(&promotions.list)
  }
}
