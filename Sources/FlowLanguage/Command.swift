/// What a step does; those after "Ours" are not Maestro's.
public indirect enum Command: Equatable, Sendable {
  // MARK: The app
  case launchApp(LaunchOptions)
  /// The app ends as on a key, or at once (`killApp`).
  case stopApp
  case killApp
  /// The local store and the session are emptied; the app has to be launched again.
  case clearState
  /// The session alone.
  case clearKeychain
  case openLink(Template)

  // MARK: Fingers and keys
  case tap(Tap)
  case back
  /// Leaves the field that is typed into.
  case hideKeyboard
  case pressKey(Template)
  case scroll
  case scrollUntilVisible(ScrollSearch)
  case swipe(Swipe)

  // MARK: Text
  case inputText(TextInput)
  case inputRandom(RandomText)
  /// So many characters before the caret; `nil` is Maestro's 50.
  case eraseText(Template?)
  case copyTextFrom(Selector)
  case pasteText
  case setClipboard(Template)

  // MARK: What is looked at
  case assertVisible(Selector)
  case assertNotVisible(Selector)
  /// A text that is neither empty, `false`, `0`, `null`, `undefined` nor `NaN`.
  case assertTrue(Template)
  case wait(ExtendedWait)
  /// In milliseconds; the app says itself when it stands still.
  case waitForAnimationToEnd(timeout: Template?)
  case takeScreenshot(Screenshot)
  case assertScreenshot(Screenshot)
  case startRecording(Template)
  case stopRecording

  // MARK: Steps of steps
  case runFlow(Subflow)
  case repeating(Repetition)
  case retry(Retry)
  case evalScript(Script)
  case runScript(ScriptFile)

  // MARK: The device
  case setAirplaneMode(Bool)
  case toggleAirplaneMode
  case setDarkMode(Bool)
  case toggleDarkMode
  case assertDarkMode(Bool)
  case setOrientation(Orientation)
  case setLocation(latitude: Template, longitude: Template)

  // MARK: Ours
  /// The member shows the card at a till and pays so many roubles.
  ///
  /// With a key the sale has a name, and the same key again sells nothing; `options` are those of
  /// the till's command line: the lines of the paper, its number, the store.
  case purchase(amount: Template, key: String?, options: [String])
  /// The till takes back a sale, the last one where none is named by its key: so many roubles of it,
  /// or all that is left.
  case takeBack(amount: Template?, sale: String?)
  /// So many milliseconds later, for the server and all windows.
  case travel(Int64)
  /// The steps from here on are another window's, which `launchApp` has named.
  case window(String)
  /// The content files of a folder beside the flow are pushed and published, by the member of the
  /// window.
  case pushContent(String)
  /// What the steps from here on do is done with so many keys at most, up to the next task or launch.
  /// What is typed as a text is not counted; a tap counts as a key.
  case task(String, keys: Int)
  /// The business makes the text of a file beside the flow the terms of the program.
  case publishTerms(String)
  /// A caption in reports and recordings.
  case say(Template)

  // MARK: Not here
  /// A command of Maestro's that means nothing in a terminal: fails when it is reached.
  case meaningless(Meaningless)
}

/// A command that is read and cannot be played.
public struct Meaningless: Equatable, Sendable {
  public var name: String
  /// Why, and what to write in its place.
  public var advice: Wording

  public init(_ name: String, _ advice: Wording) {
    self.name = name
    self.advice = advice
  }
}
