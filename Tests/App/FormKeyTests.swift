import Cells
import Loyalty
import Testing

@testable import App

/// The key that spares one the fields of a form that may stay empty.
struct FormKeyTests {
  private let save = Event.input(.key(.control("s")))

  @Test(arguments: [(80, 24), (40, 15), (120, 40)])
  func `Ctrl-S does from any field what the button does, and is named beside the way out`(
    width: Int, height: Int
  ) throws {
    var state = try Fixture.inWallet("list", Size(width: width, height: height))
    _ = feed([.action(.wallet(.add)), .input(.paste("Bakery"))], to: &state)
    #expect(view(state).grid.text.contains("Ctrl-S Save   Esc Close"))
    // What is wrong is said at its field, as the button would.
    #expect(feed([save], to: &state) == [])
    #expect(state.focus == "wallet.number")
    _ = feed([.input(.paste("4600702084115"))], to: &state)
    var tapped = state
    let effects = feed([.action(.wallet(.submitCard))], to: &tapped)
    #expect(!effects.isEmpty && feed([save], to: &state) == effects)
    state.form?.isBusy = true
    #expect(feed([save], to: &state) == [])
  }

  @Test func `a form of one field names only Enter's button, and elsewhere the key does nothing`()
    throws
  {
    var state = try Fixture.signedIn()
    _ = feed([.action(.promoCode(.show))], to: &state)
    #expect(!view(state).grid.text.contains("Ctrl-S"))
    _ = feed([.action(.back)], to: &state)
    let before = state
    #expect(feed([save], to: &state) == [] && state == before)
  }
}
