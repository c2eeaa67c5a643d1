import App
import Cells
import Loyalty
import Testing

/// Words that were typed into a form are not lost without a question.
struct LeavingFormTests {
  private let escape = Event.input(.key(Key(.escape)))
  private let enter = Event.input(.key(Key(.enter)))

  @Test func `Esc asks before typed words are lost, and a second Esc goes on typing`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a") + [.input(.paste("Bakery")), escape], to: &state)
    #expect(state.sheets.last == .leavingForm)
    _ = feed([escape], to: &state)
    #expect(state.sheets.last == .wallet(.form(nil)))
    _ = feed([.input(.paste("!"))], to: &state)
    #expect(view(state).elements.contains { $0.text == "Name Bakery!" })
    // The careful answer has the focus.
    _ = feed([escape, enter], to: &state)
    #expect(state.sheets.last == .wallet(.form(nil)))
    _ = feed([escape, .input(.key(Key(.down))), enter], to: &state)
    #expect(state.sheets == [.wallet(.list)])
  }

  @Test func `nothing is asked when nothing was typed`() throws {
    var state = try Fixture.inWallet("list")
    _ = feed(Key.text("a") + [escape], to: &state)
    #expect(state.sheets == [.wallet(.list)])
    // Typed and taken back.
    _ = feed(
      Key.text("a") + [.input(.paste("x")), .input(.key(Key(.backspace))), escape], to: &state)
    #expect(state.sheets == [.wallet(.list)])
  }

  @Test func `each form with words of one's own asks`() throws {
    for open in [
      Action.promoCode(.show), .accounts(.add), .referral(.giveCode), .wallet(.showReading),
    ] {
      var state = try Fixture.signedIn(Size(width: 80, height: 24), .english)
      _ = feed([.action(open)], to: &state)
      guard let sheet = state.sheets.last else { continue }
      _ = feed([.input(.paste("words")), escape], to: &state)
      #expect(state.sheets.last == .leavingForm, "\(sheet)")
      _ = feed([.action(.form(.drop))], to: &state)
      #expect(!state.sheets.contains(sheet), "\(sheet)")
    }
  }
}
