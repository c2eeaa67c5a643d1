import App
import Cells
import Foundation
import Loyalty
import Testing
import Themes

/// Frames as text: what the screens look like in each size and language (`GoldenText`).
///
/// `RECORD_GOLDEN=1 swift test` writes them anew and fails, so that CI cannot bless itself.
struct GoldenTests {
  enum Screen: String, CaseIterable {
    case login
    case code
    case home
    case homeOffline
    case homeGoal
    case homeEmpty
    case loading
    case history
    case card
    case help
    case palette
    case paletteFound
    case entry
    case receipt
    case rewards
    case rewardsEmpty
    case rewardsWished
    case reward
    case rewardAsked
    case rewardBlocked
    case rewardOffline
    case coupon
    case couponUsed
    case explanation
    case expiry
    case tier
    case tierOffline
    case promotions
    case promotion
    case promotionOffline
    case promoCode
    case stamps
    case more
    case inbox
    case notification
    case preferences
    case shops = "stores"
    case shop
    case referral
    case referralCode
    case wallet
    case walletEmpty
    case localCard
    case localCardPaper
    case cardForm
    case cardDeletion
    case walletImport
    case accounts
    case accountAdd
    case homePharmacy
    case homeBooks
    case forgetting
    case forgotten
    case joining
    case joiningNewer
    case guestHome
    case guestHistory
    case guestReward
    case loginNeeded
    case intro
    case introFallback
    case profile
    case profileForm
    case profileRefused
    case consents
    case sessions
    case sessionsOffline
    case session
    case otherSessions
    case export
    case exported
    case deletion
    case screenTab
    case screenEnd
    case screenEditor
    case screenGuest
    case editorOutline
    case editorFields
    case editorText
    case editorKinds
    case editorLeaving
    case editorConflict
    case editorRevisions
    case editorDifference
    case editorPublishing
    case editorTravel
    case editorNews
    case editorPlan
    case editorPicture
    case editorPictureSending
    case drafts
    case newScreen
    case travelForm
    case travel
    case purchase
    case purchaseOnCard
    case newTier
  }

  /// Those whose look in a large window is worth a file too.
  static let large: Set<Screen> = [
    .home, .history, .rewards, .promotions, .wallet, .inbox, .shops, .more, .editorFields,
    .guestHome,
  ]

  static let cases: [(Screen, Size, Language)] = Screen.allCases.flatMap { screen in
    let sizes = [(80, 24), (40, 15), (120, 40)] + (large.contains(screen) ? [(200, 60)] : [])
    return sizes.flatMap { width, height in
      [Language.english, .russian].map { (screen, Size(width: width, height: height), $0) }
    }
  }

  @Test(arguments: cases)
  func `each screen looks as it was approved`(
    screen: Screen, size: Size, language: Language
  ) throws {
    try compare(try state(screen, size, language), screen.rawValue, size, language)
  }

  /// Sheets that none of those states has on top.
  private static func others() throws -> Set<String> {
    let shown = try Screen.allCases.compactMap { screen in
      try GoldenTests().state(screen, Size(width: 80, height: 24), .english).sheets.last
    }
    return Set(Walk.steps.compactMap(\.sheet).map(LeftOutTests.name))
      .subtracting(shown.map(LeftOutTests.name))
  }

  @Test(arguments: [(80, 24), (40, 15), (120, 40)])
  func `each sheet that is none of those looks as it was approved`(
    width: Int, height: Int
  ) throws {
    let size = Size(width: width, height: height)
    for language in [Language.english, .russian] {
      var left = try Self.others()
      var state = try Fixture.signedIn(size, language)
      for step in Walk.steps {
        _ = feed(step.events, to: &state)
        guard let sheet = step.sheet, state.sheets.last == sheet,
          left.remove(LeftOutTests.name(of: sheet)) != nil
        else { continue }
        try compare(state, "sheet.\(LeftOutTests.name(of: sheet))", size, language)
      }
      #expect(left.isEmpty)
    }
  }

  private func compare(
    _ state: State, _ screen: String, _ size: Size, _ language: Language
  ) throws {
    checkAir(state, screen)
    let text = GoldenText(of: state).text
    let name = "\(screen)-\(size.width)x\(size.height)-\(language.rawValue).txt"
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(lines(text) == lines(golden), "\(name) differs:\n\(text)")
  }

  /// The words of no button touch its ends.
  private func checkAir(_ state: State, _ screen: String) {
    // For a second something else lies over the lowest rows.
    guard state.celebration == nil else { return }
    let frame = view(state)
    let looks = [ThemeToken.primary, .button, .focus, .disabled].map { state.theme[$0] }
    for button in frame.elements where button.role == .button && button.bounds.height == 1 {
      let ends = [button.bounds.x, button.bounds.maxX - 1].map { frame.grid[$0, button.bounds.y] }
      guard looks.contains(where: { look in ends.allSatisfy { $0.style == look } }) else {
        continue
      }
      #expect(ends.allSatisfy { $0.text == " " }, "\(button.text) on \(screen), \(state.size)")
    }
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  func state(_ screen: Screen, _ size: Size, _ language: Language) throws -> State {
    var state: State
    switch screen {
    case .login: state = try Fixture.signedOut(size, language)
    case .code:
      state = try Fixture.signedOut(size, language)
      _ = feed(
        [
          .login(
            .codeSent(
              Challenge(
                id: .init("otp_1"), phone: Fixture.phone, target: "+7 916 •••-••-67",
                codeLength: 6,
                expiresAt: Fixture.now.adding(seconds: 300),
                resendAt: Fixture.now.adding(seconds: 42)))),
          .login(
            .message(
              TextMessage(text: "Zerna: 123456", code: "123456", challenge: .init("otp_1")))),
        ], to: &state)
    case .loading:
      state = State(
        size: size, settings: try Fixture.settings(language), isSignedIn: true, now: Fixture.now)
      _ = start(&state)
    case .homeEmpty:
      state = State(
        size: size, settings: try Fixture.settings(language), isSignedIn: true, now: Fixture.now)
      _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    case .homeOffline:
      state = try Fixture.signedIn(size, language)
      _ = update(
        &state, .failed(.pull, .offline(.refused)), at: Fixture.now.adding(seconds: 7200))
    case .rewardsEmpty:
      state = State(
        size: size, settings: try Fixture.settings(language), isSignedIn: true, now: Fixture.now)
      _ = feed([.failed(.pull, .offline(.refused))] + Key.text("3"), to: &state)
    case .rewards, .reward, .rewardAsked, .rewardBlocked, .rewardOffline, .coupon, .couponUsed:
      state = try Fixture.signedIn(size, language)
      if screen == .rewardOffline {
        _ = feed([.failed(.pull, .offline(.refused))], to: &state)
      }
      let rows: [Screen: Int] = [.rewards: 2, .rewardBlocked: 4, .coupon: 0, .couponUsed: 7]
      let enter: Event = .input(.key(Key(.enter)))
      let isAsked = screen == .rewardAsked || screen == .rewardOffline
      _ = feed(
        Key.text("3" + String(repeating: "j", count: rows[screen] ?? 1))
          + (screen == .rewards ? [] : isAsked ? [enter, enter] : [enter]), to: &state)
    case .homeGoal, .rewardsWished, .expiry:
      state = try Fixture.signedIn(size, language)
      _ = feed([.home(.loaded(Fixture.richHome)), .rewards(.loaded(Fixture.wished))], to: &state)
      let keys: [Screen: String] = [.rewardsWished: "3s", .expiry: "e"]
      _ = feed(Key.text(keys[screen] ?? ""), to: &state)
      _ = feed([.explanation(.loaded(Fixture.expiring))], to: &state)
    case .tierOffline:
      state = try Fixture.signedIn(size, language)
      _ = feed(Key.text("t"), to: &state)
      let later = Fixture.now.adding(seconds: 7200)
      _ = update(&state, .action(.tier(.suppose(500))), at: later)
      _ = update(&state, .failed(.tier(supposing: Points(100)), .offline(.refused)), at: later)
      _ = update(&state, .failed(.pull, .offline(.refused)), at: later)
    case .promotions, .promotion, .promotionOffline, .promoCode, .stamps, .more:
      state = try Fixture.signedIn(size, language)
      var home = Fixture.home
      home.stamps = Fixture.stampCards
      _ = feed([.home(.loaded(home))], to: &state)
      let keys: [Screen: String] = [
        .promotions: "4j", .promotion: "4", .promotionOffline: "4jj", .promoCode: "4p",
        .stamps: "s", .more: "5j",
      ]
      _ = feed(Key.text(keys[screen] ?? ""), to: &state)
      let enter: Event = .input(.key(Key(.enter)))
      switch screen {
      case .promotion: _ = feed([enter], to: &state)
      case .promotionOffline:
        _ = feed([.failed(.pull, .offline(.refused)), enter, enter], to: &state)
      case .promoCode:
        _ = feed(
          [.input(.paste("AUTUMN")), enter, .failed(.promoCode("AUTUMN"), .garbled)], to: &state)
      default: break
      }
    case .accounts, .accountAdd:
      state = try Fixture.signedIn(size, language)
      _ = feed([.action(.accounts(.show)), .accounts(.loaded(Fixture.accounts))], to: &state)
      if screen == .accountAdd {
        _ = feed(
          Key.text("n") + [.input(.paste("loyalty")), .accounts(.refused(.invalid))], to: &state)
      }
    case .intro, .introFallback:
      state = try Fixture.signedOut(size, language)
      _ = feed([.intro(.loaded(Fixture.slides))], to: &state)
      if screen == .introFallback { _ = feed([.input(.key(Key(.right)))], to: &state) }
    case .guestHome, .guestHistory, .guestReward, .loginNeeded:
      state = try Fixture.guest(size, language)
      let keys: [Screen: String] = [.guestHistory: "2", .guestReward: "3", .loginNeeded: "z"]
      _ = feed(Key.text(keys[screen] ?? ""), to: &state)
      if screen == .guestReward { _ = feed([.action(.rewards(.open(row: 0)))], to: &state) }
    case .homePharmacy, .homeBooks:
      state = try Fixture.signedIn(size, language)
      _ = feed([.home(.loaded(Fixture.brandHome(screen == .homePharmacy)))], to: &state)
    case .inbox, .notification, .preferences, .shops, .shop, .referral, .referralCode:
      state = try Fixture.signedIn(size, language)
      let actions: [Screen: [Action]] = [
        .inbox: [.inbox(.show)], .notification: [.inbox(.show), .inbox(.open(row: 0))],
        .preferences: [.inbox(.show), .inbox(.showPreferences)], .shops: [.shops(.show)],
        .shop: [.shops(.show), .shops(.open(row: 0))], .referral: [.referral(.show)],
        .referralCode: [.referral(.show), .referral(.showCode)],
      ]
      let loaded: [Event] = [
        .inbox(.loaded(Fixture.inbox)), .shops(.loaded(Fixture.shops)),
        .referral(.loaded(Fixture.referral)),
      ]
      _ = feed(loaded, to: &state)
      for action in actions[screen] ?? [] { _ = feed([.action(action)] + loaded, to: &state) }
    case .forgetting, .forgotten:
      state = try Fixture.signedIn(size, language)
      _ = feed([.action(.forgetting(.show)), .forgetting(.surveyed(Fixture.survey))], to: &state)
      if screen == .forgotten {
        var outcome = ForgettingOutcome(keepsWallet: true)
        outcome.unended = ["https://zerna.example"]
        _ = feed([.action(.forgetting(.confirm)), .forgetting(.done(outcome))], to: &state)
      }
    case .joining, .joiningNewer:
      state = try Fixture.signedIn(size, language)
      let contents = screen == .joining ? Fixture.newcomer : Fixture.overtakenTerms
      _ = feed([.profile(.loaded(contents)), .pulled], to: &state)
    case .palette, .paletteFound:
      state = try Fixture.signedIn(size, language)
      let letters = language == .russian ? "ка" : "ca"
      _ = feed(
        [
          .wallet(.loaded(Fixture.wallet)), .shops(.loaded(Fixture.shops)),
          .action(.palette(.show)),
        ]
          + (screen == .palette ? [] : Key.text(letters)), to: &state)
    case .wallet, .walletEmpty, .localCard, .localCardPaper, .cardForm, .cardDeletion,
      .walletImport:
      state = try Fixture.inWallet(screen.rawValue, size, language)
    case .profile, .profileForm, .profileRefused, .consents, .sessions, .sessionsOffline,
      .session, .otherSessions, .export, .exported, .deletion:
      state = try Fixture.signedIn(size, language)
      _ = feed(screen.profileEvents, to: &state)
    case .editorOutline, .editorFields, .editorText, .editorKinds, .editorLeaving,
      .editorConflict, .editorRevisions, .editorDifference, .editorPublishing, .editorTravel,
      .editorNews, .editorPlan, .editorPicture, .editorPictureSending:
      state = try Fixture.editing(size, language)
      _ = feed(screen.editorEvents, to: &state)
    case .screenTab, .screenEnd, .screenEditor, .screenGuest:
      state =
        screen == .screenGuest
        ? try Fixture.guest(size, language) : try Fixture.signedIn(size, language)
      if screen == .screenEditor { _ = feed([.home(.loaded(Fixture.editorHome))], to: &state) }
      _ = feed(
        [
          .screens(.loaded(Fixture.screens)), .shops(.loaded(Fixture.shops)),
          .action(.screens(.open(slug: screen == .screenTab ? "news" : "page"))),
          .action(.screens(.fold(.init("faq")))),
        ], to: &state)
      if screen == .screenEnd || screen == .screenGuest {
        _ = feed([.input(.key(Key(.end)))], to: &state)
      }
      if screen == .screenEditor { _ = feed([.input(.key(Key(.pageDown)))], to: &state) }
    case .drafts, .newScreen:
      state = try Fixture.signedIn(size, language)
      _ = feed(
        [
          .home(.loaded(Fixture.editorHome)), .action(.drafts(.show)),
          .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept)), .input(.key(Key(.down))),
        ], to: &state)
      if screen == .newScreen {
        _ = feed([.action(.drafts(.new)), .action(.drafts(.create))], to: &state)
      }
    case .travelForm, .travel:
      state = try Fixture.signedIn(size, language)
      _ = feed(screen.travelEvents, to: &state)
    case .purchase, .purchaseOnCard, .newTier:
      state = try Fixture.signedIn(size, language)
      if screen == .purchaseOnCard { _ = feed(Key.text("z"), to: &state) }
      _ = feed(CelebrationTests.events(isTier: screen == .newTier), to: &state)
    case .receipt:
      state = try Fixture.signedIn(size, language)
      _ = feed(
        Key.text("2") + [
          .history(.loaded(Fixture.receipts)),
          .history(.summed([Fixture.november(12)], HistoryQuery())),
          .action(.history(.open(row: 0))),
        ], to: &state)
    case .home, .history, .card, .help, .entry, .explanation, .tier:
      state = try Fixture.signedIn(size, language)
      let keys: [Screen: String] = [
        .history: "2", .card: "z", .help: "?", .explanation: "b", .tier: "t",
      ]
      _ = feed(keys[screen].map(Key.text) ?? [], to: &state)
      if screen == .history { _ = feed([.input(.key(Key(.down)))], to: &state) }
      if screen == .explanation {
        _ = feed(
          [.explanation(.loaded(Fixture.explanation)), .input(.key(Key(.down)))], to: &state)
      }
      if screen == .tier {
        _ = feed(
          [.action(.tier(.suppose(500))), .tier(.answered(Fixture.tierWithMore))], to: &state)
      }
      if screen == .entry { _ = feed([.action(.home(.openLatest(row: 3)))], to: &state) }
    }
    return state
  }
}
