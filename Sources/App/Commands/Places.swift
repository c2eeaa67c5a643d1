extension State {
  /// Where the state is, as far as keys are concerned.
  var places: Set<Command.Place> { places(on: sheets.last) }

  /// Where the keys count of which the help speaks: what it covers.
  var placesBelowHelp: Set<Command.Place> { places(on: sheets.last { $0 != .help }) }

  private func places(on sheet: Sheet?) -> Set<Command.Place> {
    switch sheet {
    case nil: break
    case .explanation, .stamps, .profile: return [.anywhere, .sheet, .list]
    case .sessions: return [.anywhere, .sheet, .list, .sessions]
    case .tier: return [.anywhere, .sheet, .tierSheet]
    case .inbox: return [.anywhere, .sheet, .list, .inbox]
    case .preferences: return [.anywhere, .switches]
    case .stores: return [.anywhere, .sheet, .list, .stores]
    case .shop: return [.anywhere, .list, .shop]
    case .origins: return [.anywhere, .sheet, .list]
    case .referral: return [.anywhere, .sheet, .list, .referral]
    case .accounts: return [.anywhere, .sheet, .list, .accounts]
    case .screen: return [.anywhere, .list, .screen]
    case .drafts: return [.anywhere, .sheet, .list, .drafts]
    case .editor(.main): return [.anywhere, .list, .editor]
    case .editor(.kinds), .editor(.targets), .editor(.names): return [.anywhere, .list]
    case .editor(.conflict): return [.anywhere, .conflict]
    case .editor(.revisions), .editor(.difference): return [.anywhere, .list, .revisions]
    case .card, .coupon, .wallet(.paper): return [.anywhere, .sheet, .paper]
    case .wallet(.list): return [.anywhere, .sheet, .list, .wallet]
    case .wallet(.card): return [.anywhere, .list, .localCard]
    default: return [.anywhere, .sheet]
    }
    if isIntroduced { return [.anywhere, .intro] }
    guard isInside else { return [.anywhere, .login] }
    switch tab {
    case .home: return [.anywhere, .signedIn, .home]
    case .history: return [.anywhere, .signedIn, .list, .history]
    case .rewards, .more: return [.anywhere, .signedIn, .list]
    case .promotions: return [.anywhere, .signedIn, .list, .promotions]
    case .screen: return [.anywhere, .signedIn, .list, .screen]
    }
  }
}
