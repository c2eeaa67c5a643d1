import Cells
import Loyalty

/// How rewards stand as cards, where there is room for them beside what is selected: coupons in
/// pairs, what can be had as tiles, what is nearly had with its bar, the rest as rows; by price all of
/// them as tiles.
struct RewardGrid {
  enum Shape {
    case heading
    case coupon
    case tile
    case bar
    case row
  }

  /// Things beside each other, or the heading of a part.
  struct Line {
    let part: RewardsState.Part
    let shape: Shape
    /// Of `RewardsState.items`; a heading has none, and begins where its part does.
    let items: Range<Int>
    /// Rows above it in the whole list.
    let y: Int
    let height: Int

    var maxY: Int { y + height }
  }

  let lines: [Line]
  /// Where all of it stands.
  let place: Rect

  private static let leastWidth = 120
  private static let leastHeight = 18
  private static let gap = 3

  /// `nil` where there is no room: there each of them is a row.
  init?(_ state: State) {
    guard state.size.width >= RewardGrid.leastWidth, state.sectionPane != nil else { return nil }
    // Lines of cards may be longer than those that are read.
    let list = SectionLayout(state.listBody, state).rest
    let place = Rect(
      x: list.x, y: list.y, width: state.listBody.maxX - list.x, height: list.height)
    guard place.height >= RewardGrid.leastHeight else { return nil }
    self.place = place
    var lines: [Line] = []
    var first = 0
    for (part, count) in zip(RewardsState.Part.allCases, state.rewards.counts) where count > 0 {
      let top = lines.last.map { $0.maxY + 1 } ?? 0
      lines.append(
        Line(part: part, shape: .heading, items: first..<first, y: top, height: 1))
      let shape = RewardGrid.shape(of: part, isGuest: !state.isSignedIn)
      let columns = RewardGrid.columns(shape, in: place)
      let height =
        switch shape {
        case .heading, .row: 1
        case .coupon: 2
        case .tile: RewardGrid.tileHeight(in: place)
        // A few have room for their pictures.
        case .bar: count <= 3 ? 5 : 3
        }
      var y = top + 1
      for start in stride(from: first, to: first + count, by: columns) {
        let items = start..<min(start + columns, first + count)
        lines.append(Line(part: part, shape: shape, items: items, y: y, height: height))
        y += height + (shape == .row ? 0 : 1)
      }
      first += count
    }
    guard !lines.isEmpty else { return nil }
    self.lines = lines
  }

  private static func shape(of part: RewardsState.Part, isGuest: Bool) -> Shape {
    switch part {
    case .coupons: .coupon
    case .enough: .tile
    case .nearly: .bar
    // A guest has nothing yet, and is shown what there is.
    case .other: isGuest ? .tile : .row
    case .step1, .step2, .step3, .step4, .step5: .tile
    case .past: .row
    }
  }

  /// With its caption; where there is much room the picture keeps its shape.
  private static func tileHeight(in place: Rect) -> Int {
    guard place.height >= 44 else { return place.height >= 28 ? 8 : 6 }
    let width = (place.width - 4 + gap) / columns(.tile, in: place) - gap
    return max(8, Picture.rows(of: width) + 2)
  }

  private static func columns(_ shape: Shape, in place: Rect) -> Int {
    let width = place.width - 4 + gap
    return switch shape {
    case .heading, .bar, .row: 1
    case .coupon: max(1, width / 36)
    case .tile: max(1, width / 25)
    }
  }

  /// Rows of the whole list.
  var height: Int { lines.last?.maxY ?? 0 }

  private func line(of item: Int) -> Int { lines.firstIndex { $0.items.contains(item) } ?? 0 }

  /// The first line on the screen: that of the first thing there, with its heading, as far as the
  /// selected one is seen too.
  func first(of list: ListState) -> Int {
    let selected = line(of: list.selection)
    var first = min(line(of: list.top), selected)
    if first > 0, lines[first - 1].shape == .heading { first -= 1 }
    while first < selected, lines[selected].maxY - lines[first].y > place.height { first += 1 }
    // No row stays empty below the last.
    while first > 0, height - lines[first - 1].y <= place.height { first -= 1 }
    return first
  }

  /// Where one of the things of a line stands.
  ///
  /// - Parameter row: the line's, below the top of the place.
  func cell(_ column: Int, of line: Line, at row: Int) -> Rect {
    let rows = place.inset(top: row).top(line.height)
    guard line.shape != .row else { return rows }
    let inner = rows.inset(x: 2)
    let (columns, width) = (
      RewardGrid.columns(line.shape, in: place), inner.width + RewardGrid.gap
    )
    let start = column * width / columns
    let end = (column + 1) * width / columns - RewardGrid.gap
    return inner.inset(left: start).narrowed(to: end - start)
  }

  /// Moves to another line, and stays in the column as far as that has one.
  func move(_ move: Move, _ list: inout ListState) {
    let here = line(of: list.selection)
    var target = here
    switch move {
    case .first: target = 0
    case .last: target = lines.count
    case .rows(let rows): for _ in 0..<abs(rows) { target = next(target, rows.signum()) }
    case .pages(let pages):
      let most = place.height * abs(pages)
      repeat {
        let next = next(target, pages.signum())
        guard next != target else { break }
        target = next
      } while abs(lines[target].y - lines[here].y) + lines[target].height < most
    }
    switch move {
    case .first: list.selection = 0
    case .last: list.selection = max(0, (lines.last?.items.upperBound ?? 0) - 1)
    case .rows, .pages:
      let (old, new) = (lines[here], lines[target])
      guard target != here, !new.items.isEmpty else { break }
      let column =
        (list.selection - old.items.lowerBound) * RewardGrid.columns(new.shape, in: place)
        / RewardGrid.columns(old.shape, in: place)
      list.selection = min(new.items.lowerBound + column, new.items.upperBound - 1)
    }
    keepVisible(&list)
  }

  /// The line after or before one that is no heading; the same where there is none.
  private func next(_ line: Int, _ step: Int) -> Int {
    var next = line + step
    while lines.indices.contains(next), lines[next].shape == .heading { next += step }
    return lines.indices.contains(next) ? next : line
  }

  /// What is first on the screen is kept, so that it stays until the selection leaves the screen.
  func keepVisible(_ list: inout ListState) {
    let count = lines.last?.items.upperBound ?? 0
    list.selection = max(0, min(list.selection, count - 1))
    list.top = lines[first(of: list)].items.lowerBound
  }

  /// Whether there is something beside the selected one, in its line.
  func isBeside(_ step: Int, _ list: ListState) -> Bool {
    lines[line(of: list.selection)].items.contains(list.selection + step)
  }
}

extension State {
  mutating func moveInRewards(_ move: Move) {
    guard let grid = RewardGrid(self) else {
      rewards.list.move(move, count: rewards.items.count, height: historyRows)
      return
    }
    grid.move(move, &rewards.list)
  }

  mutating func moveBesideInRewards(_ step: Int) {
    guard let grid = RewardGrid(self), grid.isBeside(step, rewards.list) else { return }
    rewards.list.selection += step
  }

  /// Brings the selection back to the screen after the list or the screen has changed.
  mutating func keepRewardsVisible() {
    guard let grid = RewardGrid(self) else {
      rewards.keepSelectionVisible(height: historyRows)
      return
    }
    grid.keepVisible(&rewards.list)
  }
}
