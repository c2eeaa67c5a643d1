import Loyalty
import Testing

@testable import App

struct HistoryTableTests {
  private let table = HistoryTable(.english, .utc, Fixture.home.program)

  @Test func `a line is a record with all that its receipt says`() {
    #expect(table.head.hasPrefix("\u{FEFF}Date,Time,Kind,What,Where,Receipt,Goods,Sum,"))
    let record = table.record(of: Fixture.sold)
    #expect(
      record.hasSuffix(
        "Purchase,Beans and croissants,Chistye Prudy,0412,"
          + "\"Guji beans, 250 g; Croissant × 2; Own cup\",880.00,RUB,44,1029\r\n"))
    #expect(table.record(of: Fixture.entries(1)[0]).hasSuffix(",,,,,12,\r\n"))
  }

  @Test(arguments: [(250, "0.25"), (10_000, "10"), (1_500, "1.5"), (1_234_567, "1234.567")])
  func `how much of something was bought is written without noughts at its end`(
    thousandths: Int64, written: String
  ) {
    var entry = Fixture.sold
    entry.receipt?.goods = [
      Receipt.Goods(name: [.english: "Tea"], quantity: thousandths, price: 100, sum: 100)
    ]
    #expect(table.record(of: entry).contains(",Tea × \(written),"))
  }

  @Test(arguments: ["=1+1", "+7", "-2", "@SUM(A1)", "\t=1", "＝1"])
  func `what others have written is never a formula`(text: String) {
    var entry = Fixture.sold
    entry.title = [.english: text]
    #expect(table.record(of: entry).contains(",'\(text),"))
    #expect(HistoryTable.tame("Latte") == "Latte" && HistoryTable.tame("") == "")
  }

  @Test func `marks, commas and ends of lines stay inside of their field`() {
    var entry = Fixture.entries(1)[0]
    entry.title = [.english: "A \"flat\", white\r\n"]
    #expect(table.record(of: entry).contains(",\"A \"\"flat\"\", white\r\n\","))
  }
}
