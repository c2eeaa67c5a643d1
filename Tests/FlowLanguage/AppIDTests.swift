import FlowLanguage
import Testing

/// Which app, and which brand of it, a flow and its steps are for.
struct AppIDTests {
  @Test(
    arguments: [
      ("appId: loyalhub", nil), ("appId: loyalhub.books", "books"),
      ("appId: ${APP}", "coffee"), ("appId: ${OWN}\nenv: {OWN: loyalhub.books}", "books"),
      ("env: {OWN: \"${APP}\"}\nappId: ${OWN}", "coffee"),
      ("appId: loyalhub.${BRAND}\nenv: {BRAND: books}", "books"),
    ] as [(String, String?)])
  func `an app may be a variable that is known`(header: String, brand: String?) {
    var surroundings = FlowSurroundings.known
    surroundings.variables = ["APP": "loyalhub.coffee"]
    let (flow, problems) = read("\(header)\n---\n- back\n", [:], surroundings)
    #expect(problems == [])
    #expect(flow?.brand == brand)
    #expect(flow?.appID == (brand.map { "loyalhub.\($0)" } ?? "loyalhub"))
  }

  @Test func `a variable that is not given is told with how to give it`() {
    let (_, problems) = read("appId: ${APP_ID}\n---\n- back\n")
    #expect(problems.map(\.english) == ["1:8: APP_ID is not given"])
    #expect(problems.map(\.russian) == ["1:8: APP_ID не задано"])
    #expect(problems.map(\.hint?.english) == ["-e APP_ID=loyalhub"])
  }

  @Test func `another file has the variables of the one that names it`() {
    let files = ["b.yaml": "appId: ${APP}\n---\n- launchApp: \"${APP}\"\n"]
    let given = "appId: loyalhub\n---\n- runFlow: {file: b.yaml, env: {APP: loyalhub.books}}\n"
    #expect(read(given, files).problems == [])
    let own = "appId: ${APP}\nenv: {APP: loyalhub}\n---\n- runFlow: b.yaml\n"
    #expect(read(own, files).problems == [])
    let none = "appId: loyalhub\n---\n- runFlow: {file: b.yaml, env: {A: loyalhub}}\n"
    #expect(read(none, files).problems.map(\.place.file) == ["b.yaml", "b.yaml"])
  }

  @Test(arguments: [
    ("coffe", "Did you mean \"coffee\"?"), ("tea", "Known here: books, coffee"),
  ])
  func `a brand that is none is refused`(brand: String, hint: String) {
    let (flow, problems) = read("appId: loyalhub.\(brand)\n---\n- launchApp: loyalhub.\(brand)\n")
    #expect(flow == nil)
    #expect(
      problems.map(\.english) == [
        "1:8: loyalhub has no brand \"\(brand)\"", "3:14: loyalhub has no brand \"\(brand)\"",
      ])
    #expect(problems.map(\.hint?.english) == [hint, hint])
    let open = read("appId: loyalhub.\(brand)\n---\n- back\n", [:], FlowSurroundings())
    #expect(open.problems == [] && open.flow?.brand == brand)
  }

  @Test(
    arguments: [
      ("launchApp", nil), ("launchApp: loyalhub", nil), ("launchApp: loyalhub.coffee", nil),
      ("launchApp: loyalhub.books", "books"),
      ("launchApp: {appId: loyalhub.books, arguments: {brand: coffee}}", "coffee"),
    ] as [(String, String?)])
  func `another brand is launched where nothing else is said`(step: String, brand: String?) {
    let (flow, problems) = read("appId: loyalhub.coffee\n---\n- \(step)\n")
    #expect(problems == [])
    let options = LaunchOptions(arguments: brand.map { ["brand": Template($0)] } ?? [:])
    #expect(flow?.steps.map(\.command) == [.launchApp(options)])
  }

  @Test(arguments: ["stopApp", "killApp", "clearState"])
  func `what is open is ended by no other brand's name`(command: String) {
    let text = """
      appId: loyalhub.coffee
      ---
      - \(command)
      - \(command): loyalhub
      - \(command): loyalhub.coffee
      - \(command): {appId: loyalhub.books}
      """
    let problems = read(text).problems
    #expect(
      problems.map(\.english) == [
        "6:3: The flow is for loyalhub.coffee, and \(command) for loyalhub.books"
      ])
    #expect(problems.first?.hint?.english.contains("`- \(command)`") == true)
    #expect(read("appId: loyalhub\n---\n- \(command): loyalhub.books\n").problems == [])
  }
}
