import Foundation
import Loyalty
import Testing

@testable import Contract

struct IntroTests {
  private func intro(_ json: String) throws -> [IntroSlide] {
    let sample = try #require(Sample.all.first { $0.schema == "Bootstrap" }?.body)
    var bootstrap = try #require(
      try JSONSerialization.jsonObject(with: Data(sample)) as? [String: Any])
    bootstrap["intro"] = try JSONSerialization.jsonObject(
      with: Data(json.utf8), options: .fragmentsAllowed)
    let bytes = try JSONSerialization.data(withJSONObject: bootstrap)
    return try Wire.decode(Bootstrap.self, from: Array(bytes)).intro.slides
  }

  private static let good =
    #"{"slug":"s","title":{"en":"T"},"blocks":[{"id":"1","type":"film","props":{"x":1},"text":{},"fallback":{"en":"F"}}]}"#

  @Test func `a server without an intro is as good as one with an empty one`() throws {
    let sample = try #require(Sample.all.first { $0.schema == "Bootstrap" }?.body)
    var bootstrap = try #require(
      try JSONSerialization.jsonObject(with: Data(sample)) as? [String: Any])
    bootstrap["intro"] = nil
    let bytes = try JSONSerialization.data(withJSONObject: bootstrap)
    #expect(try Wire.decode(Bootstrap.self, from: Array(bytes)).intro.slides.isEmpty)
  }

  @Test(arguments: ["7", "{}", "\"x\"", "[]", "[1, null, {\"slug\": 7}, []]", "null"])
  func `what is no slide is passed over, and the program still arrives`(_ json: String) throws {
    #expect(try intro(json).isEmpty)
  }

  @Test func `a slide among what is none is kept, with types that nobody knows`() throws {
    let slides = try intro("[7, \(Self.good), {\"slug\":\"t\"}]")
    #expect(slides.map(\.slug) == ["s"])
    #expect(slides.first?.blocks.first?.type.rawValue == "film")
    #expect(slides.first?.blocks.first?.fallback?.value(in: .english) == "F")
  }
}
