import Foundation
import HTTPTypes
import Loyalty
import Testing

@testable import Contract

@Suite struct RightsTests {
  /// Whoever changes what a route asks for says so in the table too.
  @Test func `each route asks for what the table of rights says, and no more`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "rights.txt")
    let table = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let lines = table.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(Route.all.map(line).sorted() == lines.sorted())
  }

  private func line(_ route: Route) -> String {
    let session = route.needsSession ? "needed" : route.acceptsSession ? "optional" : "none"
    return [
      route.method.rawValue, route.template, session, route.role?.rawValue ?? "-",
      route.needsIdempotencyKey ? "key" : "-",
      route.endpoint.needs.contains(.ifMatch) ? "if-match" : "-",
    ].joined(separator: " ")
  }
}
