import App
import Cells
import FlowLanguage
import Flows
import Loyalty
import Testing

/// The app starts and ends, and what is around it changes.
struct DeviceTests {
  @Test func `an app that has ended takes no steps before it is launched again`() throws {
    for command in [Command.stopApp, .killApp, .clearState] {
      let world = World()
      let failed = try #require(play([.launch, command, .back], world).failures.first)
      #expect(failed.failure.wording.english == "the app is not running; launchApp starts it")
      #expect(failed.place.line == 3 && world.ended == [""])
      #expect(play([.launch, command, .launch, .back], World()).failures == [])
    }
  }

  @Test func `state and session are emptied apart, also before the first launch`() {
    let world = World()
    #expect(play([.clearState, .clearKeychain, .launch, .clearKeychain, .back], world).hasPassed)
    #expect(world.cleared == [""] && world.signedOut == ["", ""] && world.starts.count == 1)
  }

  @Test func `a launch has its arguments, and takes the place of what runs`() {
    var options = LaunchOptions(clearState: true)
    options.arguments = ["language": Template([.variable("LANGUAGE")])]
    options.permissions = ["camera"]
    var flow = Flow([.launch, .launchApp(options)])
    flow.env = [.init("LANGUAGE", "ru")]
    let world = World()
    let played = play(flow, world)
    #expect(played.hasPassed && world.ended == [""])
    #expect(world.starts.last == AppStart(clearsState: true, arguments: ["language": "ru"]))
    #expect(
      played.warnings.map { $0.words(in: .english) } == [
        "flows/a.yaml:2: permissions mean nothing in a terminal: camera"
      ])
  }

  @Test func `arguments that the app does not take start nothing`() throws {
    let world = World()
    let options = LaunchOptions(arguments: ["isTest": "true", "size": "80x24"])
    let failed = try #require(play([.launchApp(options)], world).failures.first)
    #expect(
      failed.failure.wording.english.hasPrefix("the app takes no such arguments: isTest; it takes ")
    )
    #expect(failed.failure.wording.english.contains("language, link"))
    #expect(world.starts == [])
  }

  @Test func `a window begins with the flow's brand, and keeps what is chosen in it`() {
    var other = LaunchOptions()
    other.arguments = ["window": "b", "brand": "coffee"]
    var flow = Flow([
      .launch, .launch, .launchApp(other), .launchApp(LaunchOptions(clearState: true)),
      .clearState, .launch, .openLink("coffee"),
    ])
    flow.brand = "books"
    let world = World()
    #expect(play(flow, world).failures == [])
    #expect(
      world.starts.map { $0.arguments["brand"] } == [
        "books", nil, "coffee", "books", "books", nil,
      ])
  }

  @Test func `an app that runs comes to the front as it is, and is given nothing`() throws {
    var options = LaunchOptions()
    options.stopApp = false
    let world = World()
    #expect(play([.launch, .type("123"), .launchApp(options), .pressKey("4")], world).hasPassed)
    #expect(world.starts.count == 1)
    options.arguments = ["size": "40x15"]
    let failed = try #require(play([.launch, .launchApp(options)]).failures.first)
    #expect(failed.failure.wording.english.contains("is not given size"))
  }

  @Test func `the ground is dark or light, for the next launch too`() throws {
    let commands: [Command] = [
      .launch, .assertDarkMode(true), .setDarkMode(false), .assertDarkMode(false), .launch,
      .assertDarkMode(false), .toggleDarkMode, .assertDarkMode(true),
    ]
    #expect(play(commands).failures == [])
    let failed = try #require(play([.launch, .assertDarkMode(false)]).failures.first)
    #expect(failed.failure.expected == "light" && failed.failure.actual == "dark")
  }

  @Test func `a window that is turned is as wide as a telephone or a desktop`() {
    for (orientation, width) in [(Orientation.portrait, 44), (.landscapeLeft, 120)] {
      let (world, notes) = (World(), Notes())
      #expect(play([.launch, .setOrientation(orientation)], world, notes).failures == [])
      #expect(notes.ended.last?.after?.grid.size == Size(width: width, height: 40))
      #expect(world.orientation == orientation)
    }
  }

  @Test func `air is cut and lies open again`() {
    let world = World()
    #expect(play([.launch, .setAirplaneMode(true)], world).hasPassed && world.isInAirplaneMode)
    #expect(play([.launch, .toggleAirplaneMode], world).hasPassed && !world.isInAirplaneMode)
  }

  @Test func `a link is one of the app's own, or a brand's`() throws {
    let gone = Selector(text: "This screen is no longer here")
    #expect(play([.launch, .openLink("screen:nothing"), .assertVisible(gone)]).failures == [])
    let world = World()
    #expect(play([.openLink("books")], world).hasPassed)
    #expect(world.starts == [AppStart(arguments: ["link": "books"])])
    for link in ["https://example.com", "not a link", "tea", ""] {
      let failed = try #require(
        play([.launch, .openLink(Template(link))]).failures.first)
      let words = failed.failure.wording.english
      #expect(words.contains("opens no \(link)") && words.hasSuffix("coffee, pharmacy, books"))
    }
  }

  @Test(arguments: [("91", "0"), ("0", "181"), ("north", "0")])
  func `a place that is not on the earth fails`(latitude: String, longitude: String) throws {
    let command = Command.setLocation(
      latitude: Template(latitude), longitude: Template(longitude))
    #expect(play([.launch, command]).failures.count == 1)
  }

  @Test func `where there are no stores there is none to be near to`() throws {
    let failed = try #require(
      play([.launch, .setLocation(latitude: "55.7", longitude: "37.6")]).failures.first)
    #expect(failed.failure.wording.english == "the app has no stores to be near to")
  }

  @Test(arguments: ["abc", "-5", "1e30", "0", "", "--help"])
  func `an amount that turns out to be none is told before the till is asked`(text: String) {
    var flow = Flow([.launch, .takeBack(amount: Template([.variable("A")]), sale: nil)])
    flow.env = [.init("A", Template(text))]
    #expect(
      play(flow).failures.map(\.failure.wording.english) == [
        "\"\(text)\" is no amount of roubles: above 0 and at most 10000000, such as 350 or 350.50"
      ])
    flow.env = [.init("A", "350.50")]
    #expect(play(flow).failures == [])
  }

  @Test func `screenshots, their parts and recordings go to the world`() throws {
    let world = World()
    let part = Command.takeScreenshot(Screenshot("part", crop: Command.phone))
    let played = play(
      [.launch, .shot("all"), part, .startRecording("walk"), .stopRecording], world)
    #expect(played.hasPassed && world.screenshots == ["all", "part"])
    #expect(world.parts[0] == nil && world.parts[1]?.height == 1)
    #expect(world.recordings == ["walk", nil])
    #expect(play([.launch, .assertScreenshot(Screenshot("all"))], world).hasPassed)
    #expect(!play([.launch, .assertScreenshot(Screenshot("other"))], world).hasPassed)
  }

  @Test func `a recording is begun once, and ended where there is one`() {
    func words(_ commands: [Command]) -> [String] {
      play([.launch] + commands).failures.map(\.failure.wording.english)
    }
    #expect(words([.stopRecording]) == ["nothing is being recorded; startRecording begins it"])
    #expect(
      words([.startRecording("a"), .startRecording("b")]) == [
        "a is being recorded already; stopRecording ends that"
      ])
    let twice: [Command] = [
      .startRecording("a"), .stopRecording, .startRecording("b"), .stopRecording,
    ]
    #expect(words(twice) == [])
    #expect(words(twice + [.stopRecording]).count == 1)
  }

  @Test func `what an attempt records ends with it`() {
    let world = World()
    let steps = [Command.startRecording("a"), .assertVisible(Selector(text: "Champagne"))].steps
    #expect(play([.launch, .retry(Retry(most: "1", steps: steps))], world).failures.count == 1)
    #expect(world.recordings == ["a", nil, "a"])
  }

  @Test func `a file is named from the folder of the flow that names it`() {
    let world = World()
    let inner = Step(.pushContent("summer"), at: Place("flows/parts/b.yaml", line: 3))
    let subflow = Subflow(file: "parts/b.yaml", steps: [inner])
    #expect(play([.launch, .pushContent("lamps"), .runFlow(subflow)], world).hasPassed)
    #expect(world.pushed == ["flows/lamps", "flows/parts/summer"])
  }
}
