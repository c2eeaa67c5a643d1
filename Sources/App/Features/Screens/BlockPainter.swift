import Cells
import Content
import Loyalty
import Themes

/// Makes pictures of blocks for one reader at one width.
struct BlockPainter {
  let state: State
  let width: Int
  let audience: Audience
  /// Whether placeholders tell what customers do not see.
  let isForEditors: Bool

  var phrases: Phrasebook { state.phrases }

  init(_ state: State, width: Int) {
    self.state = state.travelled
    self.width = max(1, width)
    audience = state.audience
    // Whoever plays a customer sees what customers see.
    isForEditors = state.canEdit && state.travel == nil
  }

  func picture(of block: Block) -> BlockRows {
    guard block.appearance(to: audience) == .shown else { return stand(for: block) }
    switch block.kind {
    case .heading: return heading(block)
    case .paragraph: return paragraph(block)
    case .list: return list(block)
    case .faq: return faq(block)
    case .divider: return divider()
    case .image: return image(block)
    case .banner: return banner(block)
    case .button: return button(block)
    case .countdown: return countdown(block)
    case .balance, .tierProgress, .card, .coupons: return ownBlock(block)
    default: return offers(block)
    }
  }

  /// What stands for a block that this version cannot show.
  private func stand(for block: Block) -> BlockRows {
    var picture = BlockRows()
    let id = element(block)
    if isForEditors {
      let label = phrases.say(.screenUnknownBlock, ["type": block.kind.rawValue])
      picture.add(truncated("▒ \(label)", to: width), .warning)
      picture.name(Element.ID(rawValue: id.rawValue + ".label"), .status, label)
    }
    let words = text(block.fallback)
    guard !words.isEmpty else { return picture }
    let first = picture.rows.count
    picture.add(MarkupLines(words, width: width, look: .muted), id: block.id, "fallback")
    picture.name(id, .text, words, from: first)
    return picture
  }

  /// The text in the reader's language, else in the program's first one.
  func text(_ text: LocalizedText) -> String {
    let fallback = state.program?.languages.first ?? .english
    return text.value(in: audience.language, fallback: fallback) ?? ""
  }

  func prop(_ name: String, of block: Block) -> String {
    text(LocalizedText(block[["props", name]]))
  }

  func element(_ block: Block) -> Element.ID {
    Element.ID(rawValue: "screen.block.\(block.id.rawValue)")
  }

  func isFocused(_ id: Element.ID) -> Bool { state.focus == id }
}
