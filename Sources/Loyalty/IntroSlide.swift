/// A slide that introduces a program before anybody has logged in; it is shaped as a content screen.
public struct IntroSlide: Codable, Hashable, Sendable {
  public var slug: String
  public var title: LocalizedText
  public var blocks: [Block]

  public init(slug: String, title: LocalizedText, blocks: [Block]) {
    self.slug = slug
    self.title = title
    self.blocks = blocks
  }

  /// A part of a slide.
  public struct Block: Codable, Hashable, Sendable {
    public var id: String
    public var type: Kind
    public var props: Props
    public var text: LocalizedText
    /// What stands for a type that a client does not know.
    @Nullable public var fallback: LocalizedText?

    public init(
      id: String, type: Kind, props: Props = Props(alt: nil), text: LocalizedText,
      fallback: LocalizedText? = nil
    ) {
      self.id = id
      self.type = type
      self.props = props
      self.text = text
      self.fallback = fallback
    }
  }

  /// What a block is; a newer server may know more of them than this client.
  public struct Kind: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let heading = Kind(rawValue: "heading")
    public static let paragraph = Kind(rawValue: "paragraph")
    public static let image = Kind(rawValue: "image")
  }

  public struct Props: Codable, Hashable, Sendable {
    /// What a picture shows, in words.
    @Nullable public var alt: LocalizedText?
    @Nullable public var picture: Picture?

    public init(alt: LocalizedText?, picture: Picture? = nil) {
      self.alt = alt
      self.picture = picture
    }
  }
}

/// Slides in their order; on the wire what is no slide is passed over, and spoils nothing else.
public struct IntroSlides: Codable, Hashable, Sendable {
  public var slides: [IntroSlide]

  public init(_ slides: [IntroSlide] = []) {
    self.slides = slides
  }

  public init(from decoder: any Decoder) throws {
    slides = []
    // NB: a list that is none is as good as an empty one: the login must not wait for slides.
    guard var list = try? decoder.unkeyedContainer() else { return }
    while !list.isAtEnd {
      guard let slide = try list.decode(Lenient.self).slide else { continue }
      slides.append(slide)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    try slides.encode(to: encoder)
  }

  private struct Lenient: Decodable {
    let slide: IntroSlide?

    init(from decoder: any Decoder) throws {
      slide = try? IntroSlide(from: decoder)
    }
  }
}
