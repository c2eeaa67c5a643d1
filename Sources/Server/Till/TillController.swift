public import Contract
import HTTPTypes
public import Loyalty
import SQLite

/// Purchases that tills post; for administrators.
struct TillController {
  let server: LoyaltyServer

  func sell(_ context: RequestContext) throws -> Response {
    let member = try context.member()
    let purchase = try context.body(TillPurchase.self)
    let key = "\(member.rawValue) \(context.request.fields[.idempotencyKey] ?? "")"
    let till = Till(store: server.store, language: context.language)
    return .json(try till.sell(purchase, key: key, at: context.now).receipt, status: .created)
  }
}

extension LoyaltyServer {
  /// ISO 4217: what the program's tills take.
  public func currency() throws -> String {
    try store.database.read { connection in try Till.Terms(store, connection).currency }
  }

  /// Hundredths of money that a sale can have.
  public static var saleAmounts: ClosedRange<Int64> { Till.amounts }

  /// What the till of the command line does: the one who has the database needs no session.
  public func sell(_ purchase: TillPurchase, key: String) throws -> TillSale {
    try Till(store: store, language: .english).sell(purchase, key: key, at: clock.now)
  }

  /// What the till of the command line prints of a sale, whose points add up line by line.
  public func slip(of sale: TillSale) throws -> [String] {
    let note = sale.postedBefore.map {
      "This sale was posted before, at \($0.rfc3339); nothing was sold again."
    }
    return sale.receipt.slip(scale: try store.program().pointsScale) + [note].compactMap(\.self)
  }
}

/// A sale at a till of the command line.
public struct TillSale: Hashable, Sendable {
  public var receipt: TillReceipt
  /// When it was posted with the same key; `nil` is now, for the first time.
  public var postedBefore: Instant?
}
