import Cells
import Content
import Loyalty
import TestSupport
import Testing

@testable import App

/// Each place to type in, with everything that somebody may type or paste there.
struct FieldSweepTests {
  enum Place: String, CaseIterable {
    case phone
    case code
    case history
    case shops
    case promoCode
    case referral
    case account
    case wallet
    case walletCard
    case walletRead
    case walletWrite
    case profile
    case export
    case deletion
    case travel
    case newScreen
    case plan
    case block
    case target
    case picture

    /// What opens it.
    var events: [Event] {
      switch self {
      case .phone: []
      case .code:
        [
          .login(
            .codeSent(
              Challenge(
                id: .init("otp"), phone: Fixture.phone, target: "…67", codeLength: 6,
                expiresAt: Fixture.now, resendAt: Fixture.now)))
        ]
      case .history: [.action(.showTab(.history)), .action(.history(.search))]
      case .shops:
        [.action(.shops(.show)), .shops(.loaded(Fixture.shops)), .action(.shops(.search))]
      case .promoCode: [.action(.promoCode(.show))]
      case .referral:
        [
          .action(.referral(.show)), .referral(.loaded(Fixture.referral)),
          .action(.referral(.giveCode)),
        ]
      case .account:
        [.action(.accounts(.show)), .accounts(.loaded(Fixture.accounts)), .action(.accounts(.add))]
      case .wallet:
        [.action(.wallet(.show)), .wallet(.loaded(Fixture.wallet)), .action(.wallet(.search))]
      case .walletCard: [.action(.wallet(.show)), .action(.wallet(.add))]
      case .walletRead: [.action(.wallet(.show)), .action(.wallet(.showReading))]
      case .walletWrite:
        [
          .action(.wallet(.show)), .wallet(.loaded(Fixture.wallet)),
          .action(.wallet(.showWriting)),
        ]
      case .profile:
        [.action(.profile(.show)), .profile(.loaded(Fixture.profile)), .action(.profile(.edit))]
      case .export: [.action(.profile(.show)), .action(.profile(.showExport))]
      case .deletion: [.action(.profile(.show)), .action(.profile(.showDeletion))]
      case .travel: editing + [.action(.travel(.open)), .action(.focus("travel.segments"))]
      case .newScreen:
        [
          .home(.loaded(Fixture.editorHome)), .action(.drafts(.show)),
          .drafts(.loaded([], kept: [])),
          .action(.drafts(.new)),
        ]
      case .plan: editing + [.action(.editor(.showPublishing)), .action(.editor(.plan))]
      case .block:
        editing + [
          .action(.editor(.select(5))), .action(.editor(.pane)), .action(.editor(.write)),
        ]
      case .target:
        editing + [
          .action(.editor(.select(13))), .action(.editor(.pane)),
          .action(.editor(.focusField(3))), .action(.editor(.write)),
        ]
      case .picture:
        editing + [
          .action(.editor(.select(4))), .action(.editor(.pane)), .action(.editor(.write)),
        ]
      }
    }

    private var editing: [Event] {
      var home = Fixture.home
      home.member?.roles = [.publisher]
      var screen = Fixture.draft.base
      screen.blocks[12][["props", "action", "kind"]] = "screen"
      return [
        .home(.loaded(home)), .screens(.loaded(Fixture.screens)),
        .editor(.opened(EditedDraft(base: screen, screen: screen.content), seed: "b")),
      ]
    }

    var isBeforeLogin: Bool { self == .phone || self == .code }
  }

  static let inputs: [(name: String, text: String)] = [
    ("nothing", ""), ("blanks", "  \t \u{A0}\u{3000} "), ("digits", "0123456789"),
    ("Latin", "Hello, world"), ("Cyrillic", "Ёжик в тумане"), ("Chinese", "中文字符輸入"),
    ("Arabic", "مرحبا بالعالم"), ("emoji", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽"), ("a flag by half", "🇷"),
    ("control characters", "a\u{1B}[2J\u{7}\u{8}\u{0}\r\nb\u{9B}31m\u{7F}"),
    ("marks of direction", "a\u{202E}b\u{2066}c\u{200F}d\u{2069}\u{061C}"),
    ("no width", "\u{200B}\u{FEFF}\u{2060}x"),
    ("one letter with a thousand accents", "e" + String(repeating: "\u{301}", count: 1000)),
    ("SQL", "'; DROP TABLE member; --"), ("a path", "../../../../etc/passwd\u{0}.zip"),
    ("a number out of range", "99999999999999999999999999999999"),
    ("64 KB", String(repeating: "Привет, мир! ", count: 3000)),
    ("64 KB of one word", String(repeating: "ы", count: 33_000)),
  ]

  /// Each input in two of three places, at one of the sizes; all of it in a long run.
  @Test(arguments: Place.allCases)
  func `whatever is typed, the field stays clean and the screen whole`(place: Place) throws {
    for (index, size) in [Size(width: 80, height: 24), Size(width: 40, height: 15)].enumerated() {
      let offset = index + (Place.allCases.firstIndex(of: place) ?? 0)
      for input in Effort.sample(Self.inputs, every: 7, from: offset) {
        var state = try opened(place, size)
        let start = state
        // Into each field in turn, by a paste, and then whatever Enter and the buttons do.
        for _ in 0..<9 {
          _ = feed([.input(.paste(input.text))], to: &state)
          check(state, size, "\(place), \(input.name), pasted")
          _ = feed([.input(.key(Key(.tab)))], to: &state)
        }
        _ = feed([.input(.key(Key(.enter)))], to: &state)
        submit(&state)
        check(state, size, "\(place), \(input.name), sent")
        // Letter by letter as well.
        state = start
        for character in input.text.prefix(60) {
          _ = feed([.input(.key(Key(.character(String(character)))))], to: &state)
        }
        check(state, size, "\(place), \(input.name), typed")
      }
    }
  }

  @Test(arguments: Place.allCases)
  func `there is a field to type in, and what is typed shows`(place: Place) throws {
    var state = try opened(place, Size(width: 80, height: 24))
    let before = view(state).elements.filter { $0.role == .field }
    #expect(!before.isEmpty)
    _ = feed([.input(.paste("7"))], to: &state)
    #expect(view(state).elements.filter { $0.role == .field } != before)
  }

  private func opened(_ place: Place, _ size: Size) throws -> State {
    var state = place.isBeforeLogin ? try Fixture.signedOut(size) : try Fixture.signedIn(size)
    _ = feed(place.events, to: &state)
    return state
  }

  private func submit(_ state: inout State) {
    let actions: [Action] = [
      .login(.sendCode), .login(.submitCode), .promoCode(.submit), .referral(.submitCode),
      .accounts(.submit),
      .wallet(.submitCard), .wallet(.read), .wallet(.write), .profile(.save), .profile(.export),
      .profile(.deleteAccount), .travel(.go), .drafts(.create), .editor(.submitPlan),
    ]
    for action in actions { _ = feed([.action(action)], to: &state) }
  }

  private func check(_ state: State, _ size: Size, _ comment: Comment) {
    let frame = view(state)
    #expect(frame.grid.size == size, comment)
    for element in frame.elements {
      #expect(element.text.unicodeScalars.count < 5000, comment)
      #expect(!element.text.unicodeScalars.contains(where: isHarmful), comment)
      let bounds = element.bounds
      #expect(bounds.isEmpty || bounds.intersection(frame.grid.bounds) == bounds, comment)
    }
  }

  /// What could move the cursor or turn the line around.
  private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
