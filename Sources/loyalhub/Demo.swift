import App
import ArgumentParser
import Client
@preconcurrency import Glibc
import Loyalty

/// `loyalhub demo`: the app on a server of its own, with nothing to install or to configure.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the app on a demo server of its own; nothing is kept.",
    discussion: "Log in with +7 916 123-45-67: the code arrives as a message on the screen.")

  @OptionGroup var view: ViewOptions

  func run() throws {
    let status = try Opening(view: view, command: "loyalhub demo").run {
      let demo = try DemoServers(program: Programs.server, showing: view.calendar.moment)
      var folders = Folders(below: demo.first.folder + "/home")
      folders.home = Programs.folders.home
      return Opening.Setup(
        accounts: Accounts(folders: folders, demo: demo), demo: demo, clock: demo.clock)
    }
    guard status == 0 else { throw ExitCode(status) }
  }
}

/// Where our programs are.
enum Programs {
  /// The person's own folders.
  static var folders: Folders {
    Folders { name in getenv(name).map { String(cString: $0) } }
  }

  /// The same; what goes wrong is noted in the log from now on.
  ///
  /// What somebody has begun to take off this machine goes first.
  ///
  /// - Parameter making: whether the app will keep something there; what only looks at files leaves
  ///   nothing.
  static func loggedFolders(
    _ language: Language = LanguageOption.asked, making: Bool = false
  ) throws -> Folders {
    let folders = folders
    if let outcome = try Forgetting.resume(folders, language, clock: .system()) {
      let words = Phrasebook(language).line(about: outcome)
      fputs("loyalhub: \(cleaned(words, limit: 2000))\n", stderr)
    }
    guard OpenWindows.shared.enter(folders, making: making) else {
      throw Complaint(Phrasebook(language).wordsForForgetting)
    }
    if folders.problem == nil { Log.shared.keep(in: folders.state) }
    return folders
  }

  /// The same for a command, which can do nothing without them.
  static func foldersOfCommand() throws -> Folders {
    let folders = try loggedFolders()
    if let problem = folders.problem { throw problem }
    if let problem = Log.shared.untoldProblem() {
      let words = Phrasebook(LanguageOption.asked).wordsForNotLogging(problem)
      fputs("loyalhub: \(cleaned(words, limit: 400))\n", stderr)
    }
    return folders
  }

  /// The server that stands beside this program.
  static var server: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
    return folder + "/loyalhub-server"
  }
}
