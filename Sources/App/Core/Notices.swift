import Loyalty

extension Phrasebook {
  func words(for notice: Notice) -> String {
    switch notice {
    case .storeRebuilt(let name): say(.storeRebuilt, ["name": name])
    case .accountsSetAside(let name): say(.accountsSetAside, ["name": name])
    case .accountsNotKept(let problem): say(.accountsNotKept, ["reason": sentence(problem)])
    case .inTheClear(let origin): say(keyed: .inTheClear, ["origin": cleaned(origin, limit: 100)])
    case .notKept(let problem): wordsForKeepingNothing(problem)
    case .notLogged(let problem): wordsForNotLogging(problem)
    }
  }
}
