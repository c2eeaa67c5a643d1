import App
import Cells
import Loyalty

extension GoldenTests.Screen {
  /// The way to a screen of the member's own data.
  var profileEvents: [Event] {
    let enter: Event = .input(.key(Key(.enter)))
    let rest: [Event] =
      switch self {
      case .profileForm: [.action(.editProfile)]
      case .profileRefused:
        [
          .profileRefused(
            ProfileRefusal(
              patch: ProfilePatch([.email: "anna@mail"]), problems: [.email: "No such address."],
              words: "Something is wrong.")),
          .action(.dismissToast), .action(.editProfile),
        ]
      case .consents: [.action(.showConsents)]
      case .sessions: [.action(.showSessions), .sessionsLoaded(Fixture.sessions)]
      case .sessionsOffline:
        [
          .action(.showSessions), .sessionsLoaded(Fixture.sessions),
          .failed(.pull, .offline(.refused)),
        ]
      case .session:
        [
          .action(.showSessions), .sessionsLoaded(Fixture.sessions), .action(.openSession(row: 1)),
        ]
      case .otherSessions:
        [.action(.showSessions), .sessionsLoaded(Fixture.sessions), .action(.showOtherSessions)]
      case .export: [.action(.showExport)]
      case .exported:
        [.action(.showExport), enter, .exported(path: "~/loyalhub-export.json")]
      case .deletion: [.action(.showDeletion), .input(.paste("delete")), enter]
      default: []
      }
    return [.action(.showProfile), .profileLoaded(Fixture.profile)] + rest
  }
}
