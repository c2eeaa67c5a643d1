extension CommandTable {
  /// What a command that is not known may be here: by its spelling, else by what it says.
  static func hint(to wrong: String) -> Wording {
    if let near = Nearest.hint(to: wrong, among: names) { return near }
    let word = wrong.lowercased().filter(\.isLetter)
    if let meant = meanings.first(where: { $0.words.contains(word) })?.commands {
      let english = meant.map { "\"\($0)\"" }.joined(separator: " or ")
      let russian = meant.map { "«\($0)»" }.joined(separator: " или ")
      return Wording(en: "Here that is \(english)", ru: "Здесь это \(russian)")
    }
    return Wording(
      en: "`loyalhub test --schema` lists all commands",
      ru: "Все команды перечисляет «loyalhub test --schema»")
  }

  /// Words of other tools, in small letters.
  static let meanings: [(words: Set<String>, commands: [String])] = [
    (["tap", "click", "clickon", "touch", "choose", "select", "push"], ["tapOn"]),
    (["doubleclick", "dblclick"], ["doubleTapOn"]),
    (["hold", "longclick", "longtap", "rightclick"], ["longPressOn"]),
    (["press", "key", "keypress", "hit", "sendkey", "presskeys"], ["pressKey", "tapOn"]),
    (
      ["type", "fill", "enter", "entertext", "write", "input", "typetext", "filltext", "sendkeys"],
      ["inputText"]
    ),
    (["clear", "cleartext", "erase", "delete", "clearfield"], ["eraseText"]),
    (["copy", "gettext", "readtext"], ["copyTextFrom"]),
    (["sleep", "pause", "delay", "idle"], ["waitForAnimationToEnd", "extendedWaitUntil"]),
    (
      ["wait", "waitfor", "waituntil", "waitforelement", "waituntilvisible", "waitforvisible"],
      ["extendedWaitUntil", "waitForAnimationToEnd"]
    ),
    (["scrolldown", "pagedown"], ["scroll"]), (["scrollto", "find"], ["scrollUntilVisible"]),
    (["scrollup", "drag", "fling", "swipeup", "swipedown"], ["swipe"]),
    (
      ["assert", "see", "expect", "verify", "check", "shouldsee", "isvisible", "tobevisible"],
      ["assertVisible", "assertTrue"]
    ),
    (["dontsee", "shouldnotsee", "assertgone", "assertinvisible"], ["assertNotVisible"]),
    (["goback", "escape", "previous"], ["back"]),
    (["screenshot", "snapshot", "capture", "shot"], ["takeScreenshot"]),
    (["comparescreenshot", "matchscreenshot", "comparesnapshot"], ["assertScreenshot"]),
    (["record", "video"], ["startRecording"]),
    (["start", "launch", "startapp", "openapp", "restart", "relaunch"], ["launchApp"]),
    (["quit", "exit", "close", "closeapp", "terminate"], ["stopApp", "killApp"]),
    (["reset", "resetapp", "cleardata"], ["clearState"]),
    (["logout", "signout"], ["clearKeychain"]),
    (["open", "goto", "navigate", "visit", "deeplink"], ["openLink"]),
    (["call", "include", "import", "run", "flow"], ["runFlow"]),
    (["loop", "for", "while", "foreach"], ["repeat"]), (["if", "when"], ["runFlow"]),
    (["eval", "js", "javascript", "script", "execute"], ["evalScript", "runScript"]),
    (["offline", "airplanemode", "flightmode"], ["setAirplaneMode"]),
    (["rotate", "orientation", "landscape", "portrait"], ["setOrientation"]),
    (["location", "gps", "geolocation"], ["setLocation"]), (["log", "print", "echo"], ["say"]),
    (["buy", "pay", "sale", "sell"], ["purchase"]), (["refund"], ["return"]),
  ]
}
