import Cells
import FlowLanguage
import FlowReports
import FoundationEssentials
import Testing

/// Records, their words and their lines of JSON.
struct RecordTests {
  @Test func `a record comes back from another process as it was`() throws {
    for record in try Sample.records() {
      let data = try JSONEncoder().encode(record)
      #expect(try JSONDecoder().decode(FlowRecord.self, from: data) == record)
    }
  }

  @Test func `places that lead nowhere show nothing`() throws {
    let text = String(decoding: try JSONEncoder().encode(try Sample.passed()), as: UTF8.self)
      .replacing("\"after\":1", with: "\"after\":99").replacing("\"after\":0", with: "\"after\":-1")
    let record = try JSONDecoder().decode(FlowRecord.self, from: Data(text.utf8))
    #expect(HTMLReport.page([record]).contains("F01-login"))
    #expect(JUnitReport.xml([record]).contains("F01-login"))
  }

  @Test func `there is a line of JSON for each step and each flow`() throws {
    let text = JSONLines.text([try Sample.failed(), Sample.odd()])
    let lines = text.split { $0.isNewline }
    let decoded = try lines.map {
      try JSONDecoder().decode([String: JSONLinesValue].self, from: Data($0.utf8))
    }
    #expect(decoded.map { $0["type"]?.text } == ["step", "step", "step", "flow", "step", "flow"])
    #expect(decoded[1]["outcome"]?.text == "failed")
    #expect(decoded[2]["outcome"]?.text == "notReached")
    #expect(decoded[4]["flow"]?.text == Sample.hostile)
  }

  @Test func `times that pass in a flow are told in their unit`() throws {
    var record = Sample.record("a")
    for (index, time) in [0, 65_000, 3_700_000, 10 * 86_400_000].enumerated() {
      record.add(Sample.step("\(index + 1)", "back", time: Int64(time)))
    }
    let page = HTMLReport.page([record])
    for time in ["0.00 s", "1 min 5 s", "1 h 1 min", "10 d 0 h"] {
      #expect(page.contains("<span class=\"meta\">\(time)</span>"), "\(time)")
    }
  }

  @Test func `a step says itself as a flow does`() {
    var selector = Selector(text: "History", id: "tab.*")
    selector.enabled = true
    selector.relations = [
      .below(Selector(text: "Card")), .containsDescendants([Selector(id: "a")]),
    ]
    let place = Place("a.yaml", line: 1)
    let steps: [(Command, String)] = [
      (.back, "back"), (.tap(Tap(.once, .element(Selector(text: "History")))), "tapOn: History"),
      (
        .tap(Tap(.long, .point(ScreenPoint(x: 50, y: 20, .percent)))),
        "longPressOn: { point: 50%,20% }"
      ),
      (
        .assertVisible(selector),
        "assertVisible: { text: History, id: tab.*, enabled: true, below: Card, "
          + "containsDescendants: [{ id: a }] }"
      ),
      (.inputText(TextInput(Template([.variable("PHONE")]))), "inputText: ${PHONE}"),
      (.setDarkMode(false), "setLightMode"), (.travel(600_000), "travel: 10m"),
      (
        .launchApp(LaunchOptions(clearState: true, arguments: ["language": "en"])),
        "launchApp: { clearState: true, language: en }"
      ),
      (.meaningless(Meaningless("addMedia", Wording(en: "", ru: ""))), "addMedia"),
    ]
    for (command, words) in steps { #expect(Step(command, at: place).words == words) }
  }
}

/// A text, or anything else.
private struct JSONLinesValue: Decodable {
  let text: String?

  init(from decoder: any Decoder) throws {
    text = try? decoder.singleValueContainer().decode(String.self)
  }
}
