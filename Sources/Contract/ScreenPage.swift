public import Content

/// Answer of `GET /v1/screens` as a client reads it: what is no screen is passed over and spoils
/// nothing else.
public struct ScreenPage: Decodable, Sendable {
  public var screens: [Screen]

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var list = try container.nestedUnkeyedContainer(forKey: .data)
    screens = []
    while !list.isAtEnd {
      if let screen = try list.decode(Lenient.self).screen { screens.append(screen) }
    }
  }

  private enum CodingKeys: CodingKey {
    case data
  }

  private struct Lenient: Decodable {
    let screen: Screen?

    init(from decoder: any Decoder) throws {
      screen = try? Screen(from: decoder)
    }
  }
}
