public import Contract
import HTTPTypes
import Loyalty
import SQLite

/// Purchases that tills post; for administrators.
struct TillController {
  let server: LoyaltyServer

  func sell(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let purchase = try context.body(TillPurchase.self)
    let key = "\(member.rawValue) \(context.request.fields[.idempotencyKey] ?? "")"
    let till = Till(store: server.store, language: context.language)
    return .json(try till.sell(purchase, key: key, at: context.now), status: .created)
  }
}

extension LoyaltyServer {
  /// What the till of the command line prints of a receipt, whose points add up line by line.
  public func slip(of receipt: TillReceipt) throws -> [String] {
    receipt.slip(scale: try store.program().pointsScale)
  }

  /// ISO 4217: what the program's tills take.
  public func currency() throws -> String {
    try store.database.read { connection in try Till.Terms(store, connection).currency }
  }

  /// What the till of the command line does: the one who has the database needs no session.
  public func sell(_ purchase: TillPurchase, key: String) throws -> TillReceipt {
    try Till(store: store, language: .english).sell(purchase, key: key, at: clock.now)
  }
}
