import HTTPTypes
public import Loyalty

/// What the client needs before anybody has logged in.
public struct Bootstrap: Codable, Equatable, Sendable {
  public var program: Program
  /// Versions of the client: `minimum` that the server still serves, `latest` that exists.
  public var minimum: String
  public var latest: String
  /// What is shown once before the first login; may be empty.
  public var intro: IntroSlides

  public init(
    program: Program, minimum: String, latest: String, intro: IntroSlides = IntroSlides()
  ) {
    self.program = program
    self.minimum = minimum
    self.latest = latest
    self.intro = intro
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    program = try container.decode(Program.self, forKey: .program)
    minimum = try container.decode(String.self, forKey: .minimum)
    latest = try container.decode(String.self, forKey: .latest)
    intro = try container.decodeIfPresent(IntroSlides.self, forKey: .intro) ?? IntroSlides()
  }
}

extension Endpoint {
  static let ofBootstrap: [Endpoint] = [.bootstrap]

  static let bootstrap = Endpoint(
    .get, "/v1/bootstrap", .everybody, needs: [], feature: nil,
    answer: .tagged("Bootstrap"),
    id: "getBootstrap",
    summary: "The program, its brand and the versions that are served."
  ) { _ in .bootstrap }
}

extension Schema {
  static let bootstrap: [String: JSON] = [
    "Bootstrap": object(
      "What a client needs before anybody has signed in.",
      [
        "program": reference("Program"),
        "minimum": version.merging(["description": "Oldest client that is still served."]),
        "latest": version.merging(["description": "Newest client that exists."]),
        "intro": list(of: reference("IntroSlide")),
      ]),
    "IntroSlide": object(
      "A slide that introduces the program before anybody has signed in; a content screen.",
      [
        "slug": id, "title": reference("LocalizedText"),
        "blocks": list(of: reference("IntroBlock")),
      ]),
    "IntroBlock": object(
      "A part of a slide; a client shows the fallback of a type that it does not know.",
      [
        "id": id, "type": openEnum(["heading", "paragraph", "image"]), "props": reference("Props"),
        "text": reference("LocalizedText"), "fallback": nullable(reference("LocalizedText")),
      ]),
    "Props": object(
      "What a type of block has beside its text.",
      [
        "alt": nullable(reference("LocalizedText")), "picture": nullable(reference("Picture")),
      ]),
    "Program": object(
      "A business's loyalty program.",
      [
        "id": id,
        "name": reference("LocalizedText"),
        "points_name": localized(reference("PluralForms")),
        "points_scale": whole("Decimals of a point.", 0...2),
        "languages": list(of: text("BCP 47; the first is the default.")),
        "time_zone": text("IANA name of the zone in which points expire."),
        "brand": reference("Brand"),
        "contacts": reference("Contacts"),
        "features": nullable(list(of: openEnum(Feature.all.map(\.rawValue)))),
      ]),
    "PluralForms": object(
      "A counted noun in the plural categories of Unicode CLDR.",
      [
        "one": nullable(string), "few": nullable(string), "many": nullable(string),
        "other": string,
      ]),
    "Brand": object(
      "How a business looks.",
      [
        "theme": text("Name of a theme to start from."),
        "accent": ["type": "string", "pattern": "^#[0-9a-f]{6}$", "description": "sRGB."],
        "picture": nullable(reference("Picture")),
      ]),
    "Contacts": object(
      "How to reach the business.",
      [
        "site": nullable(string), "phone": nullable(string), "email": nullable(string),
        "hours": nullable(reference("LocalizedText")),
      ]),
  ]
}

extension Sample {
  static let bootstrap = [
    Sample(
      "Bootstrap", Bootstrap(program: full, minimum: "0.1.0", latest: "1.20.3", intro: intro)),
    Sample("Bootstrap", Bootstrap(program: bare, minimum: "0.1.0", latest: "0.1.0")),
  ]

  private static let intro = IntroSlides([
    IntroSlide(
      slug: "s", title: text,
      blocks: [
        .init(
          id: "1", type: .image, props: .init(alt: text, picture: picture), text: text,
          fallback: text),
        .init(id: "2", type: .paragraph, text: text),
      ])
  ])

  private static let full = Program(
    id: .init("p"), name: text,
    pointsName: [.russian: PluralForms(one: "балл", few: "балла", many: "баллов", other: "балла")],
    pointsScale: 0, languages: [.russian, .english], timeZone: "Europe/Moscow",
    brand: Brand(theme: "coffee", accent: "#b5651d", picture: picture),
    contacts: Contacts(site: "https://e.x", phone: "+74950000000", email: "a@e.x", hours: text),
    features: [.shops])

  private static let bare = Program(
    id: .init("p"), name: text, pointsName: [.english: PluralForms(other: "points")],
    pointsScale: 2, languages: [], timeZone: "UTC", brand: Brand(theme: "t", accent: "#000000"),
    contacts: Contacts(site: nil, phone: nil, email: nil, hours: nil))
}
