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
      (.unavailable(), "The server is not available now. It is down for maintenance", true),
      (.unavailable(seconds: 600), "The app tries again in 10 min", true),
      (.busy(), "The server asks for patience. It was asked too often.", true),
      (.busy(seconds: 30), "The app tries again in 30 s", true),
      (.status(500), "The server answered 500. That is a failure of its own.", true),
      (.status(451), "Access to it is closed for legal reasons.", false),
      (.status(403), "Something before the server does not let the app through.", false),
      (.status(418), "A Loyalhub server does not answer so. Check the address.", false),
      (.foreign, "This is not a Loyalhub server. Something else answers at its address.", false),
      (.notHTTP, "This is not a Loyalhub server. What answers at its address does not", false),
      (.networkLogin, "The network asks for a sign-in. Open any page in a browser", false),
      (.proxyCertificate(.unknownIssuer), "The proxy’s certificate is not trusted.", false),
      (.proxyCertificate(.expired), "The proxy’s certificate has expired.", false),
      (
        .proxyCertificate(.otherHost(names: "other.example")),
        "The proxy’s certificate is for other.example.", false
      ),
      (.proxyNotTLS, "There is no HTTPS at the proxy.", false),
      (.proxyHandshake, "No secure connection to the proxy.", false),
    ] as [(Unreached, String, Bool)])
  func `each kind is named, and waiting is promised to help only where it may`(
    cause: Unreached, words: String, isPassing: Bool
  ) {
    let told = UnreachedTests.english.words(for: cause, again: .byKey)
    #expect(told.contains(words), "\(told)")
    #expect(told.contains("tries again") == isPassing)
    let inRussian = UnreachedTests.russian.words(for: cause, again: .byKey)
    #expect(inRussian.contains("Приложение повторит") == isPassing)
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
  func `at the login the kind stands above the keys, once`(width: Int) throws {
    var state = try Fixture.signedOut(Size(width: width, height: 24))
    _ = feed([.failed(.pull, .offline(.authorities))], to: &state)
    let text = view(state).grid.text
    #expect(text.ranges(of: "The list of trusted").count == 1, "\(text)")
    let line = text.split(separator: "\n").last.map(String.init) ?? ""
    for words in ["Ctrl-C Quit", "F5 My cards", "F3 Русский"] {
      #expect(line.contains(words), "\(line)")
    }
  }

  @Test(arguments: [40, 60, 80, 100, 120])
  func `where there is no room above the keys, the kind stands beside them`(width: Int) throws {
    var state = try Fixture.signedOut(Size(width: width, height: 24))
    // The login has words of its own.
    _ = feed(
      [
        .failed(.pull, .offline(.authorities)),
        .failed(.login(.sendCode(Fixture.phone)), .tooLarge),
      ], to: &state)
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
    #expect(
      state.asOf(state.now.adding(days: 40), width: 36) == "The clock is behind: set it")
  }
}

/// What an answer that is not ours looks like on the screen.
struct ForeignAnswerTests {
  static let troubles: [Trouble] = [
    .offline(.status(500)), .offline(.busy(seconds: 90)), .offline(.notHTTP), .offline(.foreign),
    .offline(.status(451)), .offline(.networkLogin), .offline(.otherPage),
    .offline(.unavailable(words: "Back at noon", seconds: 600)), .garbled, .tooLarge,
    .offline(.certificate(.unknownIssuer)), .offline(.proxyCertificate(.unknownIssuer)),
    .refused(code: "rate_limited", title: "Too many requests", detail: nil, retryAfter: 40),
  ]

  @Test(arguments: troubles)
  func `the first screen says which kind it is and what to do, however small it is`(
    trouble: Trouble
  ) throws {
    for (size, language) in [
      (Size(width: 40, height: 15), Language.english), (Size(width: 40, height: 15), .russian),
      (Size(width: 80, height: 24), .russian),
    ] {
      var state = State(
        size: size, settings: try Fixture.settings(language), isSignedIn: true, now: Fixture.now)
      _ = feed([.failed(.pull, trouble)], to: &state)
      let shown = view(state).grid.text.split { " \n".contains($0) }.joined(separator: " ")
      let title = state.phrases.title(for: trouble)
      let advice = state.advice(for: try #require(state.network.trouble(now: state.now)))
      #expect(shown.contains(title), "\(size) \(shown)")
      #expect(shown.contains(advice), "\(size) \(shown)")
      #expect(!advice.isEmpty && !shown.contains(state.phrases.say(.retrying)))
    }
  }

  @Test(arguments: troubles)
  func `the login says it too, and the header in a few words`(trouble: Trouble) throws {
    for (language, size) in [
      (Language.english, Size(width: 80, height: 24)), (.russian, Size(width: 80, height: 24)),
      (.english, Size(width: 40, height: 15)), (.russian, Size(width: 40, height: 15)),
    ] {
      var state = try Fixture.signedOut(size)
      state.settings.language = language
      _ = feed([.failed(.pull, trouble)], to: &state)
      let told = try #require(state.network.trouble(now: state.now))
      let frame = view(state)
      let advice = frame.elements.first { $0.id == "login.advice" }
      #expect(advice?.text == state.words(for: told))
      let shown = frame.grid.text.split { " \n".contains($0) }.joined(separator: " ")
      #expect(shown.contains(state.words(for: told)), "\(size) \(shown)")
      let short = state.phrases.shortTitle(for: trouble)
      #expect(displayWidth(of: short) <= 24, "\(short)")
      #expect(connection(state) == "! " + short)
    }
  }

  @Test func `who looks around is told it too, with nothing known of the program`() throws {
    var state = State(
      size: Size(width: 80, height: 24), settings: try Fixture.settings(), isSignedIn: false,
      now: Fixture.now)
    _ = feed([.action(.guest(.lookAround)), .failed(.pull, .offline(.foreign))], to: &state)
    #expect(state.toasts.contains { $0.isError && $0.text.contains("not a Loyalhub server") })
  }

  @Test func `a server is not asked before the moment that it names`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.failed(.pull, .offline(.busy(seconds: 90)))], to: &state)
    guard case .failed(_, _, let retryAt) = state.network else {
      Issue.record("\(state.network)")
      return
    }
    #expect(retryAt == state.now.adding(seconds: 90))
    #expect(state.pass(until: state.now.adding(seconds: 60)).isEmpty)
    #expect(
      state.network.trouble(now: Fixture.now.adding(seconds: 60)) == .offline(.busy(seconds: 30)))
    #expect(state.pass(until: retryAt).contains(.ask(.pull)))
    // Whoever asks for a day is asked once an hour all the same.
    #expect(NetworkState.delay(afterAttempts: 1, wish: 86_400) == 3600)
  }

  @Test func `an error of one request does not keep the next from being tried`() throws {
    var state = try Fixture.signedIn()
    for (trouble, isAway) in [
      (Trouble.offline(.status(500)), false), (.offline(.busy()), false), (.garbled, false),
      (.offline(.refused), true), (.offline(.unavailable()), true), (.offline(.foreign), true),
    ] {
      _ = feed([.failed(.pull, trouble)], to: &state)
      #expect(state.network.isAway == isAway, "\(trouble)")
    }
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

  @Test(
    arguments: [
      .storage(StorageProblem("/a", .damaged)), .storage(StorageProblem("/a", .newer)),
      .storage(StorageProblem("", .busy)), .storage(StorageProblem("/a", .failing)),
      .storage(StorageProblem("/a", .nameTooLong)), .storage(StorageProblem("/a", .tooManyFiles)),
      .storage(StorageProblem("/a", .other("Strange error"))), .local(.library),
      .local(.unreadable), .local(.other),
    ] as [Trouble])
  func `a Russian sentence has Russian words, and those of the system only in brackets`(
    trouble: Trouble
  ) throws {
    var state = try Fixture.signedIn()
    state.settings.language = .russian
    let names = ["libcurl", "libcurl4", "loyalhub.log", "Debian", "apt", "install", "/a"]
    for text in [state.words(for: trouble), state.phrases.wordsForNotKeepingText(trouble)] {
      let bare = text.replacing(#/\([^)]*\)/#, with: "")
      let words = bare.split { " ,.;:".contains($0) }.map(String.init)
      let foreign = words.filter { word in
        word.contains { $0.isASCII && $0.isLetter } && !names.contains { $0.contains(word) }
      }
      #expect(foreign.isEmpty, "\(text)")
      #expect(!text.contains("..") && !text.contains("{"), "\(text)")
    }
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
