import Cells
import Loyalty
import Testing

@testable import App

struct UnreachedTests {
  private static let english = Phrasebook(.english)
  private static let russian = Phrasebook(.russian)

  @Test(
    arguments: [
      (.refused, "The server cannot be reached. Nothing answers at its address.", true),
      (.timedOut, "The server cannot be reached. It did not answer in time.", true),
      (.unresolvable, "The server’s name is not found.", true),
      (.certificate(.expired), "The server’s certificate has expired.", false),
      (.certificate(.notYetValid), "The server’s certificate is not valid yet.", false),
      (
        .certificate(.otherHost(names: "other.example")),
        "The server’s certificate is for other.example.", false
      ),
      (.certificate(.unknownIssuer), "The server’s certificate is not trusted.", false),
      (.notTLS, "There is no HTTPS at this address.", false),
      (.needsTLS, "The server wants HTTPS.", false),
      (.otherPage, "Another page answers in place of the server.", false),
      (.redirected(to: "login.example"), "The server sends on to login.example.", false),
      (.proxyPassword, "The proxy asks for a password.", false),
      (.proxyUnreachable, "The proxy cannot be reached.", false),
      (.unavailable(words: "Back at noon"), "It says: “Back at noon”.", true),
    ] as [(Unreached, String, Bool)])
  func `each kind is named, and waiting is promised to help only where it may`(
    cause: Unreached, words: String, isPassing: Bool
  ) {
    let told = UnreachedTests.english.words(for: cause, again: .offlineAgain)
    #expect(told.contains(words), "\(told)")
    #expect(told.contains("tries again") == isPassing)
    let inRussian = UnreachedTests.russian.words(for: cause, again: .offlineAgain)
    #expect(inRussian.contains("повторит само") == isPassing)
    // A command tries once.
    #expect(!UnreachedTests.english.words(for: cause).contains("tries again"))
    for text in [told, inRussian] { #expect(!text.contains("{") && !text.contains("..")) }
  }

  @Test func `what does not pass is told once over what is known`() throws {
    var state = try Fixture.signedIn()
    let trouble = Trouble.offline(.certificate(.expired))
    _ = feed([.failed(.pull, trouble), .failed(.pull, trouble)], to: &state)
    #expect(state.toasts.count { $0.isError && $0.text.contains("has expired") } == 1)
    state.toasts = []
    _ = feed([.failed(.pull, trouble)], to: &state)
    #expect(state.toasts.isEmpty)
    _ = feed([.failed(.pull, .offline(.otherPage))], to: &state)
    #expect(state.toasts.contains { $0.text.contains("Another page") })
  }

  @Test(arguments: [40, 60, 80, 100, 120])
  func `at the login the kind stands beside the keys, not below them`(width: Int) throws {
    var state = try Fixture.signedOut(Size(width: width, height: 24))
    _ = feed([.failed(.pull, .offline(.authorities))], to: &state)
    let line = view(state).grid.text.split(separator: "\n").last.map(String.init) ?? ""
    #expect(line.contains("The list of trusted"), "\(line)")
    #expect(line.contains("F3 Русский"), "\(line)")
    #expect(line.contains("F5 My cards") == (width >= 60), "\(line)")
  }

  @Test func `what may pass by itself is no error on the screen`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.failed(.pull, .offline(.timedOut))], to: &state)
    #expect(state.toasts.isEmpty)
  }

  @Test func `an app that is too old is told what to do, and promised nothing`() throws {
    var state = try Fixture.signedIn()
    let trouble = Trouble.refused(
      code: "client_too_old", title: "x", detail: nil, retryAfter: nil)
    _ = feed([.failed(.pull, trouble)], to: &state)
    #expect(state.words(for: trouble).contains("too old for the server"))
    #expect(connection(state) == "! Update the app")
  }

  @Test func `a moment in the future is said to be the clock's`() throws {
    let state = try Fixture.signedIn()
    #expect(state.asOf(state.now.adding(seconds: 60)).hasPrefix("as of"))
    #expect(
      state.asOf(state.now.adding(days: 40)).hasPrefix("The clock of this device is behind"))
  }
}

struct StorageWordsTests {
  @Test(
    arguments: [
      (.denied, "/home/anna: Permission denied"), (.readOnly, "/home/anna: Read-only file system"),
      (.full, "/home/anna: No space left on device"),
      (.occupied(.pipe), "/home/anna: is a pipe, not a file"),
    ] as [(StorageProblem.Reason, String)])
  func `what the disk refuses is said with its place and its reason`(
    reason: StorageProblem.Reason, words: String
  ) {
    let problem = StorageProblem("/home/anna", reason)
    #expect(Phrasebook(.english).words(for: problem) == words)
    #expect(Phrasebook(.russian).words(for: problem).hasPrefix("/home/anna: "))
    #expect(problem.description == words)
  }

  @Test func `a disk that fills while the app runs is named once, over what is known`() throws {
    var state = try Fixture.signedIn()
    let trouble = Trouble.storage(StorageProblem("/home/anna/store.sqlite", .full))
    _ = feed([.failed(.pull, trouble), .failed(.pull, trouble)], to: &state)
    #expect(
      state.toasts.map(\.text) == [
        "This could not be kept on this machine. "
          + "No space left on device: /home/anna/store.sqlite"
          + ". Make room on the disk: what is there already stays."
      ])
  }

  @Test func `that nothing is kept is said on the screen, with the folder`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.notice(.notKept(StorageProblem("/home\u{1B}[2J/a", .denied)))], to: &state)
    let words = state.toasts.first?.text
    #expect(
      words == "Nothing is kept on this machine when you leave. Permission denied: /home[2J/a")
    _ = feed([.notice(.notKept(.noHome))], to: &state)
    #expect(state.toasts.last?.text.contains("HOME is not set") == true)
  }
}
