/// Every text of the program's own; the tables hold each of them in each language.
///
/// `{name}` marks a place that the caller fills.
enum Phrase: String, CaseIterable {
  // Sections and commands
  case home
  case history
  case help
  case quit
  case back
  case refresh
  case move
  case open
  case choose
  case showCard
  case language
  case logOut
  case suspend
  case close
  case keys

  // Login
  case loginTitle
  case loginLead
  case phone
  case phoneHint
  case phoneInvalid
  case sendCode
  case codeSentTo
  case code
  case codeInvalid
  case submitCode
  case resendCode
  case resendIn
  case changeNumber
  case insertCode
  case message
  case sending
  case checking

  // Home
  case points
  case asOf
  case pending
  case reserved
  case expires
  case nothingExpires
  case latest
  case allHistory
  case noHistory
  case noHistoryHint
  case noCard
  case cardTooSmall
  case cardNeeds
  case cardUnreadable
  case memberCard
  case card
  case loading

  // History
  case historyCount
  case search
  case searchHint
  case filter
  case filterAll
  case filterEarned
  case filterSpent
  case nothingFound
  case loadingMore
  case entryEarn
  case entrySpend
  case entryExpire
  case entryReturn
  case entryAdjust
  case entryBonus
  case entryOther

  // States
  case updating
  case offline
  case offlineNoData
  case offlineHint
  case retryIn
  case retrying
  case lastKnown
  case badAnswer
  case tooLarge
  case signedOut
  case localFailure
  case storeRebuilt
  case waitFor

  // Lines
  case lineChoose
  case lineType
  case lineUnknown
  case disabled
  case selected

  // Rewards and coupons
  case rewards
  case coupon
  case couponUntil
  case couponUsed
  case couponExpired
  case couponUnknown
  case couponIssued
  case couponGone
  case couponUnreadable
  case valueOff
  case needMore
  case reasonPoints
  case reasonStock
  case reasonLimit
  case reasonEligible
  case reasonOther
  case stockLeft
  case limitEach
  case rewardGone
  case redeem
  case redeemAsk
  case redeemRest
  case redeemConfirm
  case redeemCancel
  case redeeming
  case redeemed
  case redeemOffline
  case redeemLost
  case priceChanged
  case noRewards
  case noRewardsHint
  // Why the balance, and the tier
  case explainBalance
  case explainAddsUp
  case explainOff
  case lotLeft
  case lotUntil
  case tier
  case tierToNext
  case tierTop
  case tierEarned
  case tierKeep
  case tierKept
  case tierFrom
  case noTiers
  case whatIf
  case whatIfHint
  case whatIfOffline
}

/// A counted noun of the program's own.
enum Noun: String, CaseIterable {
  case second
  case minute
  case hour
  case day
  case entry
}
