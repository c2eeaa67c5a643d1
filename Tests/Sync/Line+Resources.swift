import HTTPTypes
import LocalStore
import Loyalty

@testable import Contract

extension Resource {
  /// As a client asks for it alone.
  fileprivate var request: Request {
    Request(method: endpoint.method, target: endpoint.template)
  }
}

extension Bench {
  /// From now on answers for one resource, among the changes and when it is asked for alone.
  func answer(_ resource: Resource, _ answer: @escaping @Sendable (Request) -> Response?) {
    line.answer { [backend] request in
      if request.target.hasPrefix(resource.endpoint.template) {
        return answer(request).map { .response($0) }
      }
      guard request.target.hasPrefix(Route.changes(since: nil).template),
        let body = answer(resource.request)?.body
      else { return nil }
      var response = await backend.respond(to: request)
      guard var changes = try? Changes(response.body) else { return .response(response) }
      changes.data[resource] = body
      response.body = changes.encoded
      return .response(response)
    }
  }

  func stored() throws -> Set<Resource> {
    try Set(Resource.allCases.filter { try store.confirmed($0) != nil })
  }
}
