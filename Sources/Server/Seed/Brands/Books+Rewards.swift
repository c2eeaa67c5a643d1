import Loyalty

extension SeedBrand {
  static let booksRewards: [Gift] = [
    Gift(
      id: "rew_tea", kind: .drink, title: "A pot of tea",
      about: "In any of our reading rooms, with a biscuit.", cost: 35),
    Gift(
      id: "rew_bookmark", kind: .goods, title: "Linocut bookmark",
      about: "Cut and printed by hand in Cork.", cost: 20),
    Gift(
      id: "rew_paperback", kind: .goods, title: "A paperback of your choice",
      about: "Anything up to €11.99.", cost: 120, value: 1199),
    Gift(
      id: "rew_tote", kind: .goods, title: "Canvas tote bag", about: "Holds nine novels.",
      cost: 90),
    Gift(
      id: "rew_euro5", kind: .discount, title: "€5 off", about: "On any purchase over €20.",
      cost: 60, value: 500),
    Gift(
      id: "rew_euro15", kind: .discount, title: "€15 off", about: "On any purchase over €50.",
      cost: 160, value: 1500),
    Gift(
      id: "rew_reading", kind: .experience, title: "Front row at a reading",
      about: "A reserved seat at an evening with an author.", cost: 75, stock: 8, limit: 2),
    Gift(
      id: "rew_wrapping", kind: .goods, title: "Gift wrapping", about: "Marbled paper and twine.",
      cost: 15),
    Gift(
      id: "rew_signed", kind: .goods, title: "A signed first edition",
      about: "We choose it for you, by what you bought.", cost: 900, stock: 2, limit: 1),
  ]
}
