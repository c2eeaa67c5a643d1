import Cells

/// One thing that can be asked for: the key map, the footer and the help come from this table.
struct Command: Hashable, Sendable {
  /// Where a command's keys count.
  enum Place: Hashable, Sendable {
    case anywhere
    case login
    case signedIn
    case home
    case list
    case history
    case sheet
    case tierSheet
    case inbox
    case switches
    case stores
    case shop
    case referral
    case promotions
    case paper
    case wallet
    case localCard
    case accounts
    case intro
    case sessions
    case screen
    case editor
    case drafts
    case conflict
    case revisions

    /// Whether it is no single screen.
    var isCommon: Bool { [.anywhere, .signedIn, .sheet].contains(self) }
  }

  let action: Action
  let title: Phrase
  let place: Place
  let keys: [Key]
  /// How the help and the footer write the keys.
  let hint: String
  /// Whether the footer names it.
  var isInFooter = false

  static let all: [Command] =
    screens + common + inbox + stores + referral + wallet + accounts + intro + sessions + editor
    + revisions
    + drafts

  /// The command that a key stands for where the state is; a place of its own wins.
  static func command(for key: Key, in state: State) -> Command? {
    let places = state.places
    let fits = all.filter {
      $0.keys.contains(key) && places.contains($0.place) && state.offers($0.action)
    }
    return fits.first { $0.place != .anywhere } ?? fits.first
  }
}
