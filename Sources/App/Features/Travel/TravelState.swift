import Content
public import Loyalty

/// Whom an editor plays to see what they see; what is `nil` is as it is for the editor.
public struct Travel: Equatable, Sendable {
  public var tier: Tier.ID?
  /// Somebody without an account, who has no tier either.
  public var isGuest = false
  public var segments: Set<String> = []
  public var language: Language?
  public var moment: Instant?
  /// Columns of the phone; `nil` is as many as there are.
  public var width: Int?
  /// Of the app.
  public var version: Version?

  /// Widths that can be chosen.
  static let widths = [40, 60, 80]

  /// Whether it is somebody for whom the server would have left out other blocks.
  var isSomebodyElse: Bool { isGuest || tier != nil || !segments.isEmpty }
}

extension State {
  /// Who looks at content: the member, or whom an editor plays.
  ///
  /// What the server has sent is for this member, so that tiers and segments are looked at again
  /// only for somebody else.
  var audience: Audience {
    let isElse = travel?.isSomebodyElse ?? false
    let own = home.contents.tier?.tier?.id
    return Audience(
      tier: travel?.isGuest == true ? nil : travel?.tier ?? own,
      segments: isElse ? travel?.segments : nil,
      language: travel?.language ?? settings.language, now: travel?.moment ?? now,
      version: travel?.version ?? .current)
  }

  /// The state as whom the editor plays would have it: content screens are drawn from it.
  var travelled: State {
    guard let travel else { return self }
    var other = self
    if let language = travel.language { other.settings.language = language }
    if let moment = travel.moment { other.now = moment }
    if travel.isGuest {
      other.isSignedIn = false
      other.isGuest = true
    }
    return other
  }

  /// A screen as whoever looks at it has it: of somebody else all that is published, where it is
  /// here.
  func shownScreen(_ slug: String) -> Screen? {
    guard let screen = screens.screen(slug) else { return nil }
    guard travel?.isSomebodyElse == true else { return screen }
    return screens.whole[screen.id] ?? screen
  }

  /// Brings all that is published of a screen, when it is looked at as somebody else.
  func wholes(of screen: Screen) -> [Effect] {
    guard canEdit, travel?.isSomebodyElse == true else { return [] }
    return [.ask(.editor(.whole(screen.id)))]
  }
}
