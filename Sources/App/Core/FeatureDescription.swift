import Loyalty

/// What a feature adds to places that all of them share; what it leaves out it has not.
struct FeatureDescription: Sendable {
  /// Its keys that count beyond its own surfaces.
  var commands: [Command] = []
  /// Its lines of the menu.
  var menu: @Sendable (State) -> [MoreItem] = { _ in [] }
  /// When it wants to be woken although nothing happens.
  var deadline: @Sendable (State) -> Instant? = { _ in nil }
  /// Does what is due now; it is asked whenever any feature's deadline has come.
  var pass: @Sendable (inout State) -> [Effect] = { _ in [] }
  /// Moves its moments, when the clock was set, by so many milliseconds.
  var moveMoments: @Sendable (Int64, inout State) -> Void = { _, _ in }

  /// Forgets what was asked or said on what is on top, when that is covered or left.
  var leave: @Sendable (inout State) -> Void = { _ in }

  /// Notes for what it shows that an answer at that moment has confirmed it.
  var confirm: @Sendable (Instant, inout State) -> Void = { _, _ in }

  /// What it shows of the local store beyond its surfaces, or must have read when its key is pressed.
  var shows: @Sendable (State) -> [Load] = { _ in [] }
  /// What else it reads again when that has changed.
  var rereads: [Load] = []
  /// What of its contents can be found by name, wherever one is.
  var finds: @Sendable (State) -> [PaletteItem] = { _ in [] }
  /// Reads that, where it may not have been read yet.
  var findLoads: @Sendable (State) -> [Effect] = { _ in [] }
  /// What it does after each event, whosever it was.
  var settle: @Sendable (Event, inout State) -> Void = { _, _ in }
  /// What it asks the server after each answer to what all of it is asked, while somebody is inside.
  var asks: @Sendable (inout State) -> [Effect] = { _ in [] }

  /// All of them, in the order of the menu; those without a line there in the order in which they
  /// are read.
  static let all: [FeatureDescription] = [
    .home, .rewards, .promotions, .history, .inbox, .wallet, .shops, .referral, .tier, .explanation,
    .expiry, .stamps, .promoCode, .drafts, .screens, .profile, .accounts, .forgetting, .card,
    .editor, .login, .joining, .intro, .palette, .pictures, .app,
  ]
}
