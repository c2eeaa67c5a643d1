import Content
import Loyalty
import SQLite

/// The coffee chain's screens, as two editors came to them.
struct CoffeeEdits {
  let folder: ProgramFolder
  let days: DemoDays

  private let boris = Member.ID("mem_boris")
  private let vera = Member.ID("mem_vera")

  func fill(_ store: ServerStore, _ connection: Connection) throws {
    let seed = ContentSeed(store: store, now: days.now, language: .russian)
    typealias Edit = ContentSeed.Edit
    let screens = folder.screens.map(days.screen)
    guard let news = screens.first(where: { $0.slug == "news" }) else { return }
    var first = news
    first.blocks.removeSubrange(3...)
    var second = news
    second.blocks[1][["text", "en"]] = "New beans are on the shelf."
    var third = news
    third.blocks[0][["text", "en"]] = "Winter at Zerna: soon"
    third.blocks[0][["text", "ru"]] = "Зима в «Зёрнах» уже скоро"
    try seed.fill(
      [
        Edit(author: boris, daysAgo: 21, content: first),
        Edit(author: vera, daysAgo: 9, content: second),
        Edit(author: vera, daysAgo: 4, content: news),
        Edit(author: boris, daysAgo: 1, content: third, isPublished: false),
      ], connection)
    for screen in screens where screen.slug != "news" {
      // One is not finished.
      let isDraft = screen.slug == "delivery"
      try seed.fill(
        [
          Edit(
            author: isDraft ? boris : vera, daysAgo: isDraft ? 2 : 12, content: screen,
            isPublished: !isDraft)
        ], connection)
    }
  }
}
