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

  /// Whether all rules are on the screen.
  var isWhole: Bool { rules.height >= ruleLines.count }

  /// The rules, as wide as they are written.
  let ruleLines: [String]

  /// The rules are for reading: air, big letters and the friends give way to them before they are
  /// scrolled.
  init(_ state: State) {
    let layouts = [Manner.full, .plain, .dense].lazy.map { ReferralLayout(state, $0) }
    self = layouts.first { $0.isWhole } ?? ReferralLayout(state, .dense)
  }

  /// What gives way.
  private enum Manner {
    case full
    /// The code in one row.
    case plain
    /// No empty rows either.
    case dense
  }

  private init(_ state: State, _ manner: Manner) {
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
    // Where the keys have no room beside the title they stand below it.
    if body.height >= 10, size.width < 100 { rest = rest.inset(top: 1) }
    let text = referral?.rules.value(in: state.settings.language) ?? ""
    let words = text.isEmpty ? [] : wrapped(text, width: max(1, min(72, body.width)), maxLines: 99)
    ruleLines = words
    // The code, the link, the heading and a few friends stand beside the rules.
    let friends = manner == .dense ? max(1, min(3, referral?.friends.count ?? 0)) : 2
    let leads = body.height >= 6 ? 1 : 0
    let spare = rest.height - leads - 3 - friends - words.count
    // Empty rows come back where they matter most.
    func isAiry(_ rank: Int) -> Bool {
      body.height >= 10 && (manner != .dense || spare >= rank)
    }
    lead = take(leads, air: isAiry(3))
    let lines =
      manner == .full
      ? referral.flatMap { BigLetters.lines(of: $0.code, width: body.width) }?.count ?? 0 : 0
    let rows = lines * 4 - 1
    code = take(lines > 0 && rows <= rest.height - 9 ? rows : 1, air: isAiry(4))
    link = take(1, air: isAiry(1))
    let air = isAiry(2) && !words.isEmpty
    // The friends keep their heading and a row, or a few where that is enough.
    let least = manner == .dense ? 1 : friends
    let room = max(0, rest.height - 1 - least - (air ? 1 : 0))
    rules = take(min(room, words.count), air: air).narrowed(to: 72)
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
