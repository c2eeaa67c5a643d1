import HTTPTypes
import Loyalty

extension Endpoint {
  static let ofBalances: [Endpoint] = [.balance, .explanation]

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
}

extension Schema {
  static let balances: [String: JSON] = [
    "Balance": object(
      "A member's points at one moment.",
      [
        "available": points.merging([
          "description": "Minor units; below zero is owed after a return, the next earnings pay it."
        ]), "pending": points, "reserved": points,
        "expiring": list(of: reference("Expiry")), "as_of": instant,
      ]),
    "Expiry": object(
      "Points that expire together at the end of a day.",
      ["points": points, "at": instant, "on": day]),
    "BalanceExplanation": object(
      "Why the balance is what it is.",
      [
        "lots": list(of: reference("Lot")), "ledger_sum": points, "balance": points,
        "adds_up": [
          "type": "boolean",
          "description": "Whether the lines add up to the balance, and each lot's draws to it.",
        ],
      ]),
    "Lot": object(
      """
      Points that were given together; what remains and all draws are what was granted. Below zero \
      it is what is still owed after a return.
      """,
      [
        "id": id, "title": reference("LocalizedText"), "granted": points, "remaining": points,
        "active_from": instant, "expires_at": nullable(instant),
        "draws": list(of: reference("Draw")),
      ]),
    "Draw": object(
      "What one line of the ledger took from a lot.",
      ["title": reference("LocalizedText"), "points": points, "at": instant]),
  ]
}

extension Sample {
  static let balances = [
    Sample("Balance", balance),
    Sample(
      "BalanceExplanation",
      BalanceExplanation(lots: lots, ledgerSum: Points(7), balance: Points(7), addsUp: true)),
  ]

  static let balance = Balance(
    available: Points(1), pending: Points(0), reserved: Points(0),
    expiring: [Expiry(points: Points(1), at: now, on: Day(daysSince1970: 20_000))], asOf: now)

  private static let lots = [now, nil].map { end in
    Lot(
      id: .init("lot"), title: text, granted: Points(10), remaining: Points(7), activeFrom: now,
      expiresAt: end, draws: [.init(title: text, points: Points(3), at: now)])
  }
}
