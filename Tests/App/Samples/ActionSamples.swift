import Content
import Loyalty

@testable import App

// What each feature can be asked for, each case at least once: `SampleTests` names what is missing.
// `row` is any number, also one that no list has.

extension Action {
  static func samples(_ row: Int) -> [Action] {
    let features: [[Action]] = [
      common(row),
      FormAction.samples(row).map(Action.form), IntroAction.samples.map(Action.intro),
      GuestAction.samples.map(Action.guest), LoginAction.samples.map(Action.login),
      HomeAction.samples(row).map(Action.home), HistoryAction.samples(row).map(Action.history),
      RewardsAction.samples(row).map(Action.rewards),
      PromotionsAction.samples(row).map(Action.promotions),
      MoreAction.samples(row).map(Action.more), CardAction.samples(row).map(Action.card),
      ExplanationAction.samples.map(Action.explanation), TierAction.samples(row).map(Action.tier),
      StampsAction.samples.map(Action.stamps), InboxAction.samples(row).map(Action.inbox),
      ShopsAction.samples(row).map(Action.shops), ReferralAction.samples.map(Action.referral),
      PromoCodeAction.samples.map(Action.promoCode), WalletAction.samples(row).map(Action.wallet),
      AccountsAction.samples(row).map(Action.accounts),
      ProfileAction.samples(row).map(Action.profile),
      ConsentsAction.samples.map(Action.consents), JoiningAction.samples.map(Action.joining),
      ForgettingAction.samples.map(Action.forgetting),
      SessionsAction.samples(row).map(Action.sessions),
      SavingAction.samples.map(Action.saving), ExpiryAction.samples(row).map(Action.expiry),
      ScreensAction.samples.map(Action.screens), EditorAction.samples(row).map(Action.editor),
      TravelAction.samples.map(Action.travel), DraftsAction.samples(row).map(Action.drafts),
      PaletteAction.samples(row).map(Action.palette),
    ]
    return features.flatMap(\.self)
  }

  private static func common(_ row: Int) -> [Action] {
    [
      .quit, .suspend, .redraw, .back, .refresh, .showHelp, .switchLanguage, .switchTheme, .copy,
      .share, .showTab(.history),
      .showTab(.screen("news")), .nextTab, .previousTab, .focusNext, .focusPrevious, .activate,
      .move(.rows(row)), .move(.pages(row)), .move(.first), .move(.last), .dismissToast,
      .stepFocus(row), .focus("login.send"),
    ]
  }
}

extension PaletteAction {
  static func samples(_ row: Int) -> [PaletteAction] {
    [.show, .find, .run(row: row / 10), .runSelected]
  }
}

extension FormAction {
  static func samples(_ row: Int) -> [FormAction] {
    [.keepTyping, .drop, .submit, .choose("travel.width", row)]
  }
}

extension IntroAction {
  static let samples: [IntroAction] = [.next, .previous, .skip]
}

extension GuestAction {
  static let samples: [GuestAction] = [.lookAround, .logIn]
}

extension LoginAction {
  static let samples: [LoginAction] = [
    .sendCode, .submitCode, .resendCode, .changeNumber, .insertCode, .takeDemoPhone, .logOut,
    .askToLogOut,
  ]
}

extension HomeAction {
  static func samples(_ row: Int) -> [HomeAction] {
    [.openLatest(row: row), .openOffer(.init("p\(row)")), .openShop(.init("s\(row)"))]
  }
}

extension HistoryAction {
  static func samples(_ row: Int) -> [HistoryAction] {
    [
      .search, .nextFilter, .previousMonth, .nextMonth, .togglePlace, .select(row: row),
      .open(row: row), .openReversed, .openReturn(row),
    ]
  }
}

extension SavingAction {
  static let samples: [SavingAction] = [.show(.history), .show(.expiry), .save]
}

extension ExpiryAction {
  static func samples(_ row: Int) -> [ExpiryAction] { [.show, .open(row: row / 20)] }
}

extension RewardsAction {
  static func samples(_ row: Int) -> [RewardsAction] {
    [
      .open(row: row / 10), .openCoupon(.init("cpn_1")), .redeem, .confirm, .cancel, .toggleGoal,
      .toggleFavourite, .showGoal, .openDearest, .beside(1), .nextSort, .nextFilter,
    ]
  }
}

extension PromotionsAction {
  static func samples(_ row: Int) -> [PromotionsAction] {
    [.open(row: row / 10), .beside(1), .join, .leave]
  }
}

extension MoreAction {
  static func samples(_ row: Int) -> [MoreAction] { [.open(row: row / 5)] }
}

extension CardAction {
  static func samples(_ row: Int) -> [CardAction] { [.show, .zoom(row), .swapInk] }
}

extension ExplanationAction {
  static let samples: [ExplanationAction] = [.show]
}

extension TierAction {
  static func samples(_ row: Int) -> [TierAction] {
    [.show, .suppose(Int64(row) * 100), .suppose(.max), .suppose(.min)]
  }
}

extension StampsAction {
  static let samples: [StampsAction] = [.show]
}

extension InboxAction {
  static func samples(_ row: Int) -> [InboxAction] {
    [
      .show, .open(row: row / 20), .markAllRead, .showPreferences,
      .switchPreference(.points, .email), .follow,
    ]
  }
}

extension ShopsAction {
  static func samples(_ row: Int) -> [ShopsAction] {
    [
      .show, .open(row: row / 20), .search, .filterOpen, .showOrigins,
      .chooseOrigin(.city(.init("cty_msk"))), .chooseOrigin(.shop(.init("gone"))), .countFromHere,
    ]
  }
}

extension ReferralAction {
  static let samples: [ReferralAction] = [.show, .showCode, .giveCode, .submitCode]
}

extension PromoCodeAction {
  static let samples: [PromoCodeAction] = [.show, .submit]
}

extension WalletAction {
  static func samples(_ row: Int) -> [WalletAction] {
    [
      .show, .open(row: row / 20), .showLarge, .search, .nextFilter, .nextOrder, .add, .edit,
      .submitCard, .star, .archive, .askToDelete, .delete, .keep, .showReading, .read,
      .showWriting, .write, .beside(row % 3 - 1),
    ]
  }
}

extension AccountsAction {
  static func samples(_ row: Int) -> [AccountsAction] {
    [.show, .open(row: row / 10), .add, .submit, .remove]
  }
}

extension ProfileAction {
  static func samples(_ row: Int) -> [ProfileAction] {
    [
      .show, .open(row: row / 10), .edit, .save, .showExport, .export, .showDeletion,
      .deleteAccount,
    ]
  }
}

extension ForgettingAction {
  static let samples: [ForgettingAction] = [.show, .toggleWallet, .confirm]
}

extension JoiningAction {
  static let samples: [JoiningAction] = [.next, .toggle(.init("marketing")), .agree]
}

extension ConsentsAction {
  static let samples: [ConsentsAction] = [.show, .toggle(.init("marketing"))]
}

extension SessionsAction {
  static func samples(_ row: Int) -> [SessionsAction] {
    [.show, .open(row: row / 10), .end, .showOthers, .endOthers]
  }
}

extension ScreensAction {
  static let samples: [ScreensAction] = [
    .open(slug: "news"), .open(slug: "page"), .fold(.init("faq")),
    .follow(kind: "reward", target: "rew_1"), .follow(kind: "copy", target: "x"),
    .follow(kind: "screen", target: "ring"),
  ]
}

extension TravelAction {
  static let samples: [TravelAction] = [.open, .go, .end]
}

extension DraftsAction {
  static func samples(_ row: Int) -> [DraftsAction] {
    [.show, .open(row: row / 20), .new, .create, .askDelete, .delete]
  }
}

extension EditorAction {
  static func samples(_ row: Int) -> [EditorAction] {
    let conflicts: [ConflictAction] = [
      .next(row), .field(isTheirs: row % 2 == 0), .mine, .theirs, .both, .accept,
    ]
    let revisions: [RevisionsAction] = [.open(row: row / 20), .mark, .revert]
    return [
      .open(.init("scr_1")), .openHere, .select(row), .focusField(row), .write, .step(row), .pane,
      .nextField, .add, .retype, .pickKind(row), .pickTarget(row), .pickName(row), .duplicate,
      .delete, .move(row), .undo, .redo, .preview, .writeOutside, .save, .leave, .leaveKeeping,
      .leaveSaving, .discard, .showRevisions, .showPublishing, .publish, .plan, .submitPlan,
      .cancelPlan, .unpublish, .picture(.submit), .picture(.remove),
    ] + conflicts.map(EditorAction.conflict) + revisions.map(EditorAction.revisionsAction)
  }
}
