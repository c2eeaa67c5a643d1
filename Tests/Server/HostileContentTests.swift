import Content
import Contract
import Foundation
import HTTPTypes
import Loyalty
import Testing

@testable import Server

@Suite struct HostileContentTests {
  private func answer(_ body: String) async throws -> (status: Int, pointers: [String]) {
    let bench = try Bench()
    let token = try await bench.signIn(Bench.boris).accessToken
    let response = await bench.send(
      .createScreen, body: Array(body.utf8), token: token, key: Bench.key())
    let problem = try? bench.problem(response)
    return (response.status.code, problem?.errors.map(\.pointer) ?? [])
  }

  private func screen(_ blocks: String, more: String = "") -> String {
    #"{"slug":"x","title":{"ru":"Х"},"blocks":[\#(blocks)]\#(more)}"#
  }

  @Test(arguments: [
    ("", ""), ("[]", ""), (#"{"slug":"x","title":{},"blocks":{}}"#, ""),
    (#"{"slug":"x","title":{}}"#, ""),
    (#"{"slug":"X Y","title":{},"blocks":[]}"#, "/slug"),
    (#"{"title":{},"blocks":[]}"#, "/slug"),
    (#"{"slug":"x","title":"Х","blocks":[]}"#, "/title"),
    (#"{"slug":"x","title":{"ru":1},"blocks":[]}"#, "/title"),
    (#"{"slug":"x","title":{},"blocks":[],"tab":"bar"}"#, "/tab"),
    (#"{"slug":"x","title":{},"blocks":[],"tab":{"place":"bar","position":-1}}"#, "/tab"),
    (#"{"slug":"x","title":{},"blocks":[{"type":"divider"}]}"#, "/blocks/0/id"),
    (
      #"{"slug":"x","title":{},"blocks":[{"id":"a","type":"divider"},{"id":"a","type":"x"}]}"#,
      "/blocks/1/id"
    ),
    (#"{"slug":"x","title":{},"blocks":[{"id":"a"}]}"#, "/blocks/0/type"),
    (#"{"slug":"x","title":{},"blocks":[{"id":"a","type":"x","text":"hi"}]}"#, "/blocks/0/text"),
    (#"{"slug":"x","title":{},"blocks":[{"id":"a","type":"x","props":[]}]}"#, "/blocks/0/props"),
    (
      #"{"slug":"x","title":{},"blocks":[{"id":"a","type":"x","visibility":{"to":"soon"}}]}"#,
      "/blocks/0/visibility/to"
    ),
    (
      #"{"slug":"x","title":{},"blocks":[{"id":"a","type":"countdown","props":{"to":"2026-02-30T00:00:00Z"}}]}"#,
      "/blocks/0/props/to"
    ),
  ])
  func `what cannot be told apart or drawn is refused`(body: String, pointer: String) async throws {
    let answer = try await answer(body)
    #expect(answer.status == 422)
    #expect(answer.pointers == [pointer])
  }

  @Test func `too much is refused`() async throws {
    let long = String(repeating: "я", count: 20_001)
    #expect(
      try await answer(screen(#"{"id":"a","type":"x","text":{"ru":"\#(long)"}}"#)).pointers
        == ["/blocks/0/text/ru"])
    let many = (0..<1001).map { #"{"id":"\#($0)","type":"x"}"# }.joined(separator: ",")
    #expect(try await answer(screen(many)).pointers == ["/blocks"])
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(try await answer(screen("", more: #","deep":\#(deep)"#)).status == 422)
    let abyss = String(repeating: "[", count: 4000) + String(repeating: "]", count: 4000)
    #expect(try await answer(screen("", more: #","deep":\#(abyss)"#)).status == 422)
  }

  @Test func `what could move a cursor is taken out, what is not known is kept`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn(Bench.boris).accessToken
    let body = screen(
      #"{"id":"a","type":"hologram","glow":{"rate":"a\u001b[2Jb"},"text":{"ru":"a\u001b[31m\n\u202eb"}}"#,
      more: #","moon":[1,"x"]"#)
    let response = await bench.send(
      .createScreen, body: Array(body.utf8), token: token, key: Bench.key())
    let made = try Wire.decode(Screen.self, from: response.body)
    #expect(made.blocks[0].text.values["ru"] == "a[31m\nb")
    #expect(made.blocks[0][["glow", "rate"]] == "a[2Jb")
    #expect(made.members["moon"] == [1, "x"])
  }

  @Test func `who has left is nobody in the revisions`() async throws {
    let bench = try Bench()
    let boris = try await bench.signIn(Bench.boris).accessToken
    #expect(await bench.ask(.deleteMember, boris).status == .noContent)
    let vera = try await bench.signIn(Bench.vera).accessToken
    let page = try Wire.decode(
      Page<ScreenRevision>.self, from: await bench.ask(.revisions(.news), vera).body)
    #expect(Set(page.data.map(\.author.name)) == ["•••", "Вера Ким"])
  }
}
