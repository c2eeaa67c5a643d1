import Loyalty

extension SeedBrand {
  private static let once = "The pages come once and live for 30 days. Returns do not count."
  private static let till =
    "Name the offer at the till before you pay. One offer for each purchase."

  static let booksPromotions: [Campaign] = [
    Campaign(
      id: "prm_longlist", title: "Read the longlist", about: "Buy two books from the longlist.",
      reward: "60 pages", terms: once, days: -10...20, enrollment: .required,
      goal: .init(target: 2, unit: .purchases, category: .init(rawValue: "book")), bonus: 60),
    Campaign(
      id: "prm_hundred", title: "A hundred euros of stories",
      about: "Spend €100 within the month.", reward: "100 pages", terms: once, days: -14...16,
      enrollment: .auto, goal: .init(target: 10_000, unit: .money, currency: "EUR"), bonus: 100),
    Campaign(
      id: "prm_three_for_two", title: "Three for two on crime",
      about: "The cheapest of three crime novels is on us.", reward: "The third book free",
      terms: till, days: -4...10),
    Campaign(
      id: "prm_story_hour", title: "Story hour",
      about: "Saturdays at eleven: a tenth off picture books afterwards.", reward: "10% off",
      terms: till, days: -40...40),
    Campaign(
      id: "prm_notebook", title: "A pencil with each notebook",
      about: "Beech wood, 2B, already sharpened.", reward: "A pencil", terms: till, days: -1...27),
    Campaign(
      id: "prm_poetry", title: "Poem a day", about: "Visit us on five different days.",
      reward: "40 pages", terms: once, days: -6...24, enrollment: .required,
      goal: .init(target: 5, unit: .days), bonus: 40, places: 50),
  ]
}
