import FlowLanguage
import Loyalty
import Testing

/// Which files of a folder are played, and in which order.
struct WorkspaceTests {
  private static let files = [
    "w/b.yaml": flow("b", "smoke, long"), "w/a.yml": flow("a", "smoke"), "w/notes.txt": "x",
    "w/sub/c.yaml": flow("c", "slow"), "w/sub/deep/d.yaml": flow("d", ""),
    "w/other/e.yaml": flow("e", ""),
  ]

  private static func flow(_ name: String, _ tags: String) -> String {
    "appId: loyalhub\nname: \(name)\ntags: [\(tags)]\n---\n- back\n"
  }

  private func plan(
    _ config: String? = nil, _ paths: [String] = ["w"], include: [String] = [],
    exclude: [String] = [], adding files: [String: String] = [:]
  ) -> FlowPlan {
    var all = Self.files.merging(files) { _, new in new }
    if let config { all["w/config.yaml"] = config }
    var request = FlowRequest(paths)
    request.includeTags = include
    request.excludeTags = exclude
    return FlowReader.check(request, in: source(all))
  }

  private func source(_ files: [String: String]) -> FlowSource {
    FlowSource(
      read: { path in
        guard let text = files[path] else {
          throw FlowProblem(Place(path), en: "nothing is there", ru: "там ничего нет")
        }
        return Array(text.utf8)
      },
      kind: { path in
        let folder = path.hasSuffix("/") ? path : path + "/"
        return files[path] != nil
          ? .file : files.keys.contains { $0.hasPrefix(folder) } ? .folder : nil
      },
      list: { folder in
        let folder = folder.hasSuffix("/") ? folder : folder + "/"
        return files.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
      })
  }

  @Test func `without a config the files of the folder itself, by their names`() {
    let plan = plan()
    #expect(plan.problems == [])
    #expect(plan.flows.map(\.file) == ["w/a.yml", "w/b.yaml"])
    #expect(self.plan(nil, ["w/"]).flows.map(\.file) == ["w/a.yml", "w/b.yaml"])
    #expect(self.plan("").flows.map(\.file) == ["w/a.yml", "w/b.yaml"])
  }

  @Test(
    arguments: [
      ("flows: sub/*", ["c"]), ("flows: '**'", ["a", "b", "e", "c", "d"]),
      ("flows: [a.yml, other/*]", ["a", "e"]), ("flows: '*/*.yaml'", ["e", "c"]),
      ("flows: 'sub/**'", ["c", "d"]), ("flows: '{a,b}.y*'", ["a", "b"]),
      ("flows: '[!a].yaml'", ["b"]), ("flows: ./?.yml", ["a"]),
      ("includeTags: smoke", ["a", "b"]), ("excludeTags: [long, slow]", ["a"]),
      ("flows: '**'\nincludeTags: [slow, long]", ["b", "c"]),
      ("local: {deterministicOrder: true}", ["a", "b"]),
    ])
  func `a config says which`(config: String, names: [String]) {
    let plan = plan(config)
    #expect(plan.problems == [])
    #expect(plan.flows.map(\.name) == names)
  }

  @Test func `tags of the command line are added`() {
    #expect(plan(include: ["long"]).flows.map(\.name) == ["b"])
    #expect(plan("includeTags: [smoke]", exclude: ["long"]).flows.map(\.name) == ["a"])
    let none = plan(include: ["nobody"])
    #expect(none.flows == [])
    #expect(
      none.problems.map { $0.text(in: .english) } == [
        "w: No flow has the tags asked for\n    nobody"
      ])
  }

  @Test func `an order is kept, and its slips are told`() {
    let config = "flows: '**'\nexecutionOrder: {continueOnFailure: false, flowsOrder: [d, a]}"
    let plan = plan(config)
    #expect(plan.problems == [] && !plan.continuesOnFailure)
    #expect(plan.sequence.map(\.name) == ["d", "a"])
    #expect(plan.flows.map(\.name) == ["b", "e", "c"])
    let slip = self.plan("executionOrder:\n  flowsOrder: [b, nope]")
    #expect(slip.problems.map(\.english) == ["2:19: There is no flow \"nope\""])
    #expect(slip.problems.map(\.place.file) == ["w/config.yaml"])
    let left = self.plan("excludeTags: long\nexecutionOrder: {flowsOrder: [b, a]}")
    #expect(left.problems == [] && left.sequence.map(\.name) == ["a"])
  }

  @Test(
    arguments: [
      ("flows: nope/*", "w: There is no flow (nope/*)", false),
      ("includeTag: a", "w/config.yaml:1:1: config.yaml has no key \"includeTag\"", false),
      ("[]", "w/config.yaml:1:1: Expected keys and values, found a list", false),
      (
        "a: 1\n---\nb: 2\n",
        "w/config.yaml:3:1: A workspace's config is one document, here begins another", false
      ),
      (
        "executionOrder: {flowOrder: [a]}",
        "w/config.yaml:1:18: executionOrder has no key \"flowOrder\"", false
      ),
    ])
  func `what is wrong with a workspace`(config: String, words: String, isForeign: Bool) throws {
    let problem = try #require(plan(config).problems.first)
    #expect("\(problem.place): \(problem.wording.english)" == words)
    #expect(problem.isForeign == isForeign)
    #expect(problem.hint != nil || !words.contains("has no key"))
  }

  @Test func `what a workspace says to others is told and passed over`() {
    let plan = plan("flows: \"*\"\nnotifications: {email: {enabled: true}}\n")
    #expect(plan.problems == [] && plan.flows.count == 2)
    #expect(plan.notes.map { "\($0.place)" } == ["w/config.yaml:2:1"])
  }

  @Test func `files are what they are named, each once, with all of their problems`() {
    let bad = ["x.yaml": "appId: loyalhub\n---\n- nope\n- tapOn:\n", "y.yaml": "appId: loyalhub\n"]
    let plan = plan(
      nil, ["w/b.yaml", "x.yaml", "w", "./w/b.yaml", "gone.yaml", "y.yaml"], adding: bad)
    #expect(plan.flows.map(\.file) == ["w/b.yaml", "w/a.yml"])
    #expect(
      plan.problems.map { "\($0.place)" } == [
        "x.yaml:3:3", "x.yaml:4:3", "gone.yaml", "y.yaml:1:1",
      ])
  }

  @Test func `the standard input is a flow as well`() {
    let plan = plan(nil, ["-"], adding: ["-": "appId: loyalhub\n---\n- runFlow: w/a.yml\n- nope\n"])
    #expect(plan.problems.map { "\($0.place)" } == ["-:4:3"])
  }

  @Test func `a flow with a broken part is not played, also where another has named that part`() {
    let files = [
      "w/part/p.yaml": "appId: loyalhub\n---\n- nope\n",
      "w/a.yml": "appId: loyalhub\n---\n- runFlow: part/p.yaml\n",
      "w/b.yaml": "appId: loyalhub\n---\n- runFlow: part/p.yaml\n",
    ]
    let plan = plan(adding: files)
    #expect(plan.flows == [])
    #expect(plan.problems.map { "\($0.place)" } == ["w/part/p.yaml:3:3"])
  }

  @Test func `what is pushed and published has to be there`() {
    let steps = "- pushContent: sub\n- publishTerms: notes.txt\n"
    let files = [
      "w/a.yml": "appId: loyalhub\n---\n\(steps)",
      "w/b.yaml": "appId: loyalhub\n---\n- pushContent: notes.txt\n- publishTerms: {file: sub}\n",
    ]
    let plan = plan(adding: files)
    #expect(plan.flows.map(\.file) == ["w/a.yml"])
    #expect(
      plan.problems.map { "\($0.place) \($0.wording.english)" } == [
        "w/b.yaml:3:3 There is no folder w/notes.txt", "w/b.yaml:4:3 There is no file w/sub",
      ])
    #expect(
      plan.flows[0].steps.map(\.command) == [.pushContent("sub"), .publishTerms("notes.txt")])
  }

  @Test func `media from outside of the folder are refused`() {
    let files = ["w/a.yml": "appId: loyalhub\n---\n- addMedia: [../m.png]\n", "m.png": "x"]
    let plan = plan(adding: files)
    #expect(plan.problems.map(\.english) == ["3:14: m.png is outside of w"])
    #expect(self.plan(nil, ["w/a.yml"], adding: files).problems == [])
  }
}
