import App
import Client
import FlowLanguage
@preconcurrency import Glibc
import LocalStore
import Loyalty
import Themes
import Transport
import YAML

/// Why a command did nothing, in one line for the person who gave it.
struct Complaint: Error, CustomStringConvertible {
  let description: String
  /// Whether the words begin with the place in a file, where editors look for it: nothing stands
  /// before them then.
  let isPlaced: Bool
  /// The same in English where the words are the person's language.
  private let logged: String

  init(_ words: String, isPlaced: Bool = false, logged: String? = nil) {
    description = words
    self.isPlaced = isPlaced
    self.logged = logged ?? words
  }

  /// - Parameter error: of a room of ours; `nil` for any other.
  init?(_ error: any Error) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let problem as StorageProblem:
      self.init(Phrasebook(LanguageOption.asked).words(for: problem))
    case let error as LocalStoreError:
      Log.shared.write("store: \(error.logged)")
      self.init(Phrasebook(LanguageOption.asked).words(for: error.told))
    case let missing as Configuration.Missing:
      self.init(missing.words(in: LanguageOption.asked))
    case let error as Configuration.Unreadable: self.init(error.words(in: LanguageOption.asked))
    case let failure as DemoServer.Failure: self.init(failure.description)
    case let error as YAMLError: self.init(error)
    case let problem as FlowProblem:
      self.init(
        problem.text(in: LanguageOption.asked), isPlaced: problem.place.line > 0,
        logged: problem.description)
    case ThemeError.file(let error): self.init(error)
    case let error as ThemeError:
      let isRussian = LanguageOption.asked == .russian
      self.init(isRussian ? error.russian : error.description, logged: error.description)
    case let error as ServerAddressError: self.init(error.words(in: LanguageOption.asked))
    case let error as AccountError:
      let words = error.problem.map { Phrasebook(LanguageOption.asked).words(for: $0) }
      self.init(error.serverAddress?.words(in: LanguageOption.asked) ?? words ?? "\(error)")
    default: return nil
    }
  }

  private init(_ error: YAMLError) {
    self.init(
      error.words(in: LanguageOption.asked), isPlaced: true, logged: error.description)
  }

  /// - Returns: the exit status.
  func tell() -> Int32 {
    Log.shared.write(logged)
    // A name or a text of somebody else's may hold what steers a terminal.
    let words = cleaned(description, limit: 20_000, keepingNewlines: true)
    fputs("\(isPlaced ? "" : "loyalhub: ")\(words)\n", stderr)
    return 1
  }
}
