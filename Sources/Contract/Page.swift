public import Loyalty

/// One page of a list: `{data, page: {next_cursor, has_more}}`.
public struct Page<Element: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
  public var data: [Element]
  public var page: PageInfo

  public init(data: [Element], page: PageInfo) {
    self.data = data
    self.page = page
  }
}

public struct PageInfo: Codable, Equatable, Sendable {
  @Nullable public var nextCursor: String?
  public var hasMore: Bool

  public init(nextCursor: String?, hasMore: Bool) {
    self.nextCursor = nextCursor
    self.hasMore = hasMore
  }

  enum CodingKeys: String, CodingKey {
    case nextCursor = "next_cursor"
    case hasMore = "has_more"
  }
}

extension Schema {
  static let pageInfo: [String: JSON] = [
    "PageInfo": object(
      "Where the list goes on.",
      [
        "next_cursor": nullable(text("For the next request's cursor; null at the end.")),
        "has_more": ["type": "boolean"],
      ])
  ]
}
