import Loyalty
import YAML

extension ProgramTerms {
  /// `intro.yaml`: the slides before the first login; a picture is told in words.
  func intro(_ node: YAMLNode) throws(YAMLError) -> IntroSlides {
    var slides: [IntroSlide] = []
    for fields in try node.items(by: "slug") {
      try fields.allow(["slug", "title", "text", "picture"])
      var blocks: [IntroSlide.Block] = []
      if let alt = try fields.optional("picture", text) {
        blocks.append(.init(id: "picture", type: .image, props: .init(alt: alt), text: [:]))
      }
      let words = try text(try fields.required("text"))
      blocks.append(.init(id: "text", type: .paragraph, text: words))
      slides.append(
        IntroSlide(
          slug: try fields.required("slug").identifier(),
          title: try text(try fields.required("title")), blocks: blocks))
    }
    return IntroSlides(slides)
  }
}
