import Cells
import Content
import Loyalty

@testable import App

/// All screens and sheets, one after the other.
struct Walk {
  var events: [Event]
  /// What a member then looks at; `nil` is the section alone.
  var sheet: Sheet?

  var name: String { sheet.map { "\($0)" } ?? "a section" }

  /// Who walks.
  enum Who: CaseIterable {
    case stranger
    case guest
    case member

    func state(_ size: Size) throws -> State {
      switch self {
      case .stranger: try Fixture.signedOut(size)
      case .guest: try Fixture.guest(size)
      case .member: try Fixture.signedIn(size)
      }
    }
  }

  private init(_ sheet: Sheet?, _ events: [Event]) {
    self.events = events
    self.sheet = sheet
  }

  private static func sees(_ sheet: Sheet?, _ actions: Action...) -> Walk {
    Walk(sheet, actions.map(Event.action))
  }

  static let steps = sections + benefits + places + accounts + content + editing + drafts + guests

  private static let home = Event.action(.showTab(.home))

  private static let sections = [
    Walk(nil, [.intro(.loaded(Fixture.slides))]), Walk(nil, [.input(.key(Key(.right)))]),
    sees(nil, .intro(.skip)), Walk(nil, Key.text("1")), Walk(nil, Key.text("2")),
    sees(.entry(Fixture.entries(1)[0]), .history(.open(row: 0))),
    sees(.saving(.history), .back, .saving(.show(.history))),
    Walk(.saving(.history), [.saving(.saved(path: "/tmp/x.csv", isWhole: false))]),
    Walk(
      .entry(Fixture.sold),
      [
        .action(.back), .history(.loaded(Fixture.receipts)),
        .action(.history(.open(row: 0))),
      ]),
    Walk(.entry(Fixture.sold), [.input(.key(Key(.end)))]),
    Walk(nil, [home] + Key.text("3")), Walk(nil, Key.text("4")), Walk(nil, Key.text("5j")),
    Walk(.card, [home] + Key.text("z")), Walk(.help, Key.text("?")), Walk(.help, Key.text("3")),
    sees(.loggingOut, .showTab(.home), .login(.askToLogOut)),
    Walk(.palette, [home] + Key.text(":")), Walk(.palette, Key.text("re")),
  ]

  private static let benefits = [
    sees(.rewards(.coupon(.init("cpn_1"))), .showTab(.home), .rewards(.open(row: 0))),
    sees(.rewards(.reward(.init("rew_grinder"))), .rewards(.open(row: 4))),
    sees(
      .rewards(.reward(.init("rew_cap"))), .rewards(.open(row: 1)), .rewards(.redeem)),
    sees(.rewards(.coupon(.init("cpn_2"))), .rewards(.open(row: 7))),
    Walk(.explanation, [home] + Key.text("b") + [.explanation(.loaded(Fixture.explanation))]),
    Walk(.expiry, [home] + Key.text("e") + [.explanation(.loaded(Fixture.explanation))]),
    Walk(.expiry, Key.text("j")), sees(.saving(.expiry), .saving(.show(.expiry))),
    Walk(.explanation, [home] + Key.text("bj")), Walk(.tier, [home] + Key.text("t")),
    sees(.tier, .tier(.suppose(100))),
    sees(.promotion(.init("pro_bag")), .showTab(.home), .promotions(.open(row: 1))),
    sees(.promoCode, .showTab(.home), .promoCode(.show)),
    sees(.stamps, .showTab(.home), .stamps(.show)),
    Walk(.stamps, [.home(.loaded(Fixture.stamped))]),
  ]

  private static let places = [
    Walk(.inbox(.list), [home, .inbox(.loaded(Fixture.inbox)), .action(.inbox(.show))]),
    sees(.inbox(.notification(.init("ntf_3"))), .inbox(.open(row: 0))),
    sees(.inbox(.preferences), .back, .inbox(.showPreferences)),
    Walk(.shops(.list), [home, .shops(.loaded(Fixture.shops)), .action(.shops(.show))]),
    sees(.shops(.shop(.init("shp_1"))), .shops(.open(row: 0))),
    sees(.shops(.origins), .back, .shops(.showOrigins)),
    Walk(
      .referral(.overview), [home, .referral(.loaded(Fixture.referral)), .action(.referral(.show))]),
    sees(.referral(.code), .referral(.showCode)),
    sees(.referral(.claim), .back, .referral(.giveCode)),
    Walk(nil, [home] + Key.text("5j")), sees(.wallet(.list), .wallet(.show)),
    Walk(.wallet(.list), [.wallet(.loaded(Fixture.wallet))]),
    Walk(.wallet(.list), Key.text("/a")),
    Walk(
      .wallet(.card(.init("3"))),
      [.input(.key(Key(.escape))), .action(.wallet(.open(row: 0)))]),
    Walk(.wallet(.card(.init("3"))), Key.text("jj")),
    sees(.wallet(.paper(.init("3"))), .wallet(.showLarge)),
    sees(.wallet(.deletion(.init("3"))), .back, .wallet(.askToDelete)),
    sees(.wallet(.form(.init("3"))), .back, .wallet(.edit)),
    sees(.wallet(.form(.init("3"))), .focus("wallet.note"), .wallet(.submitCard)),
    sees(.wallet(.reading), .back, .wallet(.showReading)),
    Walk(.wallet(.reading), [.wallet(.fileFailed(.passwordNeeded))]),
    sees(.wallet(.writing), .back, .wallet(.showWriting)),
    Walk(.wallet(.form(nil)), [.action(.back), .action(.wallet(.add)), .input(.paste("7"))]),
    sees(.leavingForm, .back),
  ]

  private static let accounts = [
    Walk(.accounts(.list), [.action(.accounts(.show)), .accounts(.loaded(Fixture.accounts))]),
    Walk(.accounts(.list), Key.text("jd")), Walk(.accounts(.adding), Key.text("n")),
    Walk(.accounts(.adding), [.accounts(.refused(.invalid))]),
    Walk(.forgetting, [home, .action(.forgetting(.show))]),
    Walk(
      .forgetting, [.forgetting(.surveyed(Fixture.survey)), .action(.forgetting(.toggleWallet))]),
    Walk(
      .profile(.overview), [home, .action(.profile(.show)), .profile(.loaded(Fixture.profile))]),
    sees(.profile(.form), .profile(.edit)),
    Walk(
      .profile(.form),
      [.input(.paste(String(repeating: "Ж", count: 400))), .action(.profile(.save))]),
    sees(.profile(.overview), .back),
    sees(.consents, .showTab(.home), .profile(.show), .consents(.show)),
    sees(.sessions(.list), .back, .sessions(.show)),
    Walk(.sessions(.list), [.sessions(.loaded(Fixture.sessions))]),
    sees(.sessions(.session(.init("ses_3"))), .sessions(.open(row: 2))),
    sees(.sessions(.others), .back, .sessions(.showOthers)),
    sees(.profile(.export), .showTab(.home), .profile(.show), .profile(.showExport)),
    Walk(
      .profile(.export), [.profile(.exported(path: "/" + String(repeating: "long/", count: 90)))]),
    sees(.profile(.deletion), .back, .profile(.showDeletion), .profile(.deleteAccount)),
  ]

  private static let content = [
    // A section of the business's own.
    Walk(
      nil, [home, .screens(.loaded(Fixture.screens)), .action(.screens(.open(slug: "news")))]),
    Walk(nil, [.input(.key(Key(.tab)))]),
    sees(.screen(slug: "page"), .screens(.open(slug: "page")), .screens(.fold(.init("faq")))),
    Walk(.screen(slug: "page"), [.input(.key(Key(.pageDown)))]),
    Walk(.screen(slug: "page"), [.input(.key(Key(.end)))]),
  ]

  private static let editing = [
    Walk(
      .editor(.main),
      [home, .home(.loaded(Fixture.publisherHome)), .editor(.opened(Fixture.draft, seed: "b"))]),
    sees(.editor(.main), .editor(.select(5))),
    sees(.editor(.main), .editor(.pane), .editor(.write)),
    Walk(.editor(.main), [.input(.paste(String(repeating: "漢字 ж", count: 300)))]),
    sees(.editor(.main), .editor(.preview)),
    sees(.editor(.kinds(isRetyping: false)), .editor(.preview), .editor(.add)),
    sees(.editor(.kinds(isRetyping: true)), .back, .editor(.retype)),
    Walk(.editor(.conflict), [.action(.back), .editor(Fixture.overtaken)]),
    Walk(
      .editor(.revisions),
      [
        .action(.back), .action(.editor(.showRevisions)),
        .editor(.revisionsLoaded(Fixture.revisions)),
      ]),
    sees(.editor(.difference), .editor(.revisionsAction(.open(row: 0)))),
    Walk(.editor(.difference), Fixture.revisions.map { .editor(.revisionLoaded($0)) }),
    sees(.editor(.publishing), .back, .back, .editor(.showPublishing)),
    sees(.editor(.leaving), .back, .editor(.leave), .editor(.leave)),
    sees(.travel, .back, .travel(.open)),
    sees(.editor(.main), .form(.choose("travel.width", 3)), .travel(.go)),
    sees(.editor(.main), .travel(.end)),
    Walk(.editor(.main), [home, .editor(.opened(Fixture.unchanged, seed: "c"))]),
    sees(.editor(.publishing), .editor(.showPublishing)), sees(.editor(.plan), .editor(.plan)),
    Walk(
      .editor(.targets),
      [
        home, .editor(.opened(Fixture.picking, seed: "d")), .action(.editor(.select(1))),
        .action(.editor(.focusField(3))), .action(.editor(.write)),
      ]),
    sees(.editor(.names), .back, .editor(.focusField(5)), .editor(.write)),
    Walk(
      .editor(.picture),
      [
        home, .editor(.opened(Fixture.picturing, seed: "e")), .action(.editor(.select(1))),
        .action(.editor(.focusField(0))), .action(.editor(.write)),
      ]),
    Walk(
      .editor(.picture),
      [
        .input(.paste("/x")), .editor(.picture(.found(typed: "/x", Fixture.pictureFile))),
        .action(.form(.submit)), .editor(.picture(.progress(attempt: 1, sent: 20_000))),
      ]),
  ]

  private static let drafts = [
    Walk(
      .drafts(.list),
      [
        home, .action(.drafts(.show)), .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept)),
      ]),
    sees(.drafts(.new), .drafts(.new)), sees(.drafts(.list), .back),
    Walk(.drafts(.deletion), [.input(.key(Key(.down))), .action(.drafts(.askDelete))]),
    Walk(nil, [home, .screens(.loaded(ScreensContents(screens: [])))]),
  ]

  /// What nobody sees who is signed in: the end of the walk.
  private static let guests = [
    Walk(.loginNeeded, [.login(.signedOut), .action(.guest(.lookAround)), .action(.card(.show))])
  ]
}

extension Fixture {
  /// What is on the server, and nothing of mine.
  fileprivate static var unchanged: EditedDraft {
    EditedDraft(base: draft.base, screen: draft.base.content)
  }

  /// A button: what its fields can have is picked, in the fourth its target, in the sixth its tiers.
  fileprivate static var picturing: EditedDraft {
    let screen = Screen(
      slug: "x", title: [.english: "X", .russian: "Х"], blocks: [block("a", .image, "A cup")])
    return EditedDraft(base: screen, screen: screen)
  }

  fileprivate static var picking: EditedDraft {
    let action = BlockAction(.reward, "").value
    var base = Screen(
      slug: "button", title: [:], blocks: [block("a", .button, "Go", "", ["action": action])])
    base.members["id"] = "scr_2"
    return EditedDraft(base: base, screen: base.content)
  }

  /// With a stamp card.
  fileprivate static var stamped: HomeContents {
    var home = home
    home.stamps = stampCards
    return home
  }
}
