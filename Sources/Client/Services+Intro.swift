import App
import Contract
import LocalStore
import Loyalty

extension Services {
  /// Slides that are shown, and blocks of each.
  private static let longestList = 8
  private static let mostBlocks = 12

  /// The slides of the program, or none when they were seen.
  func intro() throws -> [IntroSlide] {
    guard try store.choice(.introSeen) == nil, let body = try store.intro() else { return [] }
    let slides = try Wire.decode(IntroSlides.self, from: body).slides
    return slides.map(\.cleaned).filter(\.hasWords).prefix(Self.longestList).map { $0 }
  }

  fileprivate static func cleaned(_ blocks: [IntroSlide.Block]) -> [IntroSlide.Block] {
    blocks.prefix(mostBlocks).map { block in
      IntroSlide.Block(
        id: Loyalty.cleaned(block.id, limit: 60), type: block.type,
        props: .init(
          alt: block.props.alt?.cleaned(limit: 200), picture: block.props.picture?.cleaned),
        text: block.text.cleaned(limit: 600), fallback: block.fallback?.cleaned(limit: 300))
    }
  }
}

extension IntroSlide {
  fileprivate var cleaned: IntroSlide {
    IntroSlide(
      slug: Loyalty.cleaned(slug, limit: 60), title: title.cleaned(limit: 120),
      blocks: Services.cleaned(blocks))
  }

  /// Whether anything of it can be read.
  fileprivate var hasWords: Bool {
    let texts =
      [title]
      + blocks.flatMap {
        [$0.text, $0.props.alt, $0.props.picture?.alt, $0.fallback].compactMap(\.self)
      }
    return texts.contains { $0.values.values.contains { !$0.allSatisfy(\.isWhitespace) } }
  }
}
