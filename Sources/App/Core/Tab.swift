/// A section of the app.
public enum Tab: Equatable, Sendable {
  case home
  case history
  case rewards
  case promotions
  case more
  /// One that the business made, by its slug.
  case screen(String)

  /// The app's own, in the order of the bar.
  static let own: [Tab] = [.home, .history, .rewards, .promotions, .more]

  /// As it is named in ids and by messages: one of the app's own, else a screen's slug.
  var name: String {
    switch self {
    case .home: "home"
    case .history: "history"
    case .rewards: "rewards"
    case .promotions: "promotions"
    case .more: "more"
    case .screen(let slug): "screen.\(slug)"
    }
  }
}

extension State {
  /// The section so many places to the right, round and round.
  func neighbor(_ step: Int) -> Tab {
    let all = tabs
    let place = all.firstIndex(of: tab) ?? 0
    return all[(place + step + all.count) % all.count]
  }
}

extension Tab {
  /// What there is to know of it.
  var surface: Surface {
    switch self {
    case .home: .home
    case .history: .history
    case .rewards: .rewards
    case .promotions: .promotions
    case .more: .more
    case .screen(let slug): .screenSection(slug)
    }
  }
}
