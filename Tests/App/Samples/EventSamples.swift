import Cells
import Content
import Loyalty
import Themes

@testable import App

// What can happen, each case at least once: `SampleTests` names what is missing. `row` is any number.

extension Event {
  static func samples(_ row: Int) -> [Event] {
    let features: [[Event]] = [
      common(row), pull(row), login(row), benefits(row), places(row), profile(row),
      WalletEvent.samples(row).map(Event.wallet), ScreensEvent.samples.map(Event.screens),
      EditorEvent.samples(row).map(Event.editor), DraftsEvent.samples(row).map(Event.drafts),
      pictures(row),
    ]
    return features.flatMap(\.self)
  }

  private static func common(_ row: Int) -> [Event] {
    let notices: [Notice] = [
      .storeRebuilt(asideName: "x"), .accountsSetAside(name: "x"),
      .accountsNotKept(StorageProblem("/d", .full)), .notKept(StorageProblem("/d", .full)),
      .notLogged(StorageProblem("/d", .full)), .inTheClear(origin: "http://h"),
    ]
    return [
      .input(.focus(row % 2 == 0)), .action(.back), .terminalIsLight(row % 2 == 0),
      .signsAreWide(row % 2 == 0), .deadline,
      .clockMoved(milliseconds: Int64(row) * 1_000_000),
    ] + notices.map(Event.notice)
  }

  private static func pictures(_ row: Int) -> [Event] {
    let wish = PictureWish(
      Fixture.croissant, size: Size(width: 23, height: 6), ground: .terminal, depth: .trueColor)
    let failures: [PictureFailure] = [.away, .missing, .unusable]
    let display = PixelDisplay(
      row % 2 == 0 ? .kitty : .sixel, cell: Size(width: 8, height: 16))
    let painted = PictureWish(
      Fixture.croissant, size: wish.size, ground: .terminal, depth: .trueColor, display: display)
    return [
      .pictures(.drawn(wish, Grid(wish.size))),
      .pictures(.display(row % 3 == 0 ? nil : display)), .pictures(.unpainted(painted)),
      .pictures(.painted(painted, Pixels([0], size: wish.size, on: display))),
      .pictures(.failed(sha256: wish.sha256, failures[abs(row) % failures.count])),
    ] + (row == 7 ? [.pictures(.lineTooSlow)] : [])
  }

  private static func pull(_ row: Int) -> [Event] {
    let troubles = Trouble.samples(row)
    // A session that ends each time would be over before anything happened in it.
    let trouble = row == 7 ? .signedOut : troubles[abs(row) % troubles.count]
    let position = HistoryPosition(createdAt: Fixture.now, id: .init("led_1000"))
    return [
      .home(.loaded(HomeContents())), .home(.loaded(Fixture.home)),
      .home(.loaded(Fixture.editorHome)),
      .home(.loaded(Fixture.publisherHome)), .home(.loaded(Fixture.brandHome(row % 2 == 0))),
      .history(
        .loaded(
          HistoryPage(
            after: nil, entries: Fixture.entries(max(0, row)), hasMoreLocally: row % 2 == 0,
            hasMoreOnServer: true, linked: [Fixture.takenBack]))),
      .history(
        .newerLoaded(
          NewerHistory(
            before: position, entries: Fixture.entries(max(0, row) / 9), hasMore: row % 2 == 0,
            query: HistoryQuery()))),
      .history(.searched(HistoryQuery(text: row % 2 == 0 ? "" : "flat"))), .pulled, .news,
      .history(.summed([Fixture.november(row)], HistoryQuery())),
      .saving(.saved(path: "/tmp/x.csv", isWhole: row % 2 == 0)),
      .saving(.failed(row % 2 == 0 ? .exists : .other(cause: "x"))),
      .arrived(row % 2 == 0 ? [] : Set(Resource.allCases)),
      .unfollowed, .history(.olderPulled(hasMore: row % 2 == 0)),
    ] + ServerRequest.samples.map { .failed($0, trouble) }
      + [.storeFailed(trouble), .accounts(.failed(trouble))]
  }

  private static func login(_ row: Int) -> [Event] {
    let challenge = Challenge(
      id: .init("x"), phone: Fixture.phone, target: "…", codeLength: 6,
      expiresAt: Fixture.now.adding(seconds: Int64(row) * 60),
      resendAt: Fixture.now.adding(seconds: Int64(row) * 9))
    return [
      .login(.codeSent(challenge)), .login(.signedIn), .login(.signedOut),
      .login(.message(TextMessage(text: "code", code: "123456", challenge: .init("x")))),
      .intro(.loaded(row < 20 ? [] : Fixture.slides)),
      .forgetting(.surveyed(Fixture.survey)), .forgetting(.refused(.inUse)),
      .forgetting(.refused(.storage(StorageProblem("/d", .full)))),
      .forgetting(.done(ForgettingOutcome(keepsWallet: row < 20))),
      .accounts(.loaded(row < 20 ? AccountsContents() : Fixture.accounts)),
      .accounts(.refused(row < 20 ? .invalid : .isCurrent)),
    ]
  }

  private static func benefits(_ row: Int) -> [Event] {
    let outcomes: [PromoCodeOutcome] = [
      .points(Points(Int64(row))), .coupon(.init("cpn_1"), [.english: "A coffee"]),
      .promotion(.init("pro_morning"), [.english: "Mornings"]), .other([.english: "A hologram"]),
    ]
    return [
      .explanation(
        .loaded(
          row % 3 == 0
            ? ExplanationContents(explanation: nil, confirmedAt: nil) : Fixture.explanation
        )), .tier(.answered(Fixture.tierWithMore)),
      .rewards(.loaded(row < 20 ? RewardsContents() : Fixture.rewards)),
      .rewards(.redeemed(.init("cpn_1"), of: .init("rew_cap"))),
      .promotions(.loaded(row < 20 ? PromotionsContents() : Fixture.promotions)),
      .promotions(.changed(.init("pro_morning"), isEnrolled: row % 2 == 0)),
      .card(
        .codeArrived(
          LiveCode(
            card: .init("crd_1"), value: "LH2:crd_1.abc",
            expiresAt: Fixture.now.adding(seconds: Int64(row) * 60),
            refreshAt: Fixture.now.adding(seconds: Int64(row) * 30)))),
    ] + outcomes.map { .promoCode(.answered($0)) }
  }

  private static func places(_ row: Int) -> [Event] {
    [
      .inbox(.loaded(row < 20 ? InboxContents() : Fixture.inbox)), .outboxFilled, .outboxSent,
      .shops(.loaded(row < 20 ? ShopsContents() : Fixture.shops)),
      .referral(.loaded(row < 20 ? ReferralContents() : Fixture.referral)), .referral(.claimed),
    ]
  }

  private static func profile(_ row: Int) -> [Event] {
    let refusal = ProfileRefusal(
      patch: ProfilePatch([.city: nil, .birthday: "1990-13-01", .email: "x"]),
      problems: row % 2 == 0 ? [:] : [.email: "no", .language: "no"], words: "no")
    return [
      .profile(.loaded(row < 40 ? Fixture.profile : ProfileContents())),
      .profile(.loaded(Fixture.stranger)), .profile(.refused(refusal)),
      .sessions(.loaded(row < 40 ? Fixture.sessions : [])), .sessions(.listed), .sessions(.ended),
      .profile(.exported(path: "x")),
      .profile(.exportFailed(.full)), .profile(.deleted(isConfirmed: row % 2 == 0)),
    ]
  }
}

extension ServerRequest {
  static let samples: [ServerRequest] =
    [
      .pull, .olderHistory, .outbox, .redeem(.init("rew_cap"), expectedCost: Points(150)),
      .tier(supposing: Points(100)), .claimReferral("ANNA"), .promoCode("AUTUMN"),
      .cardCode(.init("crd_1")),
    ] + login.map(ServerRequest.login) + others

  private static let login: [LoginRequest] = [
    .sendCode(Fixture.phone), .verifyCode(.init("x"), code: "123456"), .logOut,
  ]

  private static let others: [ServerRequest] = [
    .promotions(.join(.init("pro_morning"))), .promotions(.leave(.init("pro_morning"))),
    .sessions(.list), .sessions(.end(.init("ses_2"))), .sessions(.endOthers),
    .profile(.export(path: "x", name: "x")), .profile(.delete),
    .drafts(.list), .drafts(.create(Fixture.theirs, key: nil)), .drafts(.delete(Fixture.theirs)),
    .editor(.open(.init("scr_1"))), .editor(.whole(.init("scr_1"))),
    .editor(.save(Fixture.save)), .editor(.publish(Fixture.theirs, at: nil)),
    .editor(.unpublish(Fixture.theirs)), .editor(.cancelPlan(Fixture.theirs)),
    .editor(.announce(.init("scr_1"), at: nil)), .editor(.dismiss(.init("scr_1"))),
    .editor(.refresh(.init("scr_1"))), .editor(.choices), .editor(.revisions(.init("scr_1"))),
    .editor(.revision(.init("rev_1"))), .editor(.revert(Fixture.theirs, .init("rev_1"))),
    .editor(.putPicture(Fixture.pictureFile, attempt: 1)),
  ]
}

extension Trouble {
  /// All but the end of the session.
  static func samples(_ row: Int) -> [Trouble] {
    [
      .offline(.refused), .offline(.busy(seconds: row)),
      .refused(code: "no", title: "No", detail: "Not now", retryAfter: row < 0 ? nil : row),
      .garbled, .tooLarge, .local(.other), .storage(StorageProblem("/d", .full)),
    ]
  }
}

extension WalletEvent {
  static func samples(_ row: Int) -> [WalletEvent] {
    let wallet = row % 3 == 0 ? WalletContents() : Fixture.wallet
    return [
      .loaded(wallet), .pictures(Fixture.cardPictures), .saved(wallet.cards.first?.id, wallet),
      .read(WalletImport(), wallet),
      .written(path: "~/x", count: row), .fileFailed(.line(row, reason: .quote)),
      .fileFailed(.passwordNeeded), .rebuilt(asideName: "x"),
    ]
  }
}

extension ScreensEvent {
  static let samples: [ScreensEvent] = [.loaded(ScreensContents()), .loaded(Fixture.screens)]
}

extension EditorEvent {
  static func samples(_ row: Int) -> [EditorEvent] {
    let colleagues = row % 2 == 0 ? [] : [Colleague(name: "Вера", block: .init("title"))]
    let choices = ContentChoices(
      tiers: ["tier_gold"], segments: ["city"], timeZone: "Europe/Moscow", zone: Fixture.moscow)
    return [
      .opened(Fixture.draft, seed: "b"), .wholeLoaded(Fixture.theirs), .choicesLoaded(choices),
      .kept(generation: 1, at: Fixture.now), .keptElsewhere(Fixture.draft),
      .notKept(.storage(StorageProblem("/d", .full))),
      .saved(EditedDraft(base: Fixture.theirs, screen: Fixture.theirs.content), mergedWith: nil),
      .published(Fixture.theirs), .met(.init("scr_1"), colleagues, etag: "x"),
      .refreshed(Fixture.theirs), .notBrought(.offline(.refused)),
      .revisionsLoaded(Fixture.revisions), .revisionLoaded(Fixture.revisions[abs(row) % 2]),
      Fixture.overtaken, .writtenOutside(row < 0 ? "" : "漢字\nж"),
      .outsideFailed(.missing), .nothingKept(.init("scr_1")),
    ] + PictureFileEvent.samples(row).map(EditorEvent.picture)
  }
}

extension PictureFileEvent {
  static func samples(_ row: Int) -> [PictureFileEvent] {
    let problems: [PictureFileProblem] = [
      .changed, .fault(.tooLarge(bytes: row)), .storage(StorageProblem("/x", .noFolder)),
    ]
    let problem = problems[abs(row) % problems.count]
    return [
      .found(typed: "", Fixture.pictureFile), .found(typed: "/x", Fixture.pictureFile),
      .notFound(typed: "/x", problem), .progress(attempt: 1, sent: row), .stored(attempt: 1),
      .unsendable(attempt: 1, problem),
    ]
  }
}

extension DraftsEvent {
  static func samples(_ row: Int) -> [DraftsEvent] {
    [
      .loaded(row < 9 ? [] : DraftsTests.all, kept: DraftsTests.kept),
      .created(DraftsTests.all[1].id), .deleted, .listed,
      .failed(.garbled, details: [], key: "k"),
    ]
  }
}
