import HTTPTypes
import Loyalty

/// The member, the cards and the points.
extension Endpoint {
  static let member = Endpoint(
    .get, "/v1/me", .member, needs: [], feature: nil,
    answer: .tagged("Member"),
    id: "getMember",
    summary: "Who is signed in."
  ) { _ in .member }

  static let cards = Endpoint(
    .get, "/v1/me/cards", .member, needs: [], feature: nil,
    answer: .tagged("CardPage"),
    id: "listCards",
    summary: "The member's cards, all on one page."
  ) { _ in .cards }

  static let cardCode = Endpoint(
    .get, "/v1/me/cards/{id}/code", .member, needs: [], feature: nil,
    path: "CardID",
    answer: .fresh("CardCode"), problems: [.notFound],
    id: "getCardCode",
    summary: "A code that stands for the card for a short while."
  ) { .cardCode(Card.ID($0.name)) }

  static let balance = Endpoint(
    .get, "/v1/me/balance", .member, needs: [], feature: nil,
    answer: .tagged("Balance"),
    id: "getBalance",
    summary: "Points, and what expires next."
  ) { _ in .balance }

  static let explanation = Endpoint(
    .get, "/v1/me/balance/explanation", .member, needs: [], feature: nil,
    answer: .tagged("BalanceExplanation"),
    id: "explainBalance",
    summary: "The lots behind the balance, and what was drawn from each."
  ) { _ in .explanation }

  static let ledger = Endpoint(
    .get, "/v1/me/ledger", .member, needs: [], feature: nil,
    query: ["Limit", "Cursor"],
    answer: .tagged("LedgerEntryPage"), problems: [.validationFailed],
    id: "listLedger",
    summary: "The ledger, newest first."
  ) { asked throws(Problem) in .ledger(try PageQuery(asked.query, in: asked.language)) }

  static let tier = Endpoint(
    .get, "/v1/me/tier", .member, needs: [], feature: .tiers,
    query: ["WhatIfPoints"],
    answer: .tagged("TierStatus"), problems: [.validationFailed],
    id: "getTier",
    summary: "The tier, what keeps it and what the next one takes."
  ) { asked throws(Problem) in .tier(whatIf: try asked.whatIf()) }

  static let ofMember: [Endpoint] = [
    .member, .cards, .cardCode, .balance, .explanation, .ledger, .tier,
  ]
}
