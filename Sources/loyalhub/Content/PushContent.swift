import App
import ArgumentParser
import Client
import Content
@preconcurrency import Glibc
import Loyalty
import Output

struct DiffContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what a push would change on the server.",
    discussion: "Exit status 1 when there is something to push, 0 when there is not.")

  @Argument(help: "The folder.")
  var folder: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: ContentOptions

  func run() throws {
    let exchange = try options.exchange()
    options.tellPassedOver(ContentFolder(path: folder))
    let plan = try options.run { [folder] () async throws(ContentFailure) in
      try await exchange.plan(ContentFolder(path: folder), publishing: false)
    }
    if json {
      try printJSON(plan.changes.map(PrintedChange.init))
    } else {
      for line in plan.changes.flatMap({ options.phrases.lines(for: $0) }) { Output.print(line) }
    }
    if !plan.changes.isEmpty { throw ExitCode(1) }
  }
}

struct PushContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push",
    abstract: "Save the files' changes on the server, after showing what they are.",
    discussion: """
      What others have changed meanwhile is merged; the same block is a conflict.

      Without names all screens that the files change are pushed, and --publish publishes these: \
      a draft that you have not pulled stays a draft, also in a screen that this push changes. With names (`push DIR news menu --publish`) only these are pushed, and published \
      with all that is saved in them, which is shown before.
      """)

  @Argument(help: "The folder.")
  var folder: String

  @Argument(help: "Only these screens, by their short names.")
  var screens: [String] = []

  @Flag(help: "Publish what this push changes, and the screens that are named.")
  var publish = false

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: ContentOptions

  func run() throws {
    let exchange = try options.exchange()
    let phrases = options.phrases
    let place = ContentFolder(path: folder)
    options.tellPassedOver(place)
    let plan = try options.run { [publish, screens] () async throws(ContentFailure) in
      try await exchange.plan(place, only: screens, publishing: publish)
    }
    if !plan.waiting.isEmpty { Output.print(phrases.words(waiting: plan.waiting)) }
    if !plan.held.isEmpty { Output.print(phrases.words(held: plan.held)) }
    guard !plan.isEmpty else { return Output.print(phrases.nothingToDo) }
    for line in plan.changes.flatMap({ phrases.lines(for: $0) }) { Output.print(line) }
    for change in plan.publications {
      for line in phrases.lines(forPublishing: change) { Output.print(line) }
    }
    guard try isWanted(phrases) else { return }
    try options.run { [options] () async throws(ContentFailure) in
      try await exchange.carryOut(
        plan, place,
        key: { "push-\(UInt64.random(in: .min ... .max))-\(UInt64.random(in: .min ... .max))" },
        done: { options.printSteps([$0]) })
    }
  }

  private func isWanted(_ phrases: Phrasebook) throws -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1 else {
      fputs("\(phrases.pushNeedsYes)\n", stderr)
      throw ExitCode(2)
    }
    Output.print(phrases.questionToPush, terminator: "")
    let answer = readLine() ?? ""
    return ["y", "yes", "д", "да"].contains(answer.lowercased())
  }
}
