import Cells
import Loyalty
import Testing

@testable import App

struct TextLinesTests {
  private let long = TextLine(
    id: "day", label: "26 Nov", text: "closed · Closed for cleaning until the evening")

  @Test func `words go on below themselves, beside their label`() {
    let rows = [long].wrapped(to: 39)
    #expect(rows.map(\.label) == ["26 Nov", ""])
    #expect(rows.map(\.text) == ["closed · Closed for", "cleaning until the evening"])
    #expect([long].wrapped(to: 80).map(\.text) == [long.text])
    #expect([TextLine(id: "gap", text: "")].wrapped(to: 10).count == 1)
  }

  @Test func `they are said once, as a whole`() throws {
    var canvas = Canvas(try Fixture.signedIn())
    canvas.textLines([long].wrapped(to: 39), from: 0, in: Rect(x: 2, y: 2, width: 39, height: 9))
    #expect(canvas.elements.map(\.text) == ["26 Nov: \(long.text)"])
  }

  @Test func `nothing of a store is cut beside the list`() throws {
    var state = try Fixture.signedIn()
    _ = feed(
      [
        .input(.resize(Size(width: 110, height: 30))), .action(.shops(.show)),
        .shops(.loaded(Fixture.shops)),
      ], to: &state)
    let page = view(state).grid
    for y in 0..<page.size.height {
      let pane = page.row(y).suffix(40).map { String($0.text) }.joined()
      #expect(!pane.contains("…"), "\(pane)")
    }
  }

  @Test func `the names of what is sent go on in the next row beside their switches`() throws {
    var state = try Fixture.signedIn(Size(width: 40, height: 15), .russian)
    let names = ["Баллы и уровень", "Акции и подарки", "Новости", "Аккаунт и система"]
    let categories: [Loyalty.Notification.Category] = [.points, .offers, .coupons, .service]
    var contents = Fixture.inbox
    contents.preferences = zip(categories, names).map { category, name in
      Preference(
        category: category, title: [.russian: name], push: true, email: false, sms: false)
    }
    _ = feed([.inbox(.loaded(contents)), .action(.inbox(.showPreferences))], to: &state)
    let page = view(state)
    let text = (0..<15).map { y in
      (0..<14).map { String(page.grid[$0, y].text) }.joined()
    }.joined(separator: "\n")
    #expect(!text.contains("…"))
    for word in names.flatMap({ $0.split(separator: " ") }) { #expect(text.contains(word)) }
    let switches = page.elements.filter { $0.role == .button && $0.id != .closeSheet }
    #expect(switches.count == 12 && switches.allSatisfy { !$0.bounds.isEmpty })
  }
}
