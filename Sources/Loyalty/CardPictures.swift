/// The pictures of a card of the wallet, as far as they can be shown.
public struct CardPictures: Hashable, Sendable {
  public var front: Picture?
  public var back: Picture?
  public var icon: Picture?

  public init(front: Picture? = nil, back: Picture? = nil, icon: Picture? = nil) {
    self.front = front
    self.back = back
    self.icon = icon
  }

  public var isEmpty: Bool { front == nil && back == nil && icon == nil }
}

/// One of the pictures of a card of the wallet.
public struct CardSide: Hashable, Sendable {
  public let card: LocalCard.ID
  /// What it shows: `front`, `back`, `icon`.
  public let side: String

  public init(card: LocalCard.ID, side: String) {
    self.card = card
    self.side = side
  }
}
