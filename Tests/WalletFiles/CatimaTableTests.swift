import Loyalty
import Testing

@testable import WalletFiles

/// Catima's table: what is read, what is refused and with which line, what survives the way back.
struct CatimaTableTests {
  /// As a current Catima writes it, with a column that does not exist yet.
  static let table = """
    2

    _id
    Food
    "Clothes, shoes"

    _id,store,note,validfrom,expiry,balance,balancetype,cardid,barcodeid,barcodetype,\
    barcodeencoding,headercolor,starstatus,lastused,archive,mood
    1,Bakery,"Two lines:

    with a blank one and ""quotes"" in it",,1798664400000,12.50,EUR,4600702084115,,EAN_13,AUTOMATIC,\
    -45147,1,1730493938,0,sunny
    4,Gym,,1700000000000,,0,,XY-77,qr payload,QR_CODE,UTF_8,,0,0,1,
    7,Old shop,,,,0,,12345,,CODE_93,,,0,1684347330,0,

    cardId,groupId
    8,Food
    1,Food
    1,"Clothes, shoes"
    """

  @Test func `a byte order mark before the table is passed over`() throws {
    let cards = try CatimaTable.cards("\u{FEFF}" + Self.table)
    #expect(cards.map(\.key) == ["1", "4", "7"])
  }

  @Test func `a table of Catima becomes cards`() throws {
    let cards = try CatimaTable.cards(Self.table)
    #expect(cards.map(\.key) == ["1", "4", "7"])
    let bakery = cards[0].card
    #expect(bakery.store == "Bakery")
    #expect(bakery.note == "Two lines:\n\nwith a blank one and \"quotes\" in it")
    #expect(bakery.number == "4600702084115")
    #expect(bakery.symbology == .ean13)
    #expect(bakery.balance == "12.50 EUR")
    #expect(bakery.expiresAt == Instant(milliseconds: 1_798_664_400_000))
    #expect(bakery.lastUsed == Instant(milliseconds: 1_730_493_938_000))
    #expect(bakery.groups == ["Food", "Clothes, shoes"])
    #expect(bakery.isStarred && !bakery.isArchived)
    #expect(bakery.rest["mood"] == "sunny")
    let gym = cards[1].card
    #expect(gym.code == "qr payload" && gym.symbology == .qr && gym.isArchived)
    #expect(gym.balance.isEmpty && gym.lastUsed == nil && gym.expiresAt == nil)
    #expect(cards[2].card.symbology?.rawValue == "code_93")
  }

  @Test func `what is not understood goes back as it came`() throws {
    let cards = try CatimaTable.cards(Self.table).map(\.card)
    let again = CatimaTable.text(cards)
    #expect(try CatimaTable.cards(again).map(\.card) == cards)
    let rows = again.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(rows.contains { $0.hasSuffix(",mood") })
    #expect(rows.contains("2,Gym,,1700000000000,,0,,XY-77,qr payload,QR_CODE,UTF_8,,0,0,1,"))
    #expect(rows.contains("3,Old shop,,,,0,,12345,,CODE_93,,,0,1684347330,0,"))
  }

  @Test(arguments: [
    ("1\n\n_id\n", 1, WalletFileProblem.Reason.version), ("", 1, .version),
    ("2\n\n_id\n\n_id,store\n1,A\n", 5, .header),
    ("2\n\n_id\n\n_id,store,store,cardid\n1,A,B,2\n", 5, .header),
    ("2\n\n_id\n\n_id,store,cardid\n1,A,2\n2,B\n", 7, .columns),
    ("2\n\n_id\n\n_id,store,cardid\n1,A,2,3\n", 6, .columns),
    ("2\n\n_id\n\n_id,store,cardid\n1,A,2\n1,B,3\n", 7, .id),
    ("2\n\n_id\n\n_id,store,cardid\n1,\"A\nB\",2\n2, ,3\n", 8, .store),
    ("2\n\n_id\n\n_id,store,cardid\n1,A,\n", 6, .number),
    ("2\n\n_id\n\n_id,store,cardid\n1,\"A,2\n2,B,3\n", 6, .quote),
    ("2\n\n_id\n\n_id,store,cardid\n1,\"A\"x,2\n", 6, .quote),
    ("2\n\n_id\n\n_id,store,cardid,starstatus\n1,A,2,yes\n", 6, .flag),
    ("2\n\n_id\n\n_id,store,cardid,expiry\n1,A,2,tomorrow\n", 6, .date),
    ("2\n\n_id\n\n_id,store,cardid,expiry\n1,A,2,99999999999999999\n", 6, .date),
    ("2\n\n_id\n\n_id,store,cardid,balance\n1,A,2,=1+1\n", 6, .balance),
    ("2\n\n_id\n\n_id,store,cardid,balance,balancetype\n1,A,2,1,euros\n", 6, .balance),
    ("2\n\n_id\n\n_id,store,cardid\n1,A,2\n\ncardId,groupId\n1\n", 9, .columns),
    ("2\n\n_id\n\n_id,store,cardid\n1,A,2\n\n_id,store,cardid\n2,B,3\n", 8, .header),
  ])
  func `a bad table is refused with its line`(
    _ table: String, _ line: Int, _ reason: WalletFileProblem.Reason
  ) {
    let found = problem { () throws(WalletFileProblem) in _ = try CatimaTable.cards(table) }
    #expect(found == .line(line, reason: reason))
  }

  @Test func `more cards than are kept are refused`() {
    let rows = (0...LocalCard.Limit.cards).map { "\($0),A,\($0)" }.joined(separator: "\n")
    let table = "2\n\n_id\n\n_id,store,cardid\n\(rows)\n"
    let found = problem { () throws(WalletFileProblem) in _ = try CatimaTable.cards(table) }
    #expect(found == .tooManyCards(limit: LocalCard.Limit.cards))
  }

  @Test func `text that would move the cursor is cleaned, the code is not touched`() throws {
    let table = "2\n\n_id\n\n_id,store,cardid,barcodeid\n1,\u{1B}[2JA,1 \u{7},\u{1D}01\n"
    let card = try CatimaTable.cards(table)[0].card
    #expect(card.store == "[2JA")
    #expect(card.number == "1")
    #expect(card.code == "\u{1D}01")
  }

  @Test(arguments: ["", "0", "plain", "a,b", "a\"b", "a\nb", "a\r\nb", " a", "a ", "\"", "ё漢👩‍👩‍👧"])
  func `a field reads as it was written`(_ field: String) throws {
    let line = "x,\(CSV.escaped(field)),y"
    #expect(try CSV.records(line).map(\.fields) == [["x", field, "y"]])
  }
}
