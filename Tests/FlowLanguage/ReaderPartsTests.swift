import Cells
import Loyalty
import Testing

@testable import FlowLanguage

/// Small parts of the reader.
struct ReaderPartsTests {
  @Test(arguments: [
    ("tapOnn", "tapOn"), ("TAPON", "tapOn"), ("taopn", "tapOn"), ("tpOn", "tapOn"),
    ("bakc", "back"), ("", nil), ("nothing", nil), ("xy", nil),
  ])
  func `the nearest word`(wrong: String, right: String?) {
    #expect(Nearest.word(to: wrong, among: ["tapOn", "back", "scroll"]) == right)
  }

  @Test(arguments: [
    ("tap", "tapOn"), ("click", "tapOn"), ("press", "pressKey"), ("type", "inputText"),
    ("fill", "inputText"), ("enter", "inputText"), ("sleep", "waitForAnimationToEnd"),
    ("wait", "extendedWaitUntil"), ("wait_for", "extendedWaitUntil"), ("scrollDown", "scroll"),
    ("swipeUp", "swipe"), ("assert", "assertVisible"), ("see", "assertVisible"),
    ("goBack", "back"), ("screenshot", "takeScreenshot"), ("tapOnn", "tapOn"),
    ("nothing of it", "loyalhub test --schema"), ("", "loyalhub test --schema"),
  ])
  func `a command that is meant, by its letters or its meaning`(wrong: String, meant: String) {
    let hint = CommandTable.hint(to: wrong)
    #expect(hint.english.contains(meant) && hint.russian.contains(meant))
  }

  @Test func `what other words mean are commands, and no word means two things`() {
    #expect(CommandTable.meanings.flatMap(\.commands).allSatisfy(CommandTable.names.contains))
    let words = CommandTable.meanings.flatMap(\.words)
    #expect(Set(words).count == words.count)
    #expect(Set(words).isDisjoint(with: CommandTable.names))
  }

  @Test(arguments: ["350", "350.50", "350,5", "0.01", "10000000", "9999999.99", "0350"])
  func `an amount`(text: String) {
    #expect(Amount.isOne(text))
  }

  @Test(arguments: [
    "", "abc", "-5", "+5", "1e30", "0", "0.00", "350.", ".5", "350.505", "1.2.3", "10000000.01",
    "10000001", "99999999999999999999", "٣", "350 ", "5₽",
  ])
  func `an amount that is none`(text: String) {
    #expect(!Amount.isOne(text))
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0),
  ])
  func `a distance in letters`(one: String, other: String, distance: Int) {
    #expect(editDistance(Array(one), Array(other)) == distance)
    #expect(editDistance(Array(other), Array(one)) == distance)
  }

  @Test(
    arguments: [
      ("Enter", Key(.enter)), ("back", Key(.escape)), ("A", .character("A")),
      ("ж", .character("ж")), ("f12", Key(.function(12))), ("Ctrl+P", .control("p")),
      ("shift+Tab", Key(.tab, .shift)), ("ctrl+alt+x", Key(.character("x"), [.control, .alt])),
      ("Page Down", Key(.pageDown)), ("remote dpad center", Key(.enter)), ("+", .character("+")),
      ("ctrl++", .control("+")), ("f0", nil), ("f13", nil), ("f01", nil), ("nope", nil), ("", nil),
      ("ctrl+", nil), ("Volume Up", nil),
    ] as [(String, Key?)])
  func `a key by its name`(name: String, key: Key?) {
    #expect(Key(flow: name) == key)
  }

  @Test(
    arguments: [
      ("1,2", ScreenPoint(x: 1, y: 2, .cells)),
      (" 50% , 20% ", ScreenPoint(x: 50, y: 20, .percent)),
      ("0%,100%", ScreenPoint(x: 0, y: 100, .percent)), ("1", nil), ("1,2,3", nil), ("-1,2", nil),
      ("101%,0%", nil), ("1%,2", nil), ("1.5,2", nil), (",", nil), ("%,%", nil), ("123456,1", nil),
    ] as [(String, ScreenPoint?)])
  func `a point as it is written`(text: String, point: ScreenPoint?) {
    #expect(ScreenPoint(text) == point)
  }

  @Test(arguments: [
    ("b.yaml", "a.yaml", "b.yaml"), ("b.yaml", "x/a.yaml", "x/b.yaml"),
    ("../b.yaml", "x/a.yaml", "b.yaml"), ("../../b", "x/a", "../b"), ("./b", "x/a", "x/b"),
    ("/b", "x/a", "/b"), ("c/./d/../b", "/x/a", "/x/c/b"), ("../../b", "/a", "/b"),
  ])
  func `a path beside a file`(path: String, file: String, whole: String) {
    #expect(FilePath.resolved(path, beside: file) == whole)
  }

  @Test func `a pattern of stars is no trap`() {
    let glob = Glob(String(repeating: "*a", count: 200) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 2000)))
    #expect(!Glob(String(repeating: "{a,b}", count: 300)).matches("c"))
  }

  @Test(arguments: [
    "a / b / c", "x = /['\"]/", "f(/}/g)", "'a\\'b'", "// '\n1", "/* ' */", "`${`${1}`}`",
    "[1, {a: (2)}]", "return /a/.test(b)", "a[0] / 2 + '/'",
  ])
  func `scripts without a fault`(script: String) {
    #expect(ScriptScan.fault(in: script)?.0 == nil)
  }
}
