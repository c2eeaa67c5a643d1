import FlowLanguage
import Testing

/// Each command becomes what it says.
struct CommandReadingTests {
  @Test(
    arguments: [
      ("launchApp", .launchApp(LaunchOptions())),
      ("launchApp: loyalhub", .launchApp(LaunchOptions())),
      (
        "launchApp: {appId: loyalhub, clearState: true, arguments: {language: ru, size: 40x15}}",
        .launchApp(LaunchOptions(clearState: true, arguments: ["language": "ru", "size": "40x15"]))
      ),
      (
        "launchApp: {stopApp: false, clearKeychain: true, permissions: {camera: deny, all: allow}}",
        .launchApp(
          changed(LaunchOptions()) {
            $0.stopApp = false
            $0.clearKeychain = true
            $0.permissions = ["camera", "all"]
          })
      ),
      (
        "launchApp: {arguments: {size: \"${SIZE}\", brand: books}}",
        .launchApp(
          LaunchOptions(arguments: ["size": Template([.variable("SIZE")]), "brand": "books"]))
      ),
      ("stopApp", .stopApp), ("stopApp: {appId: loyalhub}", .stopApp), ("killApp", .killApp),
      ("clearState: loyalhub.books", .clearState), ("clearKeychain", .clearKeychain),
      ("openLink: loyalhub://coupon", .openLink("loyalhub://coupon")),
      ("openLink: {link: a, autoVerify: false, browser: false}", .openLink("a")),
    ] as [(String, Command)])
  func `the app is started and ended`(text: String, command: Command) throws {
    try expect(text, command)
  }

  @Test(
    arguments: [
      ("pressKey: Enter", .pressKey("Enter")), ("pressKey: {key: ctrl+p}", .pressKey("ctrl+p")),
      ("pressKey: ё", .pressKey("ё")), ("pressKey: \"3\"", .pressKey("3")),
      ("pressKey: Remote Dpad Up", .pressKey("Remote Dpad Up")),
      ("inputText: 12", .inputText(TextInput("12"))), ("inputText: ''", .inputText(TextInput(""))),
      ("inputText: {text: a, typed: true}", .inputText(TextInput("a", isTyped: true))),
      ("inputRandomText", .inputRandom(RandomText(.text))),
      ("inputRandomNumber: {length: 4}", .inputRandom(RandomText(.number, length: 4))),
      ("inputRandomEmail", .inputRandom(RandomText(.email))),
      ("inputRandomPersonName", .inputRandom(RandomText(.personName))),
      ("inputRandomCityName: {}", .inputRandom(RandomText(.cityName))),
      ("eraseText", .eraseText(nil)), ("eraseText: 3", .eraseText("3")),
      ("eraseText: {charactersToErase: \"${N}\"}", .eraseText(Template([.variable("N")]))),
      ("copyTextFrom: A", .copyTextFrom(Selector(text: "A"))),
      ("copyTextFrom: {id: b}", .copyTextFrom(Selector(id: "b"))), ("pasteText", .pasteText),
      ("setClipboard: a b", .setClipboard("a b")),
    ] as [(String, Command)])
  func `what is typed`(text: String, command: Command) throws {
    try expect(text, command)
  }

  @Test(
    arguments: [
      ("assertVisible: A.*", .assertVisible(Selector(text: "A.*"))),
      ("assertNotVisible: {id: a}", .assertNotVisible(Selector(id: "a"))),
      ("assertTrue: true", .assertTrue("true")),
      ("assertTrue: {condition: 1}", .assertTrue("1")),
      (
        "extendedWaitUntil: {visible: A, timeout: 100}",
        .wait(ExtendedWait(visible: Selector(text: "A"), timeout: "100"))
      ),
      (
        "extendedWaitUntil: {notVisible: {id: a}}",
        .wait(ExtendedWait(notVisible: Selector(id: "a")))
      ),
      ("waitForAnimationToEnd", .waitForAnimationToEnd(timeout: nil)),
      ("waitForAnimationToEnd: {timeout: 500}", .waitForAnimationToEnd(timeout: "500")),
      ("takeScreenshot: end", .takeScreenshot(Screenshot("end"))),
      (
        "takeScreenshot: {path: end, cropOn: {id: card}}",
        .takeScreenshot(Screenshot("end", crop: Selector(id: "card")))
      ),
      ("assertScreenshot: end", .assertScreenshot(Screenshot("end"))),
      ("startRecording: a", .startRecording("a")), ("stopRecording", .stopRecording),
      ("setAirplaneMode: enabled", .setAirplaneMode(true)),
      ("setAirplaneMode: {value: disabled}", .setAirplaneMode(false)),
      ("toggleAirplaneMode", .toggleAirplaneMode), ("setDarkMode: disabled", .setDarkMode(false)),
      ("toggleDarkMode", .toggleDarkMode), ("assertDarkMode", .assertDarkMode(true)),
      ("assertLightMode", .assertDarkMode(false)),
      ("setOrientation: landscapeLeft", .setOrientation(.landscapeLeft)),
      ("setOrientation: {orientation: UPSIDE_DOWN}", .setOrientation(.upsideDown)),
      (
        "setLocation: {latitude: 55.75, longitude: -37.5}",
        .setLocation(latitude: "55.75", longitude: "-37.5")
      ),
    ] as [(String, Command)])
  func `what is looked at, and the device`(text: String, command: Command) throws {
    try expect(text, command)
  }

  @Test(
    arguments: [
      ("purchase: 350", .purchase(amount: "350", key: nil, options: [])),
      (
        "purchase: {amount: 350.50, key: tea}", .purchase(amount: "350.50", key: "tea", options: [])
      ),
      (
        "purchase: {amount: 420, number: 7, goods: [\"Bun; 2; 210\"], store: 2}",
        .purchase(
          amount: "420", key: nil, options: ["--goods=Bun; 2; 210", "--store=2", "--number=7"])
      ),
      ("return", .takeBack(amount: nil, sale: nil)), ("return:", .takeBack(amount: nil, sale: nil)),
      ("return: 100", .takeBack(amount: "100", sale: nil)),
      ("return: {sale: tea}", .takeBack(amount: nil, sale: "tea")),
      ("return: {amount: 1, sale: tea}", .takeBack(amount: "1", sale: "tea")),
      ("task: {name: A phone, keys: 4}", .task("A phone", keys: 4)),
      ("window: ''", .window("")), ("window: Anna", .window("Anna")),
      ("publishTerms: terms.yaml", .publishTerms("terms.yaml")),
      ("travel: 90m", .travel(5_400_000)), ("travel: 6h", .travel(21_600_000)),
      ("travel: 10d", .travel(864_000_000)), ("travel: {time: 2w}", .travel(1_209_600_000)),
      ("say: Now we pay", .say("Now we pay")),
    ] as [(String, Command)])
  func `what is our own`(text: String, command: Command) throws {
    try expect(text, command)
  }

  @Test func `what any step may say`() throws {
    let (steps, problems) = readSteps(
      """
      - back: {label: "Go ${WHERE}", optional: true, soft: true}
      - "hide keyboard"
      - action: scroll
      """)
    #expect(problems == [])
    let label = Template([.text("Go "), .variable("WHERE")])
    #expect(
      steps == [
        Step(.back, at: place(3, 3), label: label, isOptional: true, isSoft: true),
        Step(.hideKeyboard, at: place(4, 3)), Step(.scroll, at: place(5, 3)),
      ])
  }

  private func expect(_ text: String, _ command: Command) throws {
    let (steps, problems) = readSteps("- \(text)", ["terms.yaml": "version: 1"])
    #expect(problems == [])
    #expect(steps == [Step(command, at: place(3, 3))])
  }
}
