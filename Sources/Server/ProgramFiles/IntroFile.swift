import Loyalty
import YAML

extension ProgramTerms {
  /// `intro.yaml`: the slides before the first login; a picture may be words alone.
  func intro(_ node: YAMLNode) throws(YAMLError) -> IntroSlides {
    var slides: [IntroSlide] = []
    for fields in try node.items(by: "slug") {
      try fields.allow(Self.pictureKeys.union(["slug", "title", "text"]))
      var blocks: [IntroSlide.Block] = []
      let alt = try fields.optional("picture_alt", text)
      let picture = fields["picture"] == nil ? nil : try picture(fields)
      if alt != nil || picture != nil {
        blocks.append(
          .init(
            id: "picture", type: .image, props: .init(alt: alt, picture: picture), text: [:]))
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
