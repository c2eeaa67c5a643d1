import Cells
import Content
import Loyalty
import Testing

@testable import App

extension Fixture {
  /// An editor with a screen of all kinds open.
  static func editing(
    _ size: Size = Size(width: 120, height: 40), _ language: Language = .english,
    _ screen: Screen? = nil
  ) throws -> State {
    var state = try signedIn(size, language)
    var draft = screen ?? screens.screens?[1] ?? Screen(slug: "x", title: [:], blocks: [])
    draft.members["id"] = "scr_1"
    draft.members["etag"] = "\"3.4\""
    draft.members["revision"] = 3
    _ = feed(
      [
        .home(.loaded(editorHome)), .screens(.loaded(screens)), .shops(.loaded(shops)),
        .action(.editor(.open(draft.id))),
        .editor(.opened(EditedDraft(base: draft, screen: draft.content), seed: "bnew-")),
      ], to: &state)
    return state
  }
}

extension Fixture {
  static var publisherHome: HomeContents {
    var home = home
    home.member?.roles = [.member, .publisher]
    return home
  }

  static var draft: EditedDraft {
    var base = screens.screens?[1] ?? Screen(slug: "x", title: [:], blocks: [])
    base.members["id"] = "scr_1"
    var screen = base.content
    screen.blocks[4][["text", "en"]] = "Mine"
    return EditedDraft(base: base, screen: screen)
  }

  static var save: ScreenSave { ScreenSave(draft.screen, over: draft.base) }

  /// Both have changed the same block.
  static var overtaken: EditorEvent { .overtaken(save, by: theirs, staleness) }

  static let staleness = Trouble.refused(
    code: "edit_conflict", title: "Somebody else was first", detail: nil, retryAfter: nil)

  static var revisions: [ScreenRevision] {
    [(2, theirs.content), (1, draft.base.content)].map { number, content in
      ScreenRevision(
        id: .init("rev_\(number)"), screen: .init("scr_1"), number: number,
        author: Screen.Author(id: .init("m"), name: "Вера Ким"),
        createdAt: now.adding(days: Int64(number) - 9), reverts: number == 2 ? 1 : nil,
        publishedAt: number == 1 ? now.adding(days: -8) : nil, content: content)
    }
  }

  /// What somebody else has saved meanwhile.
  static var theirs: Screen {
    var theirs = draft.base
    theirs.members["updated_by"] = ["id": "m", "name": "Вера Ким"]
    theirs.blocks[4][["text", "en"]] = "Theirs"
    theirs.blocks[4][["text", "ru"]] = "С сервера"
    return theirs
  }
}

extension State {
  /// The answer to a save of what is edited now, when somebody else was first.
  func overtaken(by theirs: Screen) throws -> EditorEvent {
    let editor = try #require(editor)
    return .overtaken(
      ScreenSave(editor.screen, over: editor.base), by: theirs, Fixture.staleness)
  }
}

extension GoldenTests.Screen {
  var editorEvents: [Event] {
    let enter: Event = .input(.key(Key(.enter)))
    return switch self {
    case .editorFields: [.action(.editor(.select(7))), enter, .input(.key(Key(.down)))]
    case .editorText:
      [
        .action(.editor(.select(5))), enter, enter,
        .input(.paste("\nShow it to a friend, who gets a card of their own and points as well")),
      ]
    case .editorRevisions:
      [.action(.editor(.showRevisions)), .editor(.revisionsLoaded(Fixture.revisions))]
    case .editorDifference:
      [
        .action(.editor(.showRevisions)), .editor(.revisionsLoaded(Fixture.revisions)), enter,
      ] + Fixture.revisions.map { .editor(.revisionLoaded($0)) }
    case .editorPublishing:
      [
        .home(.loaded(Fixture.publisherHome)), .action(.editor(.select(14))), enter,
        .action(.editor(.focusField(2))), .action(.editor(.step(-1))),
        .action(.editor(.showPublishing)),
      ]
    case .editorNews:
      [
        .action(.editor(.select(2))),
        .editor(
          .met(
            .init("scr_1"), [Colleague(name: "Вера Ким", block: .init("picture"))], etag: "\"3.4\"")
        ),
      ]
    case .editorPlan:
      [
        .home(.loaded(Fixture.publisherHome)), .action(.editor(.showPublishing)),
        .action(.editor(.plan)),
      ]
    case .editorPicture, .editorPictureSending:
      [
        .action(.editor(.select(4))), enter, enter, .input(.paste(Fixture.pictureFile.path)),
        .editor(.picture(.found(typed: Fixture.pictureFile.path, Fixture.pictureFile))),
      ]
        + (self == .editorPicture
          ? []
          : [
            .action(.form(.submit)), .editor(.picture(.progress(attempt: 1, sent: 16_800))),
          ])
    case .editorTravel:
      [
        .action(.editor(.select(2))), .action(.travel(.open)),
        .action(.form(.choose("travel.language", -1))), .action(.form(.choose("travel.width", 1))),
        .action(.travel(.go)),
      ]
    case .editorKinds: [.action(.editor(.select(2))), .action(.editor(.add))]
    case .editorLeaving:
      [.action(.editor(.select(2))), .action(.editor(.delete)), .action(.editor(.leave))]
    case .editorConflict:
      [
        .action(.editor(.select(5))), enter, enter, .input(.paste(" now")),
        .input(.key(Key(.escape))), .editor(Fixture.overtaken),
      ]
    default: [.action(.editor(.select(4)))]
    }
  }
}
