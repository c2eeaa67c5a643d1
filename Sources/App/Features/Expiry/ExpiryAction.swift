import Loyalty

/// What a person can ask of what expires.
public enum ExpiryAction: Equatable, Sendable {
  case show
  case open(row: Int)
}

extension ExpiryAction {
  var access: Access { .member }
}

func performExpiry(_ action: ExpiryAction, _ state: inout State) -> [Effect] {
  switch action {
  case .show:
    guard state.sheets.last != .expiry else { return [] }
    state.expiry = ListState()
    state.openSheet(.expiry)
    return [.load(.explanation), .load(.rewards), .load(.promotions)]
  case .open(let row):
    let rows = state.expiryCalendar.rows
    guard state.sheets.last == .expiry, rows.indices.contains(row) else { return [] }
    state.expiry.selection = row
    switch rows[row].item {
    case .lot: return perform(.explanation(.show), &state)
    case .coupon(let coupon): return perform(.rewards(.openCoupon(coupon.id)), &state)
    case .offer(let offer):
      state.openSheet(.promotion(offer.id))
      return []
    }
  }
}
