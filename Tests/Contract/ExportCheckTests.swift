import Testing

@testable import Contract

struct ExportCheckTests {
  private func failure(_ text: String) -> WireError? {
    do throws(WireError) {
      try MemberExport.check(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `an export of any version is one, whatever its lines hold`() throws {
    for sample in Sample.all where sample.schema == "MemberExport" {
      try MemberExport.check(sample.body)
      try MemberExport.check(Array(" \n".utf8) + sample.body + Array("\n".utf8))
    }
    // A server from before returns does not say what of a purchase came back; a newer one says more.
    for purchase in [#"{"at":1}"#, #"{"at":"x","new":[{"]":"}\"{"},[]]}"#] {
      let text = #"{"exported_at":0,"ledger":[],"member":{"name":"\\"},"purchases":[\#(purchase)]}"#
      #expect(failure(text) == nil)
    }
  }

  @Test(arguments: [
    "", "null", "[]", "<html>", #""exported_at""#, #"{"exported_at":0,"ledger":[],"member":{}"#,
    #"{"exported_at":0,"ledger":[],"member":{}}{}"#, #"{"exported_at":0,"ledger":[},"member":{}]"#,
    "{\"exported_at\":0,\"ledger\":[],\"member\":{\"name\":\"\n\"}}",
  ])
  func `what is no whole object of JSON is none`(text: String) {
    #expect(failure(text) == WireError(reason: .notJSON, pointer: ""))
  }

  @Test func `an object without a member or a ledger of its own is none`() {
    #expect(
      failure(#"{"exported_at":0,"member":{"ledger":[]},"note":"ledger"}"#)
        == WireError(reason: .missing, pointer: "/ledger"))
    #expect(failure(#"{"data":[]}"#) == WireError(reason: .missing, pointer: "/exported_at"))
  }
}
