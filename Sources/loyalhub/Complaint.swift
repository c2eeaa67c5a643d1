import App
import Client
import Flows
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

  init(_ words: String, isPlaced: Bool = false) {
    description = words
    self.isPlaced = isPlaced
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
    case let error as YAMLError: self.init(error.description, isPlaced: true)
    case let error as FlowError: self.init(error.description, isPlaced: error.line > 0)
    case ThemeError.file(let error): self.init(error.description, isPlaced: true)
    case let error as ThemeError: self.init(error.description)
    case let error as EndpointError: self.init(error.words(in: LanguageOption.asked))
    case let error as AccountError:
      let words = error.problem.map { Phrasebook(LanguageOption.asked).words(for: $0) }
      self.init(error.endpoint?.words(in: LanguageOption.asked) ?? words ?? "\(error)")
    default: return nil
    }
  }

  /// - Returns: the exit status.
  func tell() -> Int32 {
    Log.shared.write(description)
    // A name or a text of somebody else's may hold what steers a terminal.
    let words = cleaned(description, limit: 20_000, keepingNewlines: true)
    fputs("\(isPlaced ? "" : "loyalhub: ")\(words)\n", stderr)
    return 1
  }
}
