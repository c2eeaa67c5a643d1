import Cells
import Loyalty

/// How the invitation is divided.
struct ReferralLayout {
  let sheet: FullSheet
  /// What a friend's camera reads, to the edge of the window; empty where it has no room.
  let card: Rect
  let lead: Rect
  let code: Rect
  let link: Rect
  let rules: Rect
  let heading: Rect
  let list: Rect

  /// Whether the code is written in big letters.
  var isBig: Bool { code.height > 1 }

  init(_ state: State) {
    let size = state.size
    let referral = state.referral.contents.referral
    let page = Rect(size).inset(bottom: size.height >= 12 ? 2 : 0)
    card = ReferralLayout.card(state, in: page)
    sheet = FullSheet(size, pane: card.width)
    let body = sheet.body
    var rest = body
    func take(_ rows: Int, air: Bool) -> Rect {
      let place = rest.top(rows)
      rest = rest.inset(top: min(rest.height, place.height + (air ? 1 : 0)))
      return place
    }
    let isAiry = body.height >= 10
    // Where the keys have no room beside the title they stand below it.
    if isAiry, size.width < 100 { rest = rest.inset(top: 1) }
    lead = take(body.height >= 6 ? 1 : 0, air: isAiry)
    let lines = referral.flatMap { BigLetters.lines(of: $0.code, width: body.width) }?.count ?? 0
    let rows = lines * 4 - 1
    code = take(lines > 0 && rows <= rest.height - 9 ? rows : 1, air: isAiry)
    link = take(1, air: isAiry)
    // The friends keep a few rows.
    let text = referral?.rules.value(in: state.settings.language) ?? ""
    let room = max(0, min(4, rest.height - 4))
    let wide = min(72, body.width)
    let taken = room > 0 ? wrapped(text, width: max(1, wide), maxLines: room).count : 0
    rules = take(text.isEmpty ? 0 : taken, air: taken > 0).narrowed(to: 72)
    heading = take(1, air: false)
    list = Rect(x: sheet.list.x, y: rest.y, width: sheet.list.width, height: rest.height)
  }

  private static func card(_ state: State, in page: Rect) -> Rect {
    guard let symbol = state.referral.symbol.size(at: state.codeZoom),
      state.referral.contents.referral != nil
    else { return page.narrowed(to: 0) }
    let width = symbol.width + (page.width >= 100 ? 10 : 4)
    guard page.width - width >= 38, page.height >= symbol.height else {
      return page.narrowed(to: 0)
    }
    return page.inset(left: page.width - width)
  }
}
