import Content
import Loyalty
import SQLite

/// The coffee chain's screens.
struct CoffeeScreens {
  let now: Instant

  private let boris = Member.ID("mem_boris")
  private let vera = Member.ID("mem_vera")

  func fill(_ store: ServerStore, _ connection: Connection) throws {
    let seed = ContentSeed(store: store, now: now, language: .russian)
    typealias Edit = ContentSeed.Edit
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
    for screen in [winter, about, faq] {
      try seed.fill([Edit(author: vera, daysAgo: 12, content: screen)], connection)
    }
    try seed.fill(
      [Edit(author: boris, daysAgo: 2, content: delivery, isPublished: false)], connection)
  }
}
