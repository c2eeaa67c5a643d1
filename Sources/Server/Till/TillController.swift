public import Contract
import HTTPTypes
public import Loyalty
import SQLite

/// Purchases that tills post, and what they take back; for administrators.
struct TillController {
  let server: LoyaltyServer

  func sell(_ context: RequestContext) throws -> Response {
    let purchase = try context.body(TillPurchase.self)
    let key = try key(context.request.fields[.idempotencyKey] ?? "", context)
    let till = Till(store: server.store, language: context.language)
    return .json(try till.sell(purchase, key: key, at: context.now).receipt, status: .created)
  }

  func takeBack(_ context: RequestContext) throws -> Response {
    let wanted = try context.body(TillReturn.self)
    let key = try key(context.request.fields[.idempotencyKey] ?? "", context)
    let sales = [Purchase.ID(wanted.sale), Till.sale(of: try self.key(wanted.sale, context))]
    let till = Till(store: server.store, language: context.language)
    return .json(
      try till.takeBack(wanted, of: sales, key: key, at: context.now).receipt, status: .created)
  }

  /// Keys belong to the administrator who chose them.
  private func key(_ key: String, _ context: RequestContext) throws -> String {
    "\(try context.member().rawValue) \(key)"
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

  /// What the till of the command line takes back; a sale goes by its name or by its own key.
  public func takeBack(_ wanted: TillReturn, key: String) throws -> TillTakenBack {
    try Till(store: store, language: .english).takeBack(
      wanted, of: [Till.sale(of: wanted.sale), .init(wanted.sale)], key: key, at: clock.now)
  }

  /// What the till of the command line prints of a sale, whose points add up line by line.
  public func slip(of sale: TillSale) throws -> [String] {
    let again = sale.postedBefore.map {
      "This sale was posted before, at \($0.rfc3339); nothing was sold again."
    }
    let returned = sale.returned.map { "Of it \(Till.text($0)) has been taken back since." }
    return sale.receipt.slip(scale: try store.program().pointsScale)
      + [again, returned].compactMap(\.self)
  }

  /// What the till of the command line prints of a return.
  public func slip(of returned: TillTakenBack) throws -> [String] {
    let again = returned.postedBefore.map {
      "This return was posted before, at \($0.rfc3339); nothing was taken back again."
    }
    return returned.receipt.slip(scale: try store.program().pointsScale)
      + [again].compactMap(\.self)
  }
}

/// A sale at a till of the command line.
public struct TillSale: Equatable, Sendable {
  public var receipt: TillReceipt
  /// When it was posted with the same key; `nil` is now, for the first time.
  public var postedBefore: Instant?
  /// What of it has been taken back since.
  public var returned: Money?
}

/// A return at a till of the command line.
public struct TillTakenBack: Equatable, Sendable {
  public var receipt: TillReturnReceipt
  /// When it was posted with the same key; `nil` is now, for the first time.
  public var postedBefore: Instant?
}
