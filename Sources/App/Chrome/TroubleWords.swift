import Loyalty

/// Whether what did not work is tried again.
enum Again {
  /// By itself, and at once by the key of "refresh".
  case byKey
  case byItself
  /// A command tries once.
  case never
}

/// What did not work, in one line for the eye and in sentences for whoever wants to mend it.
extension Phrasebook {
  /// A few words.
  func title(for trouble: Trouble) -> String {
    switch trouble {
    case .offline(let cause): title(for: cause)
    case .refused where trouble.isTooOld: say(.tooOldTitle)
    case .refused(_, let title, _, _): title.isEmpty ? say(.serverRefused) : title
    case .garbled: say(.badAnswerTitle)
    case .tooLarge: say(.tooLargeTitle)
    case .signedOut: say(.signedOut)
    case .local(.library): say(.localLibraryTitle)
    case .local, .storage: say(.localFailureTitle)
    }
  }

  /// At most 24 columns, for the header.
  func shortTitle(for trouble: Trouble) -> String {
    switch trouble {
    case .offline(let cause): shortTitle(for: cause)
    case .refused where trouble.isTooOld: say(.tooOldShort)
    case .refused: say(.serverRefused)
    case .garbled: say(.badAnswerShort)
    case .tooLarge: say(.tooLargeShort)
    case .signedOut: say(.retrying)
    case .local, .storage: say(.localFailureShort)
    }
  }

  func words(for trouble: Trouble, again: Again) -> String {
    switch trouble {
    case .offline(let cause): words(for: cause, again: again)
    case .refused where trouble.isTooOld: say(.tooOld)
    case .refused(_, let title, _, _):
      [title, advice(for: trouble, again: again)].filter { !$0.isEmpty }.joined(separator: " ")
    case .garbled: "\(say(.badAnswer)) \(say(.badAnswerHint))"
    case .tooLarge: say(.tooLarge)
    case .signedOut: say(.signedOut)
    case .storage(let problem): wordsForNotKeeping(problem)
    case .local(let fault): say(fault.phrase)
    }
  }

  /// What is known beside the title, and what to do.
  func advice(for trouble: Trouble, again: Again) -> String {
    switch trouble {
    case .offline(let cause): return advice(for: cause, again: again)
    case .refused where trouble.isTooOld: return say(.tooOld)
    case .refused(_, let title, let detail, let seconds):
      var sentences: [String] = []
      if let detail, detail != title { sentences.append(detail) }
      if let seconds {
        sentences.append(say(.waitFor, ["time": duration(seconds: Int64(seconds))]))
      }
      return sentences.joined(separator: " ")
    case .garbled, .tooLarge, .signedOut, .local, .storage: return words(for: trouble, again: again)
    }
  }
}

extension Phrasebook {
  /// What an editor types could not be kept; it is tried again.
  func wordsForNotKeepingText(_ trouble: Trouble) -> String {
    let cause =
      if case .storage(let problem) = trouble { sentence(problem) } else {
        words(for: trouble, again: .never)
      }
    let bare = cause.hasSuffix(".") ? String(cause.dropLast()) : cause
    return say(.editorNotKept, ["cause": bare])
  }
}

extension LocalFault {
  fileprivate var phrase: Phrase {
    switch self {
    case .library: .localLibrary
    case .unreadable: .localUnreadable
    case .other: .localUnknown
    }
  }
}
