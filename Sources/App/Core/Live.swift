import Loyalty

/// Where the app stands with what the server says of its own accord.
public struct LiveState: Equatable, Sendable {
  var isFollowing = false
  /// News came while the answer to an older question was under way.
  var hasMoreNews = false
  /// What comes next was brought by news: the member did not ask for it.
  var isNews = false
  /// Whether all that is shown was read from the local store once.
  var hasRead = false
  /// Whether the terminal's window is the one that is looked at.
  var isInFront = true

  mutating func missNews() {
    hasMoreNews = false
    isNews = false
  }
}

extension State {
  /// Asks for what the server says has changed; what is under way may be too old to have it.
  mutating func hearNews() -> [Effect] {
    guard isInside else { return [] }
    live.isNews = true
    guard !network.isWorking else {
      live.hasMoreNews = true
      return []
    }
    return pull()
  }

  /// After an answer: listens on, and asks again when there was news meanwhile.
  mutating func followOn() -> [Effect] {
    guard isInside else { return [] }
    var effects: [Effect] = []
    if !live.isFollowing {
      live.isFollowing = true
      effects.append(.follow)
    }
    guard live.hasMoreNews else { return effects }
    live.hasMoreNews = false
    return effects + pull()
  }
}
