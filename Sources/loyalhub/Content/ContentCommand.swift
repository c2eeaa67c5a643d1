import App
import ArgumentParser
import Client
import Content
@preconcurrency import Glibc
import Loyalty
import Output

/// `loyalhub content`: the screens of the app as files.
struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content",
    abstract: "Edit the app's screens as files: pull, change, check, push.",
    discussion: """
      You act as the member who is logged in to the app on this server; pull and push need the \
      role of an editor, --publish that of a publisher.

      Exit status: 0 done; 1 not fit (errors found, or differences for diff); 2 a file cannot be \
      read or makes no sense, or there is no such screen; 3 the server was not reached; 4 not \
      signed in, or not allowed; 5 a conflict: nothing was written.
      """,
    subcommands: [
      PullContent.self, DiffContent.self, LintContent.self, PushContent.self,
      RevertContent.self, LogContent.self,
    ])
}

/// What all of its commands can be told.
struct ContentOptions: ParsableArguments {
  @OptionGroup var server: ServerOption
  @OptionGroup var view: LanguageOption

  var phrases: Phrasebook { Phrasebook(view.spoken) }

  func exchange() throws -> ContentExchange {
    Leaving.watch()
    let folders = try Programs.foldersOfCommand()
    let accounts = try server.accounts(folders, isRemembered: false)
    return try ContentExchange(
      accounts.ground(of: accounts.current), of: accounts, language: view.spoken,
      clock: .system())
  }

  /// Checks files with what is known here, if anything is.
  func lint() -> ContentLint {
    Leaving.watch()
    // NB: whatever is in the way of an account is no reason not to look at files.
    _ = try? Programs.loggedFolders()
    // NB: without a home, or a server, there is nothing to know the program from.
    let accounts = try? server.accounts(Programs.foldersOfCommand(), isRemembered: false)
    return ContentLint(accounts)
  }

  /// Says which files are not read because of their names.
  func tellPassedOver(_ folder: ContentFolder) {
    let names = folder.passedOver()
    guard !names.isEmpty else { return }
    fputs("\(phrases.words(passedOver: names))\n", stderr)
  }

  /// Does something with the server; a failure is told and becomes the exit status.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable () async throws(ContentFailure) -> Result
  ) throws -> Result {
    let result = waiting { () async -> Swift.Result<Result, ContentFailure> in
      do throws(ContentFailure) {
        return .success(try await work())
      } catch {
        return .failure(error)
      }
    }
    do throws(ContentFailure) {
      return try result.get()
    } catch {
      if case .files(let problems) = error {
        tell(problems)
      } else {
        Log.shared.write(error.description)
        for line in phrases.lines(for: error) {
          fputs("\(cleaned(line, limit: 2000))\n", stderr)
        }
      }
      throw ExitCode(error.status)
    }
  }

  func tell(_ problems: [FileProblem]) {
    for problem in problems {
      _ = Complaint(
        phrases.words(for: problem), isPlaced: problem.isPlaced, logged: problem.description
      ).tell()
    }
  }

  func printSteps(_ steps: [ContentStep]) {
    for step in steps { Output.print(phrases.words(for: step)) }
  }
}

struct PullContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Bring the screens into a folder; your changes are merged in.",
    discussion: "Comments before a block and at the head of a file stay.")

  @Argument(help: "The folder; it is made when it is not there.")
  var folder: String

  @OptionGroup var options: ContentOptions

  func run() throws {
    let exchange = try options.exchange()
    options.tellPassedOver(ContentFolder(path: folder))
    let steps = try options.run { [folder] () async throws(ContentFailure) in
      try await exchange.pull(ContentFolder(path: folder))
    }
    options.printSteps(steps)
  }
}

struct LintContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check the files; the server is not asked.",
    discussion: """
      Neither an account nor a server is needed. What only a server knows (the program's \
      languages, what links lead to) is checked as far as the app has loaded it here; what is left \
      out is said.

      Files that can be read are checked also when others cannot; with --json the latter are in \
      the list, too, by the codes unreadable, bad_yaml, same_slug and bad_state.
      """)

  @Argument(help: "The folder.")
  var folder: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: ContentOptions

  func run() throws {
    let place = ContentFolder(path: folder)
    let lint = options.lint()
    options.tellPassedOver(place)
    let report = waiting { () async in lint.report(on: place) }
    options.tell(report.problems)
    if !report.gaps.isEmpty { fputs("\(options.phrases.words(leftOut: report.gaps))\n", stderr) }
    if json {
      try printJSON(
        report.findings.map { PrintedFinding($0, options.view.spoken) }
          + report.problems.map { PrintedFinding($0, options.phrases) })
    } else {
      for finding in report.findings { Output.print(options.phrases.line(for: finding)) }
    }
    guard report.problems.isEmpty else {
      throw ExitCode(ContentFailure.files(report.problems).status)
    }
    if report.findings.contains(where: { $0.finding.severity == .error }) { throw ExitCode(1) }
  }
}

struct RevertContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert",
    abstract: "Make an old revision of a screen the newest one; pull brings it into the files.")

  @Argument(help: "The screen's short name.")
  var screen: String

  @Argument(help: "The number of the revision, as log tells it.")
  var revision: Int

  @OptionGroup var options: ContentOptions

  func run() throws {
    let exchange = try options.exchange()
    let step = try options.run { [screen, revision] () async throws(ContentFailure) in
      try await exchange.revert(screen, to: revision)
    }
    options.printSteps([step])
  }
}

struct LogContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List the revisions of a screen, newest first.")

  @Argument(help: "The screen's short name.")
  var screen: String

  @OptionGroup var options: ContentOptions

  func run() throws {
    let exchange = try options.exchange()
    let revisions = try options.run { [screen] () async throws(ContentFailure) in
      try await exchange.revisions(screen)
    }
    let now = CalendarClock.system().now
    for revision in revisions {
      Output.print(options.phrases.line(for: revision, now: now, zone: .system(around: now)))
    }
  }
}
