import Content
import Contract
import HTTPTypes
import Loyalty
import Testing

extension Bench {
  static let boris = "+79031112233"
  static let vera = "+79265550199"
  static let admin = "+79260000001"

  func ask(
    _ route: Route, _ token: String?, body: some Encodable, tag: String? = nil
  ) async -> Response {
    await send(
      route, body: Wire.encode(body), token: token, key: Bench.key(),
      fields: tag.map { [.ifMatch: $0] } ?? [:])
  }

  func ask(_ route: Route, _ token: String?, tag: String? = nil) async -> Response {
    await send(route, token: token, fields: tag.map { [.ifMatch: $0] } ?? [:])
  }

  func screen(
    _ route: Route, _ token: String?, tag: String? = nil
  ) async throws -> Screen {
    try Wire.decode(Screen.self, from: await ask(route, token, tag: tag).body)
  }

  func published(_ token: String? = nil) async throws -> [Screen] {
    try Wire.decode(Page<Screen>.self, from: await ask(.screens, token).body).data
  }

  func problem(_ response: Response) throws -> Problem {
    try Wire.decode(Problem.self, from: response.body)
  }
}

extension Screen.ID {
  static let news = Screen.ID("scr_news")
  static let delivery = Screen.ID("scr_delivery")
}
