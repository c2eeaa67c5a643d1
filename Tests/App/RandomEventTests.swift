import App
import Cells
import Loyalty
import TestSupport
import Testing

struct RandomEventTests {
  @Test(arguments: 0..<UInt64(Effort.count(8, long: 80)))
  func `no sequence of events traps, and each leaves a frame`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var state = seed % 2 == 0 ? try Fixture.signedIn() : try Fixture.signedOut()
    var now = Fixture.now
    for _ in 0..<Effort.count(600, long: 12_500) {
      now = now.adding(seconds: Int64.random(in: 0...90, using: &random))
      _ = update(&state, event(&random), at: now)
      #expect(view(state).grid.size == state.size)
    }
  }

  private func event(_ random: inout SplitMix) -> Event {
    let row = Int.random(in: -2...80, using: &random)
    let keys: [Key.Code] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
      .backspace, .delete, .function(2), .function(3), .function(10), .character("q"),
      .character("z"), .character("2"), .character("1"), .character("?"), .character("漢"),
      .character("👩‍👩‍👧"), .character("7"), .character("3"),
    ]
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      return .input(
        .resize(
          Size(
            width: Int.random(in: 0...140, using: &random),
            height: Int.random(in: 0...50, using: &random))))
    case 1:
      let at = Point(x: row, y: Int.random(in: -1...50, using: &random))
      let kinds: [Mouse.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
      return .input(.mouse(Mouse(kinds.randomElement(using: &random) ?? .press, at: at)))
    case 2: return .input(.paste(String(repeating: "+7 916\u{1B}[2J\n", count: max(0, row))))
    case 3:
      if row < 10 { return .deadline }
      if row < 10 { return .promotionsLoaded(row < 5 ? PromotionsContents() : Fixture.promotions) }
      if row < 40 { return .rewardsLoaded(row < 20 ? RewardsContents() : Fixture.rewards) }
      return row < 60
        ? .redeemed(Fixture.coupon("cpn_new")) : .failed(.redeem, .offline(.refused))
    case 4:
      return .historyLoaded(
        HistoryPage(
          after: nil, entries: Fixture.entries(max(0, row)), hasMoreLocally: row % 2 == 0,
          hasMoreOnServer: true))
    case 5:
      if row % 7 == 0 { return .homeLoaded(Fixture.brandHome(row % 2 == 0)) }
      if row % 7 == 1 { return .accountsLoaded(row < 20 ? AccountsContents() : Fixture.accounts) }
      if row % 7 == 3 { return .introLoaded(row < 20 ? [] : Fixture.slides) }
      if row % 7 == 2 { return .accountRefused(row < 20 ? .invalid : .isCurrent) }
      return .homeLoaded(row % 3 == 0 ? HomeContents() : Fixture.home)
    case 6: return .failed(.pull, row % 9 == 0 ? .signedOut : .garbled)
    case 7:
      if row % 3 == 1 {
        if row < 0 { return .homeLoaded(Fixture.editorHome) }
        if row % 7 == 0 {
          return .drafts(.loaded(row < 9 ? [] : DraftsTests.all, kept: DraftsTests.kept))
        }
        if row % 5 == 0 {
          let others = [Colleague(name: "Вера", block: .init("title"))]
          return .editor(
            row % 3 == 0 ? .refreshed(Fixture.theirs) : .met(.init("scr_1"), others, etag: "x"))
        }
        if row % 2 == 0 { return .editor(.revisionsLoaded(Fixture.revisions)) }
        return row < 40
          ? .editor(.opened(Fixture.draft, seed: "b"))
          : .editor(.conflicted(theirs: Fixture.theirs))
      }
      if row % 3 == 0 {
        return .screens(.loaded(row < 10 ? ScreensContents() : Fixture.screens))
      }
      return [.signedIn, .pulled, .news, .unfollowed][abs(row % 4)]
    case 8:
      return .codeSent(
        Challenge(
          id: .init("x"), phone: Fixture.phone, target: "…", codeLength: 6,
          expiresAt: Fixture.now, resendAt: Fixture.now))
    case 9:
      let actions: [Action] = [
        .history(.open(row: row)), .home(.openLatest(row: row)), .history(.select(row: row)),
        .move(.rows(row)),
        .move(.pages(row)), .activate, .focusNext, .focusPrevious, .login(.insertCode),
        .login(.resendCode),
        .explanation(.show), .tier(.show), .tier(.suppose(Int64(row) * 100)), .tier(.suppose(.max)),
        .tier(.suppose(.min)),
        .dismissToast, .focus("login.send"), .login(.logOut), .login(.askToLogOut), .card(.show),
        .intro(.next), .intro(.previous), .intro(.skip), .guest(.lookAround), .guest(.logIn),
        .accounts(.show),
        .accounts(.open(row: row / 10)), .accounts(.add),
        .accounts(.submit), .accounts(.remove),
        .rewards(.open(row: row)), .rewards(.open(row: row / 10)), .rewards(.redeem),
        .rewards(.confirm), .rewards(.cancel),
        .wallet(.show), .wallet(.open(row: row / 20)), .wallet(.showLarge), .wallet(.search),
        .wallet(.nextFilter), .wallet(.nextOrder), .wallet(.add), .wallet(.edit),
        .wallet(.submitCard), .wallet(.star), .wallet(.archive), .wallet(.askToDelete),
        .wallet(.delete), .wallet(.keep), .wallet(.showReading), .wallet(.read),
        .wallet(.showWriting), .wallet(.write),
        .screens(.open(slug: "news")), .screens(.open(slug: "page")),
        .screens(.fold(.init("faq"))),
        .screens(.follow(kind: "reward", target: "rew_1")),
        .screens(.follow(kind: "copy", target: "x")),
        .editor(.openHere), .editor(.select(row)), .editor(.focusField(row)), .editor(.write),
        .editor(.add), .editor(.pickKind(row)), .editor(.pickTarget(row)), .editor(.duplicate),
        .editor(.delete), .editor(.move(row)), .editor(.undo), .editor(.redo), .editor(.preview),
        .editor(.showRevisions), .editor(.revisionsAction(.open(row: row))),
        .editor(.revisionsAction(.mark)), .editor(.revisionsAction(.revert)),
        .editor(.showPublishing), .editor(.publish), .editor(.unpublish), .editor(.plan),
        .editor(.submitPlan), .editor(.cancelPlan), .travel(.open), .travel(.go), .travel(.end),
        .drafts(.show), .drafts(.open(row: row / 20)), .drafts(.new), .drafts(.create),
        .drafts(.askDelete), .drafts(.delete),
        .editor(.step(row)), .editor(.pane), .editor(.retype), .editor(.save), .editor(.leave),
        .editor(.conflict(.accept)), .editor(.conflict(.both)), .editor(.conflict(.theirs)),
      ]
      return .action(actions.randomElement(using: &random) ?? .back)
    case 11:
      let wallet = row % 3 == 0 ? WalletContents() : Fixture.wallet
      let events: [WalletEvent] = [
        .loaded(wallet), .saved(wallet.cards.first?.id, wallet), .read(WalletImport(), wallet),
        .written(path: "~/x", count: row), .fileFailed(.line(row, reason: .quote)),
        .fileFailed(.passwordNeeded), .rebuilt(asideName: "x"),
      ]
      return events.randomElement(using: &random).map(Event.wallet) ?? .deadline
    case 10:
      return row % 2 == 0
        ? .tierAnswered(Fixture.tierWithMore)
        : .explanationLoaded(
          row % 3 == 0
            ? ExplanationContents(explanation: nil, confirmedAt: nil) : Fixture.explanation)
    case 12: return profileEvent(row)
    default: return .input(.key(Key(keys.randomElement(using: &random) ?? .enter)))
    }
  }
}

/// Something about the member's own data; each from many rows.
private func profileEvent(_ row: Int) -> Event {
  let refusal = ProfileRefusal(
    patch: ProfilePatch([.city: nil, .birthday: "1990-13-01", .email: "x"]),
    problems: row % 2 == 0 ? [:] : [.email: "no", .language: "no"], words: "no")
  let events: [Event] = [
    .action(.profile(.show)), .action(.profile(.open(row: row))), .action(.profile(.edit)),
    .action(.profile(.save)), .action(.consents(.show)),
    .action(.consents(.toggle(.init("marketing")))),
    .action(.sessions(.show)), .action(.sessions(.open(row: row / 10))), .action(.sessions(.end)),
    .action(.sessions(.showOthers)), .action(.sessions(.endOthers)), .action(.profile(.showExport)),
    .action(.profile(.export)), .action(.profile(.showDeletion)), .action(.profile(.deleteAccount)),
    .profileLoaded(row < 40 ? Fixture.profile : ProfileContents()),
    .profileLoaded(Fixture.stranger), .profileRefused(refusal),
    .sessionsLoaded(row < 40 ? Fixture.sessions : []), .sessionsEnded, .outboxFilled,
    .outboxSent, .exported(path: "x"), .exportFailed(.full), .failed(.export, .garbled),
    .failed(.sessions, .offline(.refused)), .failed(.store, .local(.other)),
    .failed(.deleteAccount, .offline(.refused)),
    .accountDeleted(isConfirmed: row == 0),
  ]
  return events[max(0, row) % events.count]
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
