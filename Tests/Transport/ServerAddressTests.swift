import Loyalty
import Testing
import Transport

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("https://api.example.com", "https://api.example.com"),
    ("HTTPS://API.Example.com/", "https://api.example.com"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("https://[::1]:8443/loyalty//v2/", "https://[::1]:8443/loyalty/v2"),
    ("https://host:443", "https://host"), ("https://host:0443/", "https://host"),
    ("http://localhost:80/", "http://localhost"), ("https://host:80", "https://host:80"),
    ("https://host.", "https://host"), ("https://HOST.:443/a/", "https://host/a"),
    ("https://кафе.рф.", "https://xn--80akn5b.xn--p1ai"),
    ("https://[0:0:0:0:0:0:0:1]", "https://[::1]"), ("https://[FD00::0001]", "https://[fd00::1]"),
    ("http://127.1", "http://127.0.0.1"), ("http://0x7f.1:80", "http://127.0.0.1"),
    ("https://3com.example", "https://3com.example"),
    ("unix:/run//./loyalhub.sock", "unix:/run/loyalhub.sock"),
    ("unix:/run/loyalhub.sock", "unix:/run/loyalhub.sock"),
    ("unix:///run/мой сервер.sock", "unix:/run/мой сервер.sock"),
  ])
  func `an address is read and written in one form`(text: String, canonical: String) throws {
    let address = try ServerAddress(text)
    #expect(address.description == canonical)
    #expect(try ServerAddress(canonical) == address)
  }

  @Test(arguments: [
    ("", ServerAddressError.Reason.empty),
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
    ("anna:secret@host", .credentials),
    ("https://a..b", .noConversion),
    ("https://host..", .noConversion),
    ("https://.", .missingHost),
    ("https://1.2.3.4.5", .noConversion),
    ("https://999.0.0.1", .noConversion),
    ("https://[12345::1]", .noConversion),
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
    ("http://shop.example", .clear),
    ("HTTP://10.0.0.1:8080", .clear),
    ("http://localhost.example", .clear),
    ("http://127.0.0.1.example", .clear),
    ("https://аpple.com", .mixedScripts),
    ("https://shop.пример-shop.рф", .mixedScripts),
    ("https://αlpha.example", .mixedScripts),
    ("https://a\u{202E}b.рф", .unexpectedCharacter),
    ("https://кафе☕.рф", .unexpectedCharacter),
    ("https://кафе.рф/меню", .unexpectedCharacter),
  ])
  func `what is no address is refused with its reason`(
    text: String, reason: ServerAddressError.Reason
  ) {
    let error = #expect(throws: ServerAddressError.self) { try ServerAddress(text) }
    #expect(error?.reason == reason)
  }

  @Test(arguments: [
    "https://anna:secret@host", "ftp://anna:secret@host", "anna:secret@host", "https://a:secret@",
    "anna:secret@host://x", "https://anna:secret@ho st/",
  ])
  func `a password in an address is not repeated`(text: String) {
    let error = #expect(throws: ServerAddressError.self) { try ServerAddress(text) }
    for language in [Language.english, .russian] {
      #expect(error?.words(in: language).contains("secret") == false)
    }
    #expect(!ServerAddress.shown(text).contains("secret"))
  }

  @Test func `what moves the cursor is not repeated`() {
    let error = #expect(throws: ServerAddressError.self) {
      try ServerAddress("https://\u{1B}[2Jhost\u{7}")
    }
    #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
  }

  @Test(arguments: [
    "http://127.0.0.1:8080", "http://localhost", "http://a.localhost", "http://[::1]:80",
    "unix:/run/a.sock", "https://shop.example",
  ])
  func `what stays on this machine, or is secret on its way, needs no consent`(text: String) throws
  {
    _ = try ServerAddress(text)
  }

  @Test func `another machine is asked in the clear only on demand`() throws {
    let address = try ServerAddress("http://Shop.example/", allowsClear: true)
    #expect(address.description == "http://shop.example")
  }

  @Test(arguments: [
    ("https://кафе.рф", "https://xn--80akn5b.xn--p1ai"),
    ("https://КАФЕ.РФ/", "https://xn--80akn5b.xn--p1ai"),
    ("https://bücher.example:8443/v2", "https://xn--bcher-kva.example:8443/v2"),
    ("https://例え.jp", "https://xn--r8jz45g.jp"),
    ("https://shop.кафе.рф", "https://shop.xn--80akn5b.xn--p1ai"),
  ])
  func `a name in another script is the same as its A-label`(text: String, ascii: String) throws {
    #expect(try ServerAddress(text).description == ascii)
    #expect(try ServerAddress(text) == ServerAddress(ascii))
  }
}
