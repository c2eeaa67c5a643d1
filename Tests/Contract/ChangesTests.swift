import Contract
import Loyalty
import Testing

struct ChangesTests {
  @Test(arguments: [
    #"{"a":1}"#, #"{}"#, #"{"b":"}{\"]\\","c":[{"d":"{"}]}"#, " {\"x\" : \t\"y\" , \"z\":null }\n",
    #"[1,{"a":"b"}]"#, "true", "-1.5e3", #""text""#,
  ])
  func `bodies come back byte for byte`(body: String) throws {
    let data = [
      Resource.cards: Array(body.utf8), .tier: Array("{\"n\":[[]]}".utf8), .shops: [0x30],
    ]
    let changes = Changes(next: "n\"ext\\", data: data)
    let read = try Changes(changes.encoded)
    #expect(read.next == changes.next)
    #expect(Set(read.data.keys) == [.cards, .shops, .tier])
    #expect(read.data[.tier] == data[.tier])
    #expect(read.data[.shops] == data[.shops])
    let one = String(decoding: read.data[.cards] ?? [], as: UTF8.self)
    #expect(one == body.filter { $0 != "\n" }.drop { $0 == " " }.description.trimmedEnd)
  }

  @Test(arguments: [
    #"{"next":"a"}"#, #"{"data":{}}"#, #"{"next":1,"data":{}}"#, #"{"next":"a","data":[]}"#,
    #"{"next":"a","data":{"b":1}"#, "", "[]", #"{"next":"a","data":{"b":}}"#,
  ])
  func `what is no answer is refused`(text: String) {
    #expect(throws: WireError.self) { try Changes(Array(text.utf8)) }
  }

  @Test func `members in any order, and resources that are not known, do no harm`() throws {
    let text =
      #" { "new" : {"data":{"balance":7}} , "data" : { "cards" : {} , "tier":{"data":[1]} , "#
      + #""badges":[1] } , "next":"t" } "#
    let changes = try Changes(Array(text.utf8))
    #expect(
      changes
        == Changes(
          next: "t", data: [.cards: Array("{}".utf8), .tier: Array(#"{"data":[1]}"#.utf8)]))
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
