import Cells
import Content
import Loyalty
import Testing

@testable import App

/// `y` copies the number, the code or the link of what is looked at; `Y` words about it.
struct CopyingTests {
  private func press(_ key: String, _ state: inout State) -> String? {
    let effects = feed(Key.text(key), to: &state)
    for case .screen(.copy(let text)) in effects { return text }
    return nil
  }

  private static let sizes = [(40, 15), (80, 24), (120, 40)].map { Size(width: $0, height: $1) }

  private func opened(
    _ actions: [Action], _ language: Language = .english, _ size: Size = Size(width: 80, height: 24)
  ) throws -> State {
    var state = try Fixture.signedIn(size, language)
    let loaded: [Event] = [
      .shops(.loaded(Fixture.shops)), .referral(.loaded(Fixture.referral)),
    ]
    for action in actions { _ = feed(loaded + [.action(action)] + loaded, to: &state) }
    return state
  }

  @Test(arguments: ["y", "н"]) func `the member's number is copied at home and on the card`(
    key: String
  ) throws {
    var state = try opened([])
    #expect(press(key, &state) == "7000 0012 3456 7890")
    #expect(state.toasts.last?.text == "Copied: 7000 0012 3456 7890")
    _ = feed([.action(.card(.show))], to: &state)
    #expect(press(key, &state) == "7000 0012 3456 7890")
    var guest = try Fixture.guest()
    #expect(press(key, &guest) == nil)
  }

  @Test func `a coupon's code is copied while it can be used`() throws {
    var state = try opened([.showTab(.rewards)])
    let coupon = try #require(state.selectedCoupon)
    #expect(press("y", &state) == coupon.code)
    _ = feed([.action(.rewards(.open(row: 0)))], to: &state)
    #expect(press("y", &state) == coupon.code)
    var past = try opened([.showTab(.rewards)])
    _ = feed([.input(.key(Key(.end)))], to: &past)
    #expect(past.selectedCoupon != nil && press("y", &past) == nil)
  }

  @Test func `the friend's code and the link are copied where they stand`() throws {
    let referral = try #require(Fixture.referral.referral)
    var state = try opened([.referral(.show)], .russian)
    #expect(press("y", &state) == referral.code)
    #expect(state.toasts.last?.text == "Скопировано: \(referral.code)")
    _ = feed([.action(.referral(.showCode))], to: &state)
    #expect(press("y", &state) == referral.link)
    #expect(
      press("Y", &state)
        == "Зёрна: присоединяйтесь по моему коду \(referral.code) · \(referral.link)")
  }

  @Test func `a shop's telephone is copied, and its address shared`() throws {
    var state = try opened([.shops(.show)])
    let shop = try #require(state.shops.items.first?.shop)
    #expect(press("y", &state) == shop.phone)
    let words = try #require(press("Y", &state))
    let name = shop.name.value(in: .english) ?? "-"
    let address = shop.address.value(in: .english) ?? "-"
    #expect(words.hasPrefix("Zerna: \(name)") && words.contains(address))
  }

  @Test func `an offer and a reward are shared in words`() throws {
    var state = try opened([.showTab(.promotions)])
    let offer = try #require(state.promotions.items.first?.title.value(in: .english))
    #expect(press("Y", &state)?.hasPrefix("Zerna: \(offer) · ") == true)
    #expect(press("y", &state) == nil)
    state = try opened([.showTab(.rewards), .rewards(.open(row: 1))])
    let reward = try #require(state.rewards.contents.rewards?.first)
    let words = try #require(press("Y", &state))
    #expect(words.contains(state.phrases.points(reward.cost, of: state.program)))
    #expect(state.toasts.last?.text == "Ready to paste: \(words)")
  }

  @Test func `nothing that is copied steers a terminal`() throws {
    var referral = Fixture.referral
    referral.referral?.code = "AB\u{1B}]52;c;?\u{7}CD\u{202E}"
    referral.referral?.link =
      "https://zerna.example/\u{9B}31m\n" + String(repeating: "x", count: 900)
    var state = try opened([.referral(.show)])
    _ = feed([.referral(.loaded(referral))], to: &state)
    for key in ["y", "Y"] {
      let text = try #require(press(key, &state))
      let isHarmful = { (scalar: Unicode.Scalar) in
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{202E}"
      }
      #expect(!text.unicodeScalars.contains(where: isHarmful))
    }
    // A code is never cut: half of one is another one.
    _ = feed([.action(.referral(.showCode))], to: &state)
    #expect(press("y", &state)?.hasSuffix("xxx") == true)
  }

  @Test func `y is a letter where one writes`() throws {
    var state = try opened([.referral(.show), .referral(.giveCode)])
    #expect(press("y", &state) == nil)
    #expect(state.form?[.referralField] == "y")
  }

  @Test(arguments: sizes, Phrasebook.languages)
  func `a receipt's number is copied from its paper, and from the list`(
    size: Size, language: Language
  ) throws {
    var state = try opened([.showTab(.history)], language, size)
    _ = feed([.history(.loaded(Fixture.receipts))], to: &state)
    #expect(press("y", &state) == "0412")
    _ = feed([.action(.history(.open(row: 0)))], to: &state)
    #expect(press("y", &state) == "0412")
    // A line that no till printed has none.
    _ = feed([.action(.back), .input(.key(Key(.down)))], to: &state)
    #expect(press("y", &state) == nil)
  }

  @Test(arguments: sizes, Phrasebook.languages)
  func `where there is nothing to copy or to share a quiet word says so, and no key is named`(
    size: Size, language: Language
  ) throws {
    let words = language == .english ? "Nothing to copy here" : "Здесь нечего копировать"
    let away: [[Action]] = [[.showTab(.more)], [.showTab(.promotions)], [.explanation(.show)]]
    for key in ["y", "Y"] {
      for actions in away {
        var state = try opened(actions, language, size)
        if actions == [.showTab(.promotions)], key == "Y" { continue }
        #expect(press(key, &state) == nil)
        #expect(state.toasts.map(\.text) == [words] && state.toasts.last?.isError == false)
        #expect(!state.commands.contains { $0.action == (key == "y" ? .copy : .share) })
        let title = state.phrases.say(key == "y" ? .copyCode : .copyWords)
        _ = feed([.action(.palette(.show))], to: &state)
        #expect(!state.palette.entries.contains { $0.title == title })
      }
    }
    var guest = try Fixture.guest()
    #expect(press("y", &guest) == nil && guest.toasts.count == 1)
    var form = try opened([.referral(.show), .referral(.giveCode)], language, size)
    #expect(press("y", &form) == nil && form.toasts.isEmpty)
  }

  @Test(arguments: sizes, Phrasebook.languages)
  func `on a content screen the link that has the focus is copied`(
    size: Size, language: Language
  ) throws {
    let words =
      "[Site](https://zerna.example/a?b=1) [Call](tel:+74951234567) "
      + "[Mail](mailto:hi@zerna.example) [Page](screen:page)"
    let blocks = [
      Fixture.block("text", .paragraph, words, words),
      Fixture.block(
        "call", .button, "Call us", "Позвонить",
        ["action": BlockAction(.phone, "+7 495 123-45-67").value]),
    ]
    let screen = Screen(
      slug: "x", tab: .init(.bar, position: 400), title: [.english: "X"], blocks: blocks)
    for way in [Action.screens(.open(slug: "x")), .showTab(.screen("x"))] {
      var state = try opened([], language, size)
      _ = feed(
        [.screens(.loaded(ScreensContents(screens: [screen]))), .action(way)], to: &state)
      #expect(press("y", &state) == nil, "nothing has the focus")
      var copied: [String: String] = [:]
      for element in view(state).elements where element.id.rawValue.hasPrefix("screen.") {
        guard element.action != nil else { continue }
        _ = feed([.action(.focus(element.id))], to: &state)
        copied[element.text] = press("y", &state)
      }
      #expect(
        copied == [
          "Site": "https://zerna.example/a?b=1", "Call": "+74951234567",
          "Mail": "hi@zerna.example",
          language == .english ? "Call us" : "Позвонить": "+7 495 123-45-67",
        ])
    }
  }
}
