/// What the document says about one route; the rest follows from the route itself.
struct Operation {
  var id: String
  var summary: String
  /// Name of the request's schema.
  var body: String?
  var status = 200
  /// Name of the answer's schema; `nil` for an answer without a body.
  var answer: String?
  /// Whether the answer has an entity tag and can be a 304.
  var isRevalidated = false
  /// Problems beyond those that the rules of the contract bring to every such route.
  var problems: [Problem.Code] = []
}

extension Route {
  var operation: Operation {
    switch self {
    case .screens, .screen, .drafts, .contentChoices, .createScreen, .draft, .saveDraft,
      .deleteScreen, .publish, .unpublish, .cancelPlan, .revisions, .revision, .revert,
      .announceEditor, .dismissEditor:
      contentOperation
    case .health:
      Operation(id: "getHealth", summary: "Whether the server is there.", answer: "Health")
    case .bootstrap:
      Operation(
        id: "getBootstrap", summary: "The program, its brand and the versions that are served.",
        answer: "Bootstrap", isRevalidated: true)
    case .requestCode:
      Operation(
        id: "requestCode",
        summary: "Send a one-time code; the answer is the same for members and strangers.",
        body: "CodeRequest", status: 202, answer: "CodeChallenge", problems: [.rateLimited])
    case .verifyCode:
      Operation(
        id: "verifyCode", summary: "Open a session with the code that arrived.",
        body: "CodeVerification", answer: "SessionTokens",
        problems: [.otpInvalid, .otpLocked, .rateLimited])
    case .refreshSession:
      Operation(
        id: "refreshSession", summary: "Change a refresh token for new tokens.",
        body: "RefreshRequest", answer: "SessionTokens", problems: [.unauthenticated])
    case .endSession:
      Operation(id: "endSession", summary: "End the session of the access token.", status: 204)
    case .member:
      Operation(
        id: "getMember", summary: "Who is signed in.", answer: "Member", isRevalidated: true)
    case .cards:
      Operation(
        id: "listCards", summary: "The member's cards, all on one page.", answer: "CardPage",
        isRevalidated: true)
    case .balance:
      Operation(
        id: "getBalance", summary: "Points, and what expires next.", answer: "Balance",
        isRevalidated: true)
    case .ledger:
      Operation(
        id: "listLedger", summary: "The ledger, newest first.", answer: "LedgerEntryPage",
        isRevalidated: true, problems: [.validationFailed])
    case .rewards:
      Operation(
        id: "listRewards",
        summary: "What points can be spent on, and why the member cannot take some of it.",
        answer: "RewardPage", isRevalidated: true)
    case .redemption:
      Operation(
        id: "redeemReward", summary: "Spend points on a reward; the answer is its coupon.",
        body: "Redemption", status: 201, answer: "Coupon",
        problems: [
          .notFound, .insufficientPoints, .outOfStock, .limitReached, .notEligible, .priceChanged,
          .rewardInactive,
        ])
    case .coupons:
      Operation(
        id: "listCoupons", summary: "The member's coupons, newest first, all on one page.",
        answer: "CouponPage", isRevalidated: true)
    case .explanation:
      Operation(
        id: "explainBalance", summary: "The lots behind the balance, and what was drawn from each.",
        answer: "BalanceExplanation", isRevalidated: true)
    case .tier:
      Operation(
        id: "getTier", summary: "The tier, what keeps it and what the next one takes.",
        answer: "TierStatus", isRevalidated: true, problems: [.validationFailed])
    case .notifications:
      Operation(
        id: "listNotifications", summary: "The member's inbox, newest first, at most 200.",
        answer: "NotificationPage", isRevalidated: true)
    case .readNotifications:
      Operation(
        id: "readNotifications", summary: "Mark notifications as read; twice is as good as once.",
        body: "ReadMarks", status: 204)
    case .preferences:
      Operation(
        id: "getPreferences", summary: "By which ways the member wants to hear of what.",
        answer: "Preferences", isRevalidated: true)
    case .setPreferences:
      Operation(
        id: "setPreferences", summary: "Set some switches; the answer has them all.",
        body: "PreferenceChanges", answer: "Preferences")
    case .stores:
      Operation(
        id: "listStores", summary: "Stores with their hours for the next days.",
        answer: "StorePage", isRevalidated: true)
    case .referral:
      Operation(
        id: "getReferral", summary: "The member's own code and the friends who came by it.",
        answer: "Referral", isRevalidated: true)
    case .claimReferral:
      Operation(
        id: "claimReferral", summary: "Say whose recommendation brought the member.",
        body: "ReferralClaim", status: 204,
        problems: [.notFound, .limitReached, .notEligible])
    case .purchases:
      Operation(
        id: "postPurchase", summary: "What a till has sold; for administrators.",
        body: "TillPurchase", status: 201, answer: "TillReceipt", problems: [.notFound])
    case .returns:
      Operation(
        id: "postReturn", summary: "What a till takes back of a sale; for administrators.",
        body: "TillReturn", status: 201, answer: "TillReturnReceipt", problems: [.notFound])
    case .cardCode:
      Operation(
        id: "getCardCode", summary: "A code that stands for the card for a short while.",
        answer: "CardCode", problems: [.notFound])
    case .changes:
      Operation(
        id: "listChanges", summary: "All that changed since a token, in one answer.",
        answer: "Changes")
    case .events:
      Operation(
        id: "followEvents",
        summary: "Say what changes as it changes, until somebody hangs up.",
        answer: "EventStream", problems: [.rateLimited])
    case .promotions:
      Operation(
        id: "listPromotions", summary: "The offers that are for the member, all on one page.",
        answer: "PromotionPage", isRevalidated: true)
    case .enrollment:
      Operation(
        id: "joinPromotion", summary: "Take part in an offer.", status: 201, answer: "Promotion",
        problems: [.notFound, .notEligible, .limitReached])
    case .leaving:
      Operation(
        id: "leavePromotion",
        summary: "Take part no longer; what was reached stays for whoever comes back.",
        answer: "Promotion", problems: [.notFound, .notEligible])
    case .stamps:
      Operation(
        id: "listStamps", summary: "The member's stamp cards, all on one page.",
        answer: "StampCardPage", isRevalidated: true)
    case .promoCode:
      Operation(
        id: "enterPromoCode", summary: "Enter a promo code; the answer is what it gave.",
        body: "PromoCodeEntry", status: 201, answer: "PromoCodeGift",
        problems: [.notFound, .notEligible, .limitReached, .rateLimited])
    case .changeProfile:
      Operation(
        id: "changeProfile", summary: "Change the profile; the answer is the member as changed.",
        body: "ProfilePatch", answer: "Member")
    case .deleteMember:
      Operation(
        id: "deleteMember",
        summary: "Delete the account and all that is kept about the member; a repetition is 401.",
        status: 204)
    case .consents:
      Operation(
        id: "getConsents", summary: "What the member has agreed to, and since when.",
        answer: "Consents", isRevalidated: true)
    case .setConsents:
      Operation(
        id: "setConsents", summary: "Give consents or take them back; the answer has them all.",
        body: "ConsentChanges", answer: "Consents")
    case .sessions:
      Operation(
        id: "listSessions", summary: "Where the member is signed in, last used first.",
        answer: "LoginSessionPage")
    case .endOtherSessions:
      Operation(
        id: "endOtherSessions", summary: "End all sessions but the one that asks.", status: 204)
    case .endNamedSession:
      Operation(
        id: "endNamedSession",
        summary: "End one session of the member; one that is not there counts as ended.",
        status: 204)
    case .export:
      Operation(
        id: "exportMember", summary: "Everything that is kept about the member.",
        answer: "MemberExport")
    }
  }

  /// Names of the parameters of the path, which are described once for all routes.
  var pathParameters: [String] {
    switch self {
    case .redemption: ["RewardID"]
    case .enrollment, .leaving: ["PromotionID"]
    case .cardCode: ["CardID"]
    case .endNamedSession: ["SessionID"]
    case .screen: ["ScreenSlug"]
    case .draft, .saveDraft, .deleteScreen, .publish, .unpublish, .cancelPlan, .revisions, .revert,
      .announceEditor, .dismissEditor:
      ["ScreenID"]
    case .revision: ["RevisionID"]
    default: []
    }
  }

  /// Names of the query parameters, which are described once for all routes.
  var queryParameters: [String] {
    switch self {
    case .ledger: ["Limit", "Cursor"]
    case .tier: ["WhatIfPoints"]
    case .changes: ["Since"]
    default: []
    }
  }

  /// Every problem that this route can answer with.
  var problems: [Problem.Code] {
    let operation = operation
    var codes: [Problem.Code] = [
      .internalError, .storageUnavailable, .busy, .maintenance, .clientTooOld, .bodyTooLarge,
      .targetTooLong, .fieldsTooLarge, .badRequest,
    ]
    if operation.body != nil { codes.append(.validationFailed) }
    if needsIdempotencyKey {
      codes += [.idempotencyRequired, .idempotencyMismatch, .inProgress]
    }
    if needsIfMatch { codes += [.preconditionRequired, .editConflict] }
    if acceptsSession { codes += [.unauthenticated, .forbidden] }
    if feature != nil { codes.append(.notFound) }
    // A name that is longer than any of ours, or the name of nothing.
    if !pathParameters.isEmpty { codes.append(.notFound) }
    codes += operation.problems
    return Problem.Code.all.filter(codes.contains)
  }
}
