import HTTPTypes
import Loyalty

/// What tills tell.
extension Endpoint {
  static let purchases = Endpoint(
    .post, "/v1/admin/purchases", .staff(.admin), needs: .key, feature: nil,
    body: .json("TillPurchase"), answer: .created("TillReceipt"), problems: [.notFound],
    id: "postPurchase",
    summary: "What a till has sold; for administrators."
  ) { _ in .purchases }

  static let returns = Endpoint(
    .post, "/v1/admin/returns", .staff(.admin), needs: .key, feature: nil,
    body: .json("TillReturn"), answer: .created("TillReturnReceipt"), problems: [.notFound],
    id: "postReturn",
    summary: "What a till takes back of a sale; for administrators."
  ) { _ in .returns }

  static let ofTills: [Endpoint] = [
    .purchases, .returns,
  ]
}
