/// One thing that the palette has: what it says, and what Enter does.
struct PaletteItem: Sendable {
  /// Where it stands, in this order.
  enum Group: Int, Equatable, Sendable {
    /// What can be done on the screen below.
    case here
    /// Screens to go to.
    case go
    /// What the app itself can do.
    case app
    /// What can be done on other screens.
    case elsewhere
    /// What the member and the business have: cards, rewards, offers, shops.
    case found
  }

  var group = Group.found
  /// The same each time, so that what was used lately is known again.
  let id: String
  let title: String
  var note = ""
  var key = ""
  /// What else it is found by: its name in the other language, a number, a street.
  var aliases: [String] = []
  /// Why nothing would come of it now; empty when something would.
  var obstacle = ""
  let run: @Sendable (inout State) -> [Effect]
}

/// What of an item is written and compared.
struct PaletteEntry: Equatable, Sendable {
  let group: PaletteItem.Group
  let id: String
  let title: String
  let note: String
  let key: String
  let obstacle: String
  /// What it is found by beside its title, as it is written.
  private let names: [String]
  private(set) var text: FoldedText
  private(set) var aliases: [FoldedText]
  /// Whether it can be compared.
  private(set) var isFolded = false

  /// - Parameter isFolded: whether it is going to be compared: there are thousands of some, and many
  ///   a palette is closed before anything is typed.
  init(_ item: PaletteItem, isFolded: Bool = true) {
    group = item.group
    id = item.id
    title = item.title
    note = item.note
    key = item.key
    obstacle = item.obstacle
    names = item.aliases
    text = FoldedText("")
    aliases = []
    if isFolded { fold() }
  }

  mutating func fold() {
    guard !isFolded else { return }
    isFolded = true
    text = FoldedText(title)
    aliases = names.map(FoldedText.init)
  }
}
