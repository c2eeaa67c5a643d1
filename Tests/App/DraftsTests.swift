import Cells
import Content
import Loyalty
import Testing

@testable import App

/// All screens in a list, a new one, one that is deleted, and publishing at a time.
@Suite struct DraftsTests {
  @Test func `a member without the role has no list of screens`() throws {
    var state = try DraftsTests.state([.member])
    #expect(!state.moreItems.contains { $0.action == .drafts(.show) })
    #expect(feed([.action(.drafts(.show))], to: &state).isEmpty)
    #expect(state.sheets.isEmpty)
  }

  @Test func `a screen that was never published opens in the editor`() throws {
    var state = try DraftsTests.state([.editor])
    let shown = feed([.action(.drafts(.show))], to: &state)
    #expect(shown == [.reload(.drafts), .ask(.drafts(.list))])
    _ = feed([.drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept))], to: &state)
    let effects = feed([.input(.key(Key(.down))), .input(.key(Key(.enter)))], to: &state)
    let isAsked = effects.contains(.load(.editor(.draft(DraftsTests.all[1].id))))
    #expect(isAsked)
    let draft = EditedDraft(base: DraftsTests.all[1], screen: DraftsTests.all[1].content)
    _ = feed([.editor(.opened(draft, seed: "b"))], to: &state)
    #expect(state.sheets == [.drafts(.list), .editor(.main)])
    // Back in the list, it is brought anew.
    let left = feed([.action(.editor(.leave))], to: &state)
    #expect(state.sheets == [.drafts(.list)])
    let (isLoaded, isDismissed) = (
      left.contains(.ask(.drafts(.list))), left.contains(.ask(.editor(.dismiss(draft.base.id))))
    )
    #expect(isLoaded && isDismissed)
  }

  @Test func `what is kept here is in the list without a connection too`() throws {
    var state = try DraftsTests.state([.editor])
    _ = feed(
      [
        .action(.drafts(.show)),
        .failed(.drafts(.list), .offline(.refused)),
        .drafts(.loaded(nil, kept: DraftsTests.kept)),
      ], to: &state)
    let frame = view(state)
    #expect(frame.elements.contains { $0.id == "drafts.problem" })
    #expect(frame.elements.contains { $0.id == "drafts.row.0" && $0.text.contains("not saved") })
    #expect(
      feed([.input(.key(Key(.enter)))], to: &state).first
        == .load(.editor(.draft(DraftsTests.all[1].id))))
    // With the server's own list it is one row.
    _ = feed([.drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept))], to: &state)
    #expect(state.drafts.items.count == 2)
  }

  @Test(arguments: [
    ("Summer menu", "summer-menu"), ("Летнее меню, 2027!", "letnee-menyu-2027"), ("  a  b ", "a-b"),
    ("Съешь ещё этих мягких французских булок да выпей чаю", "sesh-eschyo-etikh-myagkikh"),
    ("漢字", ""), ("", ""),
  ]) func `a short name comes from the title`(title: String, slug: String) {
    #expect(Screen.slug(for: title).hasPrefix(slug))
    #expect(Screen.slug(for: title).isEmpty || Screen.isSlug(Screen.slug(for: title)))
  }

  @Test func `an attempt without an answer keeps its key for the same screen only`() throws {
    var state = try DraftsTests.state([.editor])
    _ = feed(
      [
        .action(.drafts(.show)), .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept)),
        .action(.drafts(.new)),
        .input(.paste("Summer")),
      ], to: &state)
    let first = feed([.action(.drafts(.create))], to: &state)
    guard case .ask(.drafts(.create(let content, nil)))? = first.first else {
      Issue.record("nothing was asked")
      return
    }
    #expect(content.slug == "summer")
    #expect(feed([.action(.drafts(.create))], to: &state).isEmpty, "not twice")
    let lost = Event.drafts(.failed(.garbled, details: [], key: "k"))
    #expect(feed([lost], to: &state) == [.ask(.drafts(.list))], "the list may be another one now")
    #expect(
      feed([.action(.drafts(.create))], to: &state) == [.ask(.drafts(.create(content, key: "k")))])
    _ = feed([lost, .input(.paste("!"))], to: &state)
    guard
      case .ask(.drafts(.create(_, let key)))? = feed([.action(.drafts(.create))], to: &state).first
    else {
      Issue.record("nothing was asked")
      return
    }
    #expect(key == nil)
    // The server's answer, whatever it says, is the end of an attempt.
    let refused = DraftsEvent.failed(Fixture.staleness, details: ["Taken"], key: "k")
    _ = feed([.drafts(refused)], to: &state)
    #expect(state.toasts.last?.text.hasSuffix("Taken") == true)
    guard
      case .ask(.drafts(.create(_, let next)))? = feed([.action(.drafts(.create))], to: &state)
        .first
    else {
      Issue.record("nothing was asked")
      return
    }
    #expect(next == nil)
  }

  @Test func `a name that is taken, no title, no connection: said, and nothing is sent`() throws {
    var state = try DraftsTests.state([.editor])
    _ = feed(
      [
        .action(.drafts(.show)), .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept)),
        .action(.drafts(.new)),
        .action(.drafts(.create)),
      ], to: &state)
    #expect(state.focus == "newScreen.title")
    _ = feed(
      [
        .input(.paste("Delivery")), .action(.focus("newScreen.slug")), .input(.paste("delivery")),
      ], to: &state)
    #expect(feed([.action(.drafts(.create))], to: &state).isEmpty)
    #expect(state.focus == "newScreen.slug")
    _ = feed([.input(.paste("-2"))], to: &state)
    state.network = .failed(.offline(.refused), attempts: 1, retryAt: state.now)
    #expect(feed([.action(.drafts(.create))], to: &state).isEmpty)
    #expect(state.toasts.contains { $0.isError })
  }

  @Test func `only a publisher deletes, after a question, and nothing that is in the app`() throws {
    var editor = try DraftsTests.state([.editor])
    _ = feed(
      [
        .action(.drafts(.show)), .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept)),
        .action(.drafts(.askDelete)),
      ],
      to: &editor)
    #expect(editor.sheets == [.drafts(.list)])
    var state = try DraftsTests.state([.publisher])
    _ = feed(
      [
        .action(.drafts(.show)), .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept)),
        .action(.drafts(.askDelete)),
      ],
      to: &state)
    #expect(state.sheets == [.drafts(.list)], "it is published")
    #expect(feed([.action(.drafts(.delete))], to: &state).isEmpty, "nobody deletes in passing")
    _ = feed([.input(.key(Key(.down))), .input(.key(.character("x")))], to: &state)
    #expect(state.sheets == [.drafts(.list), .drafts(.deletion)])
    let effects = feed([.action(.drafts(.delete)), .action(.drafts(.delete))], to: &state)
    #expect(effects == [.ask(.drafts(.delete(DraftsTests.all[1])))])
    let left = Event.drafts(.loaded([DraftsTests.all[0]], kept: []))
    #expect(feed([left, .drafts(.deleted)], to: &state) == [.ask(.drafts(.list))])
    #expect(state.sheets == [.drafts(.list)] && state.drafts.items.count == 1)
  }

  @Test func `a plan is a moment to come on one's own clock`() throws {
    var state = try DraftsTests.state([.publisher])
    var screen = DraftsTests.all[0]
    screen.blocks = [Fixture.block("a", .paragraph, "Hello", "Привет")]
    let draft = EditedDraft(base: screen, screen: screen.content)
    _ = feed(
      [
        .editor(.opened(draft, seed: "b")), .action(.editor(.showPublishing)),
        .action(.editor(.plan)),
      ], to: &state)
    #expect(state.sheets.last == .editor(.plan))
    let clear: Event = .input(.key(.control("u")))
    _ = feed([clear, .input(.paste("2026-02-30 9:00"))], to: &state)
    #expect(feed([.action(.editor(.submitPlan))], to: &state).isEmpty)
    _ = feed([clear, .input(.paste("2020-01-01 09:00"))], to: &state)
    #expect(feed([.action(.editor(.submitPlan))], to: &state).isEmpty)
    _ = feed([clear, .input(.paste("2030-01-01 09:00"))], to: &state)
    let at = Instant(rfc3339: "2030-01-01T06:00:00Z")
    #expect(
      feed([.action(.editor(.submitPlan)), .action(.editor(.submitPlan))], to: &state)
        == [.ask(.editor(.publish(screen, at: at)))])
    var planned = screen
    planned.members["etag"] = "\"1.2\""
    planned.members["publish_at"] = "2030-01-01T06:00:00Z"
    _ = feed([.editor(.published(planned))], to: &state)
    #expect(state.sheets.last == .editor(.main) && state.editor?.isSaving == false)
    _ = feed([.action(.editor(.showPublishing))], to: &state)
    #expect(view(state).elements.contains { $0.id == "publish.hint" && $0.text.contains("2030") })
    #expect(
      feed([.action(.editor(.cancelPlan))], to: &state) == [.ask(.editor(.cancelPlan(planned)))])
  }

  private static let standing: [(String, String, Int?)] = [
    ("news", "published", 3), ("delivery", "draft", nil),
  ]

  static let all: [Screen] = standing.map { slug, status, published in
    var screen = Screen(
      id: .init("scr_\(slug)"), slug: slug,
      title: [.english: slug, .russian: slug], blocks: [])
    screen.members["status"] = .string(status)
    screen.members["etag"] = "\"1.1\""
    screen.members["revision"] = 3
    screen.members["updated_by"] = ["id": "m", "name": "Вера Ким"]
    screen.members["updated_at"] = .string(Fixture.now.adding(seconds: -7200).rfc3339)
    if let published { screen.members["published_revision"] = .integer(Int64(published)) }
    if published == nil { screen.members["editors"] = [["id": "b", "name": "Борис Лебедев"]] }
    return screen
  }

  static let kept = [KeptDraft(screen: all[1], at: Fixture.now.adding(seconds: -600))]

  static func state(_ roles: [Role]) throws -> State {
    var state = try Fixture.signedIn()
    var home = Fixture.home
    home.member?.roles = [.member] + roles
    _ = feed([.home(.loaded(home)), .screens(.loaded(Fixture.screens))], to: &state)
    return state
  }
}
