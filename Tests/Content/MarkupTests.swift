import Content
import TestSupport
import Testing

@Suite struct MarkupTests {
  /// Spans as a text: `<i>`, `<b>`, `<a address>`.
  private func shown(_ source: String) -> String {
    Markup(source).spans.map { span in
      var text = span.text
      if span.isEmphasized { text = "<i>\(text)</i>" }
      if span.isStrong { text = "<b>\(text)</b>" }
      if let link = span.link { text = "<a \(link.rawValue)>\(text)</a>" }
      return text
    }.joined()
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("*a*", "<i>a</i>"), ("_a_", "<i>a</i>"),
    ("**a**", "<b>a</b>"), ("__a__", "<b>a</b>"), ("***a***", "<b><i>a</i></b>"),
    ("a * b * c", "a * b * c"), ("snake_case_name", "snake_case_name"),
    ("un*frigging*believable", "un<i>frigging</i>believable"),
    ("**a *b* c**", "<b>a </b><b><i>b</i></b><b> c</b>"),
    (#"\*a\* \\ \q"#, #"*a* \ \q"#), ("**Скидка** 10%", "<b>Скидка</b> 10%"),
    ("[a](https://x.y)", "<a https://x.y>a</a>"),
    (
      "see [*our* page](screen:about)!",
      "see <a screen:about><i>our</i></a><a screen:about> page</a>!"
    ),
    ("*[a](tel:+7495)*", "<a tel:+7495><i>a</i></a>"),
    ("[a](javascript:x)", "[a](javascript:x)"), ("[a](https://)", "[a](https://)"),
    ("[](https://x.y)", "[](https://x.y)"), ("[a] (https://x.y)", "[a] (https://x.y)"),
    ("[a [b](https://x.y)](https://z.w)", "[a <a https://x.y>b</a>](https://z.w)"),
    ("]", "]"), ("*", "*"), ("\\", "\\"), ("<b>a</b>", "<b>a</b>"),
  ])
  func `emphasis and links`(source: String, expected: String) {
    #expect(shown(source) == expected)
    #expect(!Markup(source).isUnclosed)
  }

  @Test(arguments: [
    ("*a", "*a"), ("**a*", "*<i>a</i>"), ("[a](https://x", "[a](https://x"),
    ("_a *b_", "<i>a *b</i>"), ("**", "**"),
  ])
  func `what is not closed stays`(source: String, expected: String) {
    #expect(shown(source) == expected)
    #expect(Markup(source).isUnclosed == (source != "**" && source != "_a *b_"))
  }

  @Test(
    .timeLimit(.minutes(20)),
    arguments: ["[", "*", "_", "**a ", "[a](", "](", "*a_", "\\", "a**b", "[a](tel:1)*", "***a"])
  func `any heap of marks is read in no time`(mark: String) {
    // As long as a text may be, or twice that: a square of it would take minutes.
    let heap = String(repeating: mark, count: Effort.count(20_000, long: 40_000) / mark.count)
    var plain = ""
    let seconds = processorSeconds { plain = Markup(heap).plain }
    #expect(seconds < 10)
    #expect(!plain.isEmpty)
  }
}
