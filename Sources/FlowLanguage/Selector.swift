/// Where an element stands, seen from others.
public indirect enum SelectorRelation: Equatable, Sendable {
  case below(Selector)
  case above(Selector)
  case leftOf(Selector)
  case rightOf(Selector)
  /// Inside the bounds of another element.
  case childOf(Selector)
  /// With another element inside its bounds.
  case containsChild(Selector)
  case containsDescendants([Selector])
}

/// Which element a step means; all that is given must fit.
public struct Selector: Equatable, Sendable {
  /// A regular expression that the whole text matches, without regard to case.
  public var text: Template?
  /// A regular expression that the whole id matches.
  public var id: Template?
  /// Which of several, from 0; from the end below 0.
  public var index: Template?
  public var enabled: Bool?
  /// Of a switch or a tick.
  public var checked: Bool?
  public var selected: Bool?
  public var focused: Bool?
  /// Cells, and by how many each may differ.
  public var width: Int?
  public var height: Int?
  public var tolerance: Int?
  public var traits: [Trait] = []
  public var relations: [SelectorRelation] = []
  /// Ours, not Maestro's: whether a picture is drawn in it, in place of its words.
  public var drawn: Bool?

  public enum Trait: String, Equatable, Sendable, CaseIterable {
    case text
    case longText = "long-text"
    case square
  }

  public init(text: Template? = nil, id: Template? = nil) {
    self.text = text
    self.id = id
  }
}
