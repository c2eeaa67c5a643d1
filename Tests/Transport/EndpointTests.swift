import Testing
import Transport

@Suite struct EndpointTests {
  @Test(arguments: [
    ("https://api.example.com", "https://api.example.com"),
    ("HTTPS://API.Example.com/", "https://api.example.com"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("https://[::1]:8443/loyalty//v2/", "https://[::1]:8443/loyalty/v2"),
    ("unix:/run/loyalhub.sock", "unix:/run/loyalhub.sock"),
    ("unix:///run/мой сервер.sock", "unix:/run/мой сервер.sock"),
  ])
  func `an address is read and written in one form`(text: String, canonical: String) throws {
    let endpoint = try Endpoint(text)
    #expect(endpoint.description == canonical)
    #expect(try Endpoint(canonical) == endpoint)
  }

  @Test(arguments: [
    ("", EndpointError.Reason.empty),
    ("api.example.com", .unknownScheme),
    ("ftp://api.example.com", .unknownScheme),
    ("https://", .missingHost),
    ("https:///v1", .missingHost),
    ("http://:80", .missingHost),
    ("http://[::1", .missingHost),
    ("http://host:", .badPort),
    ("http://host:0", .badPort),
    ("http://host:65536", .badPort),
    ("http://host:8o", .badPort),
    ("http://host:+8", .badPort),
    ("http://[::1]8080", .badPort),
    ("https://anna:secret@host", .credentials),
    ("https://host?x=1", .queryOrFragment),
    ("https://host/#top", .queryOrFragment),
    ("https://ho st", .unexpectedCharacter),
    ("https://host/a\r\nX: y", .unexpectedCharacter),
    ("https://a..b\\c", .unexpectedCharacter),
    ("https://host/../admin", .unexpectedCharacter),
    ("unix:loyalhub.sock", .relativeSocketPath),
    ("unix:", .relativeSocketPath),
    ("unix://", .relativeSocketPath),
    ("unix:/\(String(repeating: "a", count: 107))", .socketPathTooLong),
    ("unix:/a\0b", .unexpectedCharacter),
  ])
  func `what is no address is refused with its reason`(
    text: String, reason: EndpointError.Reason
  ) {
    let error = #expect(throws: EndpointError.self) { try Endpoint(text) }
    #expect(error?.reason == reason)
  }

  @Test func `a password in an address is not repeated`() {
    let error = #expect(throws: EndpointError.self) { try Endpoint("https://anna:secret@host") }
    #expect(error?.description.contains("secret") == false)
  }
}
