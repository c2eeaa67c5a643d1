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
    let cards = try CatimaTable.contents("\u{FEFF}" + Self.table).cards
    #expect(cards.map(\.key) == ["1", "4", "7"])
  }

  @Test func `a table that a spreadsheet has written is read`() throws {
    let cards = try CatimaTable.contents(Self.table).cards.map(\.card)
    let quoted = "\"2\"" + Self.table.dropFirst()
    #expect(CatimaTable.isTable(quoted))
    #expect(try CatimaTable.contents(quoted).cards.map(\.card) == cards)
    let padded =
      "2,,,\n,,,\n_id,,,\n,,,\n_id,store,cardid,note\n1,Bakery,42,\n,,,\ncardId,groupId,,\n"
    #expect(CatimaTable.isTable(padded))
    let read = try CatimaTable.contents(padded)
    #expect(read.cards.map(\.card.number) == ["42"] && read.left.isEmpty)
    let bytes = Array("store,cardid\nК".utf8) + [0x0A, 0x4B, 0xE4, 0x73, 0x65, 0x80]
    #expect(FileText.table(bytes) == "store,cardid\nК\nKäse€")
  }

  @Test func `a table of Catima becomes cards`() throws {
    let cards = try CatimaTable.contents(Self.table).cards
    #expect(cards.map(\.key) == ["1", "4", "7"])
    let bakery = cards[0].card
    #expect(bakery.name == "Bakery")
    #expect(bakery.note == "Two lines:\n\nwith a blank one and \"quotes\" in it")
    #expect(bakery.number == "4600702084115")
    #expect(bakery.symbology == .ean13)
    #expect(bakery.balance == "12.50 EUR")
    // 21:00 in UTC: midnight in Moscow, where the table was written.
    #expect(bakery.expiresOn == Day("2026-12-31"))
    #expect(bakery.lastUsed == Instant(milliseconds: 1_730_493_938_000))
    #expect(bakery.groups == ["Food", "Clothes, shoes"])
    #expect(bakery.isStarred && !bakery.isArchived)
    #expect(bakery.rest["mood"] == "sunny")
    let gym = cards[1].card
    #expect(gym.code == "qr payload" && gym.symbology == .qr && gym.isArchived)
    #expect(gym.balance.isEmpty && gym.lastUsed == nil && gym.expiresOn == nil)
    #expect(gym.validFrom == Day("2023-11-15") && gym.encoding == "UTF_8")
    #expect(cards[2].card.symbology == .code93)
  }

  @Test func `what is not understood goes back as it came`() throws {
    let cards = try CatimaTable.contents(Self.table).cards.map(\.card)
    let again = CatimaTable.text(cards)
    #expect(try CatimaTable.contents(again).cards.map(\.card) == cards)
    let rows = again.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(rows.contains { $0.hasSuffix(",mood") })
    #expect(rows.contains("2,Gym,,1700006400000,,0,,XY-77,qr payload,QR_CODE,UTF_8,,0,0,1,"))
    #expect(rows.contains("3,Old shop,,,,0,,12345,,CODE_93,,,0,1684347330,0,"))
  }

  @Test(arguments: [
    ("1\n\n_id\n", 3, WalletFileProblem.Reason.header), ("", 1, .version),
    ("3\n\n_id\n", 1, .version), ("hello\n", 1, .version),
    ("2\n\n_id\n\n_id,store\n1,A\n", 5, .header), ("2\n\n_id\n\n_id|store|cardid\n", 5, .header),
    ("2\n\n_id\n\n_id,store,store,cardid\n1,A,B,2\n", 5, .header),
  ])
  func `a text that is no table of cards is refused with its line`(
    _ table: String, _ line: Int, _ reason: WalletFileProblem.Reason
  ) {
    let found = problem { () throws(WalletFileProblem) in _ = try CatimaTable.contents(table) }
    #expect(found == .line(line, reason: reason))
  }

  /// The numbers of the cards that are taken, and what is named.
  @Test(
    arguments: [
      ("_id,store,cardid\n1,A,2\n2,B\n3,C,4\n", ["2", "4"], [.card(line: 7, .columns)]),
      ("_id,store,cardid\n1,A,2,3\n2,B,5\n", ["5"], [.card(line: 6, .columns)]),
      ("_id,store,cardid\n1,A,2\n1,B,3\n", ["2", "3"], [.detail(line: 7, .id)]),
      ("_id,store,cardid\n1,\"A\nB\",2\n2, ,3\n", ["2"], [.card(line: 8, .name)]),
      ("_id,store,cardid\n1,A,\n2,B,3\n", ["3"], [.card(line: 6, .number)]),
      ("_id,store,cardid\n1,\"A,2\n2,B,3\n", ["3"], [.card(line: 6, character: 3, .quote)]),
      ("_id,store,cardid\n1,\"A\"x,2\n2,B,3\n", ["3"], [.card(line: 6, character: 5, .quote)]),
      ("_id,store,cardid,note\n1,A,2\n2,B,3,,,\n", ["2", "3"], []),
      ("_id,store,cardid\n1,A,2\n\n2,B,3\n,,\n3,C,4\n", ["2", "3", "4"], []),
      ("_id,store,cardid\n1,A,2\n\nname,what,x,y\n1,2,3,4\n", ["2"], [.card(line: 8, .header)]),
      (
        "_id,store,cardid\n1,A,2\n\ncardId,groupId\n\n_id,color\n1,red\n", ["2"],
        [.card(line: 10, .header)]
      ),
      (
        "_id,store,cardid,note\n1,A,2,\(String(repeating: "n", count: 2001))\n", ["2"],
        [.detail(line: 6, .text)]
      ),
      (
        "_id,store,cardid\n1,A,2\n\ncardId,groupId\n1,\(String(repeating: "g", count: 41))\n",
        ["2"], [.detail(line: 9, .groups)]
      ),
      ("_id,store,cardid,starstatus\n1,A,2,yes\n", ["2"], [.detail(line: 6, .flag)]),
      ("_id,store,cardid,expiry\n1,A,2,tomorrow\n", ["2"], [.detail(line: 6, .date)]),
      ("_id,store,cardid,expiry\n1,A,2,99999999999999999\n", ["2"], [.detail(line: 6, .date)]),
      ("_id,store,cardid,balance\n1,A,2,=1+1\n", ["2"], [.detail(line: 6, .balance)]),
      (
        "_id,store,cardid,balance,balancetype\n1,A,2,1,euros\n", ["2"],
        [.detail(line: 6, .balance)]
      ),
      ("_id,store,cardid\n1,A,2\n\ncardId,groupId\n1\n", ["2"], [.detail(line: 9, .columns)]),
      ("_id,store,cardid\n1,A,2\n\n_id,store,cardid\n2,B,3\n", ["2", "3"], []),
    ] as [(String, [String], [LeftOut])])
  func `what can be read of a table is taken, and the rest is named with its line`(
    _ cards: String, _ numbers: [String], _ left: [LeftOut]
  ) throws {
    let contents = try CatimaTable.contents("2\n\n_id\n\n" + cards)
    #expect(contents.cards.map(\.card.number) == numbers)
    #expect(contents.left == left)
  }

  /// As spreadsheets and people write it; each has a card with a note, a group and a balance.
  @Test(arguments: [
    "2\n\n_id\nFood\n\n_id;store;note;cardid;balance\n7;\"A;B\";\"x, \"\"y\"\"\";0042;12,50\n\ncardId;groupId\n7;Food\n",
    "2;;;;\n;;;;\n_id;;;;\nFood;;;;\n;;;;\n_id;store;note;cardid;balance\n7;\"A;B\";\"x, \"\"y\"\"\";0042;12,50\n;;;;\ncardId;groupId;;;\n7;Food;;;\n",
    "sep=;\n2\n\n_id;store;note;cardid;balance\n7;\"A;B\";\"x, \"\"y\"\"\";0042;12,50\n\ncardId;groupId\n7;Food\n",
    "2\n\n_id\tstore\tnote\tcardid\tbalance\n7\tA;B\t\"x, \"\"y\"\"\"\t0042\t12.50\n\ncardId\tgroupId\n7\tFood\n",
    "2\n\n_id, store, note, cardid, balance\n7, \"A;B\", \"x, \"\"y\"\"\" , 0042, 12.50\n\ncardId, groupId\n7, Food",
    "2\n\ncardId,groupId\n7,Food\n\nBalance,\"CardID\",Note, STORE ,_ID\n12.50,0042,\"x, \"\"y\"\"\",A;B,7\n\n\n",
  ])
  func `a table is read with other separators, spaces, orders and line ends`(_ table: String) throws
  {
    for end in ["\n", "\r\n", "\r"] {
      let text = "\u{FEFF}" + table.replacing("\n", with: end)
      #expect(CatimaTable.isTable(text))
      let contents = try CatimaTable.contents(text)
      let card = try #require(contents.cards.first?.card)
      #expect(card.name == "A;B" && card.note == "x, \"y\"" && card.balance == "12.50")
      #expect(card.number == "0042" && card.value == nil && card.groups == ["Food"])
      #expect(contents.left.isEmpty && contents.cards.count == 1)
    }
  }

  @Test(arguments: [
    "1830207600000", "1830207600", "2027-12-31", "2027-12-31T00:00:00Z", "2027-12-31T23:00+01:00",
  ])
  func `a day is read as milliseconds, as seconds and as it is written`(_ text: String) throws {
    let table = "2\n\n_id,store,cardid,expiry,lastused\n1,A,2,\(text),1684347330000\n"
    let card = try CatimaTable.contents(table).cards[0].card
    #expect(card.expiresOn == Day("2027-12-31"))
    #expect(card.lastUsed == Instant(milliseconds: 1_684_347_330_000))
  }

  @Test(arguments: ["", "1\n\n"])
  func `the table of the first version is the cards alone`(_ version: String) throws {
    let table =
      version + """
        _id,store,note,cardid,barcodetype,headercolor,headertextcolor,starstatus
        1,Bakery,"a

        b",70011122,CODE_128,-1,-1,0
        2,Käserei,,Käse,QR_CODE,,,1
        """
    let contents = try CatimaTable.contents(table)
    #expect(contents.left.isEmpty)
    let cards = contents.cards.map(\.card)
    #expect(cards.map(\.number) == ["70011122", "Käse"])
    #expect(cards[0].symbology == .code128 && cards[0].note == "a\n\nb")
    // As Catima has always drawn it.
    #expect(cards[1].encoding == "ISO-8859-1" && cards[1].isStarred)
    #expect(CatimaTable.isTable(table))
  }

  @Test func `a table of nothing but open quotes does not take for ever`() {
    let table = "2\n\n_id\n\n_id,store,cardid\n" + String(repeating: "\"\"\"\n", count: 20_000)
    let found = problem { () throws(WalletFileProblem) in
      _ = try CatimaTable.contents(table)
    }
    #expect(found != nil)
  }

  @Test func `a code's encoding and its FNC1 come and go with the card`() throws {
    let table = """
      2

      _id

      _id,store,cardid,barcodeid,barcodetype,barcodeencoding
      1,A,Käse,,QR_CODE,ISO-8859-1
      2,B,Käse,,QR_CODE,UTF-8
      3,C,42,\u{F1}010460123456789310AB\u{F1}215,CODE_128,
      4,D,\u{F1}0104601234567893,,CODE_128,
      """
    let cards = try CatimaTable.contents(table).cards.map(\.card)
    #expect(cards.map(\.encoding) == ["ISO-8859-1", "UTF-8", "ISO-8859-1", "ISO-8859-1"])
    #expect(cards.map(\.isGS1) == [false, false, true, true])
    #expect(cards[2].code == "010460123456789310AB\u{1D}215" && cards[2].number == "42")
    #expect(cards[3].number == "0104601234567893" && cards[3].value == nil)
    var gs1 = cards[2]
    gs1.symbology = .dataMatrix
    let all = cards + [gs1]
    let again = CatimaTable.text(all)
    #expect(try CatimaTable.contents(again).cards.map(\.card) == all)
    #expect(again.contains(",\u{F1}010460123456789310AB\u{F1}215,CODE_128,"))
  }

  @Test func `kinds of Catima are known, and go back under their names`() throws {
    let names = [
      "AZTEC", "CODABAR", "CODE_39", "CODE_93", "CODE_128", "DATA_MATRIX", "EAN_8", "EAN_13",
      "ITF", "PDF_417", "QR_CODE", "UPC_A", "UPC_E", "MAXICODE",
    ]
    let rows = names.enumerated().map { "\($0),A,\($0),\($1)\n" }.joined()
    let cards = try CatimaTable.contents("2\n\n_id,store,cardid,barcodetype\n" + rows).cards
    #expect(cards.count == names.count)
    let again = CatimaTable.text(cards.map(\.card)).split(separator: "\r\n")
    for name in names { #expect(again.contains { $0.contains(",\(name),") }, "\(name)") }
  }

  /// Midnight in Berlin, New York, Moscow, Auckland and Los Angeles, read there and elsewhere; noon,
  /// as old Catimas wrote it.
  @Test(arguments: [
    ("1830207600000", 0), ("1830207600000", 3), ("1830207600000", 1), ("1830207600000", -8),
    ("1830250800000", 1), ("1830229200000", 0), ("1830229200000", -5), ("1830200400000", -5),
    ("1830164400000", 13), ("1830240000000", -8), ("1830240000000", 9),
  ])
  func `a day of a file is the one that was meant`(_ moment: String, hours: Int) throws {
    let zone = Zone(initialOffset: hours * 3600)
    let table = "2\n\n_id,store,cardid,validfrom,expiry\n1,A,2,\(moment),\(moment)\n"
    let card = try CatimaTable.contents(table, zone: zone).cards[0].card
    let day = Day("2027-12-31")
    #expect(card.expiresOn == day && card.validFrom == day, "\(moment) \(hours)")
    // Goes out as that day's midnight here.
    let text = CatimaTable.text([card], zone: zone)
    let start = zone.start(of: try #require(day)).rawValue
    #expect(text.contains(",\(start),\(start),"))
  }

  @Test func `more cards than are kept are refused`() {
    let rows = (0...LocalCard.Limit.cards).map { "\($0),A,\($0)" }.joined(separator: "\n")
    let table = "2\n\n_id\n\n_id,store,cardid\n\(rows)\n"
    let found = problem { () throws(WalletFileProblem) in _ = try CatimaTable.contents(table) }
    #expect(found == .tooManyCards(limit: LocalCard.Limit.cards))
  }

  @Test func `text that would move the cursor is cleaned, the code is not touched`() throws {
    let table = "2\n\n_id\n\n_id,store,cardid,barcodeid\n1,\u{1B}[2JA,1 \u{7},\u{1D}01\n"
    let card = try CatimaTable.contents(table).cards[0].card
    #expect(card.name == "[2JA")
    #expect(card.number == "1")
    #expect(card.code == "\u{1D}01")
  }

  @Test(arguments: ["", "0", "plain", "a,b", "a\"b", "a\nb", "a\r\nb", " a", "a ", "\"", "ё漢👩‍👩‍👧"])
  func `a field reads as it was written`(_ field: String) throws {
    let line = "x,\(CSV.escaped(field)),y"
    #expect(try CSV.records(line).map(\.fields) == [["x", field, "y"]])
  }
}
