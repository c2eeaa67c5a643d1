import Cells
import Content
import Loyalty
import Themes

/// Blocks that show the member's own data; a guest is asked to log in.
extension BlockPainter {
  func ownBlock(_ block: Block) -> BlockPicture {
    guard state.isSignedIn else { return login(block) }
    var picture = BlockPicture()
    title(of: block, in: &picture)
    switch block.kind {
    case .balance: addBalance(block, to: &picture)
    case .tierProgress: addTier(block, to: &picture)
    case .card: addCard(block, to: &picture)
    default:
      addRows(
        block, state.offers(.rewards) ? coupons : [], none: .screenNoCoupons, to: &picture)
    }
    return picture
  }

  func title(of block: Block, in picture: inout BlockPicture) {
    let words = text(block.text)
    guard !words.isEmpty else { return }
    for line in wrapped(words, width: width) { picture.add(line, .heading, .bold) }
    picture.name(Element.ID(rawValue: element(block).rawValue + ".title"), .heading, words)
  }

  private func login(_ block: Block) -> BlockPicture {
    var picture = BlockPicture()
    let id = element(block)
    let words = phrases.say(.screenLogIn)
    picture.add(truncated("›  \(words)", to: width), isFocused(id) ? .selection : .muted)
    picture.name(id, .button, words, action: .guest(.logIn))
    return picture
  }

  private func addBalance(_ block: Block, to picture: inout BlockPicture) {
    guard let balance = state.home.contents.balance else { return addWaiting(to: &picture) }
    let id = element(block)
    let points = phrases.points(state.shownBalance(balance), of: state.program)
    let first = picture.rows.count
    picture.add(truncated(points, to: width), isFocused(id) ? .selection : .balance)
    var spoken = points
    if let expiry = balance.expiring.first {
      let words =
        "\(state.words(forExpiry: expiry)): \(phrases.points(expiry.points, of: state.program))"
      picture.add(truncated(words, to: width), .warning)
      spoken += ", \(words)"
    }
    picture.name(
      id, .button, spoken.replacing("\u{A0}", with: " "), from: first, action: .explanation(.show))
  }

  private func addTier(_ block: Block, to picture: inout BlockPicture) {
    guard let status = state.home.contents.tier, let tier = status.tier, state.offers(.tiers) else {
      return
    }
    let id = element(block)
    let name = text(tier.name)
    let words = state.words(forNextOf: status)
    let first = picture.rows.count
    let bar = min(24, width)
    let full = max(0, min(bar, Int(status.progress * Double(bar))))
    picture.add(truncated(name, to: width), isFocused(id) ? .selection : .heading)
    picture.add([
      BlockPicture.Part(text: String(repeating: "█", count: full), look: .accent),
      BlockPicture.Part(
        text: String(repeating: "░", count: bar - full), look: .muted, column: full),
    ])
    picture.add(truncated(words, to: width), .muted)
    picture.name(
      id, .button, "\(name), \(words)".replacing("\u{A0}", with: " "), from: first,
      action: .tier(.show))
  }

  private func addCard(_ block: Block, to picture: inout BlockPicture) {
    guard let card = state.home.contents.card else { return addWaiting(to: &picture) }
    let id = element(block)
    let first = picture.rows.count
    picture.add("  \(card.number)", .cardNumber, on: .surface)
    let hint = "\(Command.key(.card(.show)))  \(phrases.say(.showCard))"
    picture.add(
      "  " + truncated(hint, to: max(1, width - 2)), isFocused(id) ? .selection : .surfaceMuted,
      on: .surface)
    picture.name(
      id, .button, "\(phrases.say(.showCard)), \(card.number)", from: first, action: .card(.show))
  }

  func addWaiting(to picture: inout BlockPicture) {
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
}
