import Cells
import Loyalty
import Testing
import Themes

@testable import App

/// What keeps things apart on the screen.
struct AirTests {
  @Test func `where there is no pane what is opened takes the whole width`() throws {
    for (width, height) in [(40, 15), (80, 24), (109, 30)] {
      for screen in [GoldenTests.Screen.reward, .promotion, .notification, .couponUsed, .entry] {
        let state = try GoldenTests().state(screen, Size(width: width, height: height), .russian)
        let frame = view(state)
        let title = try #require(frame.elements.first { $0.id == "sheet.title" })
        let grounds = [ThemeToken.sheet, .background].map { state.theme[$0].background }
        for x in [0, width - 1] {
          #expect(grounds.contains(frame.grid[x, title.bounds.y].style.background), "\(screen)")
          #expect(frame.grid[x, title.bounds.y].text == " ", "\(screen) at \(width)×\(height)")
        }
      }
    }
  }

  @Test func `an empty wallet shows each way to a card with its key, and Tab takes it`() throws {
    for (width, height) in [(40, 15), (80, 24), (120, 40)] {
      var state = try Fixture.inWallet("walletEmpty", Size(width: width, height: height))
      let ways = view(state).elements.filter { $0.id.rawValue.hasPrefix("wallet.way.") }
      #expect(
        ways.map(\.action)
          == [.wallet(.add), .wallet(.showReading), .wallet(.showReading)], "\(width)×\(height)")
      for way in ways {
        let row = (way.bounds.x..<way.bounds.maxX).map {
          view(state).grid[$0, way.bounds.y].text
        }
        #expect(String(row).contains(way.action == .wallet(.add) ? "a   " : "i   "))
      }
      state.focus = ways.first?.id
      _ = feed([.input(.key(Key(.enter)))], to: &state)
      #expect(state.sheets.last == .wallet(.form(nil)))
    }
  }

  @Test func `the code for a friend is large, and its link can be photographed beside it`() throws {
    for (width, height, lines) in [(80, 24, 2), (120, 40, 1)] {
      let state = try GoldenTests().state(.referral, Size(width: width, height: height), .russian)
      let elements = view(state).elements
      let code = try #require(elements.first { $0.id == "referral.code" })
      #expect(code.text == "ANNA-7K2P" && code.bounds.height == lines * 4 - 1)
      let symbol = try #require(elements.first { $0.id == "referral.symbol" })
      #expect(symbol.bounds.maxX == width && symbol.action == .referral(.showCode))
      #expect(elements.filter { $0.id.rawValue.hasPrefix("referral.row.") }.count == 2)
    }
    let small = try GoldenTests().state(.referral, Size(width: 40, height: 15), .russian)
    #expect(!view(small).elements.contains { $0.id == "referral.symbol" })
    #expect(view(small).elements.contains { $0.text == "ANNA-7K2P" })
  }

  @Test func `short words cover no button of a panel at the foot of the screen`() throws {
    var state = try GoldenTests().state(.editorLeaving, Size(width: 80, height: 24), .russian)
    #expect(!state.toasts.isEmpty)
    let ids: [Element.ID] = ["editor.keep", "editor.saveAndLeave", "editor.discard"]
    for id in ids {
      let frame = view(state)
      let button = try #require(frame.elements.first { $0.id == id })
      let covering = frame.elements.filter {
        $0.id.isToast && !$0.bounds.intersection(button.bounds).isEmpty
      }
      #expect(covering.isEmpty, "\(id)")
    }
    // Where it takes the whole screen they stand where they always do.
    state = try GoldenTests().state(.consents, Size(width: 80, height: 24), .russian)
    _ = feed([.action(.consents(.toggle(.init("terms"))))], to: &state)
    let toast = try #require(view(state).elements.first { $0.id.isToast })
    #expect(toast.bounds.maxY == 22)
  }
}
