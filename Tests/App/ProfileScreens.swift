import App
import Cells
import Loyalty

extension GoldenTests.Screen {
  /// The way to a screen of the member's own data.
  var profileEvents: [Event] {
    let enter: Event = .input(.key(Key(.enter)))
    let rest: [Event] =
      switch self {
      case .profileForm: [.action(.profile(.edit))]
      case .profileRefused:
        [
          .profile(
            .refused(
              ProfileRefusal(
                patch: ProfilePatch([.email: "anna@mail"]), problems: [.email: "No such address."],
                words: "Something is wrong."))),
          .action(.dismissToast), .action(.profile(.edit)),
        ]
      case .consents: [.action(.consents(.show))]
      case .sessions: [.action(.sessions(.show)), .sessions(.loaded(Fixture.sessions))]
      case .sessionsOffline:
        [
          .action(.sessions(.show)), .sessions(.loaded(Fixture.sessions)),
          .failed(.pull, .offline(.refused)),
        ]
      case .session:
        [
          .action(.sessions(.show)), .sessions(.loaded(Fixture.sessions)),
          .action(.sessions(.open(row: 1))),
        ]
      case .otherSessions:
        [
          .action(.sessions(.show)), .sessions(.loaded(Fixture.sessions)),
          .action(.sessions(.showOthers)),
        ]
      case .export: [.action(.profile(.showExport))]
      case .exported:
        [
          .action(.profile(.showExport)), enter,
          .profile(.exported(path: "~/loyalhub-export.json")),
        ]
      case .deletion: [.action(.profile(.showDeletion)), .input(.paste("delete")), enter]
      default: []
      }
    return [.action(.profile(.show)), .profile(.loaded(Fixture.profile))] + rest
  }
}
