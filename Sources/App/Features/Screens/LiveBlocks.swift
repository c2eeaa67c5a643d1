import Cells
import Content
import Loyalty
import Themes

/// Blocks that show the member's own data; a guest is asked to log in.
extension BlockPainter {
  func ownBlock(_ block: Block) -> BlockRows {
    guard state.isSignedIn else { return login(block) }
    var picture = BlockRows()
    let coupons = state.offers(.rewards) ? self.coupons : []
    title(of: block, count: block.kind == .coupons ? coupons.count : 0, in: &picture)
    switch block.kind {
    case .balance: addBalance(block, to: &picture)
    case .tierProgress: addTier(block, to: &picture)
    case .card: addCard(block, to: &picture)
    default:
      addRows(block, coupons, none: .screenNoCoupons, to: &picture)
    }
    return picture
  }

  func title(of block: Block, count: Int = 0, in picture: inout BlockRows) {
    let words = text(block.text)
    guard !words.isEmpty else { return }
    addSection(words, count: count > 0 ? phrases.decimal(Int64(count)) : nil, to: &picture)
    picture.name(Element.ID(rawValue: element(block).rawValue + ".title"), .heading, words)
  }

  private func login(_ block: Block) -> BlockRows {
    var picture = BlockRows()
    let id = element(block)
    let words = phrases.say(.screenLogIn)
    picture.add(truncated("›  \(words)", to: width), isFocused(id) ? .selection : .muted)
    picture.name(id, .button, words, action: .guest(.logIn))
    return picture
  }

  private func addBalance(_ block: Block, to picture: inout BlockRows) {
    guard let balance = state.home.contents.balance else { return addWaiting(to: &picture) }
    let id = element(block)
    let shown = state.shownBalance(balance)
    let points = phrases.points(shown, of: state.program)
    let first = picture.rows.count
    let look: ThemeToken = isFocused(id) ? .selection : .muted
    let unit = phrases.noun(for: shown, of: state.program)
    if let letters = BigLetters(phrases.number(shown, of: state.program)),
      letters.width + 2 + displayWidth(of: unit) <= width
    {
      for row in letters.rows { picture.add(row, .balance) }
      picture.rows[picture.rows.count - 1].parts.append(
        BlockRows.Part(text: unit, look: look, column: letters.width + 2))
    } else {
      picture.add(truncated(points, to: width), isFocused(id) ? .selection : .balance)
    }
    var spoken = points
    if let expiry = balance.expiring.first {
      let words =
        "\(state.words(forExpiry: expiry)): \(phrases.points(expiry.points, of: state.program))"
      picture.add(truncated(words, to: width), .warning)
      spoken += ", \(words)"
    }
    picture.name(
      id, .button, spoken.withPlainSpaces, from: first, action: .explanation(.show))
  }

  private func addTier(_ block: Block, to picture: inout BlockRows) {
    guard let status = state.home.contents.tier, let tier = status.tier, state.offers(.tiers) else {
      return
    }
    let id = element(block)
    let name = text(tier.name)
    let words = state.words(forNextOf: status)
    let first = picture.rows.count
    let next = truncated(text(status.next?.name ?? LocalizedText()), to: width / 2)
    let full = max(0, min(width, Int(status.progress * Double(width))))
    let rest = state.theme.depth == .mono ? "─" : "━"
    picture.add([
      BlockRows.Part(
        text: truncated(name, to: max(1, width - displayWidth(of: next) - 1)),
        look: isFocused(id) ? .selection : .heading),
      BlockRows.Part(text: next, look: .muted, column: width - displayWidth(of: next)),
    ])
    picture.add([
      BlockRows.Part(text: String(repeating: "━", count: full), look: .accent),
      BlockRows.Part(
        text: String(repeating: rest, count: width - full), look: .track, column: full),
    ])
    picture.add(truncated(words, to: width), .muted)
    picture.name(
      id, .button, "\(name), \(words)".withPlainSpaces, from: first,
      action: .tier(.show))
  }

  private func addCard(_ block: Block, to picture: inout BlockRows) {
    guard let card = state.home.contents.card else { return addWaiting(to: &picture) }
    let id = element(block)
    let first = picture.rows.count
    picture.add("", .surface, on: .surface)
    picture.add("  \(card.number)", .cardNumber, on: .surface)
    let hint = "\(Command.key(.card(.show)))  \(phrases.say(.showCard))"
    picture.add(
      "  " + truncated(hint, to: max(1, width - 2)), isFocused(id) ? .selection : .surfaceMuted,
      on: .surface)
    picture.add("", .surface, on: .surface)
    picture.name(
      id, .button, "\(phrases.say(.showCard)), \(card.number)", from: first, action: .card(.show))
  }

  func addWaiting(to picture: inout BlockRows) {
    picture.add(String(repeating: "░", count: min(width, 18)), .skeleton)
  }

  private var coupons: [LiveRow] {
    state.rewards.contents.coupons.filter { $0.state(at: state.now) == .active }.map { coupon in
      LiveRow(
        id: coupon.id.rawValue, title: text(coupon.title),
        note: state.day(coupon.expiresAt), action: .rewards(.openCoupon(coupon.id)))
    }
  }
}

/// A line of a live list.
struct LiveRow {
  let id: String
  let title: String
  let note: String
  let action: Action
  var picture: Picture?
}
