import Loyalty
import Testing

@Suite struct PluralTests {
  private let forms = PluralForms(one: "балл", few: "балла", many: "баллов", other: "балла")

  @Test(arguments: [
    (0, "баллов"), (1, "балл"), (2, "балла"), (4, "балла"), (5, "баллов"), (11, "баллов"),
    (12, "баллов"), (14, "баллов"), (20, "баллов"), (21, "балл"), (22, "балла"), (111, "баллов"),
    (112, "баллов"), (121, "балл"), (1001, "балл"), (1_000_011, "баллов"),
  ])
  func `Russian counts by the last two digits`(count: UInt64, form: String) {
    #expect(forms[PluralCategory(count, in: .russian)] == form)
    #expect(forms[PluralCategory(count, in: Language(rawValue: "ru-RU"))] == form)
  }

  @Test func `a number with decimals takes the form for others`() {
    #expect(forms[PluralCategory(1, decimals: 1, in: .russian)] == "балла")
    #expect(PluralCategory(1, decimals: 2, in: .english) == .other)
  }

  @Test(arguments: [(UInt64(0), PluralCategory.other), (1, .one), (2, .other), (21, .other)])
  func `English knows one and the others`(count: UInt64, category: PluralCategory) {
    #expect(PluralCategory(count, in: .english) == category)
  }

  @Test func `a missing form falls back to the form for others`() {
    #expect(PluralForms(other: "pts")[.few] == "pts")
  }
}
