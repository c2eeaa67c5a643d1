import Contract
import HTTPTypes
import Testing

@testable import Server

struct AddressTests {
  @Test(arguments: [
    ("192.0.2.7", "192.0.2.7"), ("192.0.2.7:8080", "192.0.2.7"),
    ("[2001:db8::1]", "2001:db8:0:0::/64"),
    ("[2001:db8::1]:443", "2001:db8:0:0::/64"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("::ffff:192.0.2.7", "192.0.2.7"), ("[::FFFF:192.0.2.7]:1", "192.0.2.7"),
    ("::1", "0:0:0:0::/64"),
  ])
  func `an entry is read in each of its forms`(entry: String, key: String) throws {
    #expect(try #require(NetworkAddress(forwarded: entry[...])).client.key == key)
  }

  @Test(arguments: [
    "", "unknown", "_hidden", "192.0.2", "192.0.2.256", "192.0.2.7:", "192.0.2.7:x",
    "192.0.2.7:123456",
    "[2001:db8::1", "2001:db8::1]", "[192.0.2.7]", "[2001:db8::1]443", "2001:db8::1::2",
    "fe80::1%eth0",
    "192.0.2.7\0", "192.0.2.7 x", "192.0.2.07", "0x7f.0.0.1", "2130706433", "\"192.0.2.7\"",
    "\u{0600}192.0.2.7", "１92.0.2.7", String(repeating: "1", count: 100_000),
  ])
  func `what is no address is none`(entry: String) {
    #expect(NetworkAddress(forwarded: entry[...]) == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("192.0.2.128/25", "192.0.2.128", true), ("192.0.2.128/25", "192.0.2.127", false),
    ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
    ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
    ("::ffff:10.0.0.0/104", "10.1.1.1", true), ("10.0.0.0/8", "::ffff:10.1.1.1", true),
    ("::/1", "10.0.0.1", false), ("10.0.0.0/8", "a00::1", false),
  ])
  func `a block has the addresses that begin like it`(block: String, address: String, isIn: Bool)
    throws
  {
    let address = try #require(NetworkAddress(address[...]))
    #expect(try #require(AddressBlock(block)).contains(address) == isIn)
  }

  @Test(arguments: [
    "", "/", "/8", "10.0.0.0/", "10.0.0.0/0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "::/0",
    "::1/129",
    "10.0.0.0/+8", "10/8", "localhost", "10.0.0.0/8 ", "::ffff:10.0.0.0/8",
    "10.0.0.0/99999999999999999999",
  ])
  func `what names no block is refused, and so is one of all addresses`(block: String) {
    #expect(AddressBlock(block) == nil)
  }

  @Test func `nobody is believed who is no proxy of ours, not even on this machine`() throws {
    #expect(try origin(["203.0.113.9"], from: "127.0.0.1", trusting: []) == "127.0.0.1")
    #expect(try origin(["203.0.113.9"], from: "198.51.100.1") == "198.51.100.1")
  }

  @Test(arguments: [
    (["203.0.113.9"], "203.0.113.9"),
    // To the left of the first that is not ours stands what the client made up.
    (["1.1.1.1, 203.0.113.9"], "203.0.113.9"), (["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
    (["1.1.1.1, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
    (["1.1.1.1, 203.0.113.9", "10.0.0.2", "10.0.0.3"], "203.0.113.9"),
    (["203.0.113.9,, ,\t10.0.0.2 ,"], "203.0.113.9"),
    // What nobody knows is as far as it goes.
    (["203.0.113.9, unknown"], "10.0.0.1"), (["203.0.113.9, unknown, 10.0.0.2"], "10.0.0.2"),
    (["garbage"], "10.0.0.1"), ([""], "10.0.0.1"), ([], "10.0.0.1"),
    (["10.0.0.4, 10.0.0.2"], "10.0.0.4"),
    (["[2001:db8::1]:5000"], "2001:db8:0:0::/64"), (["::ffff:203.0.113.9"], "203.0.113.9"),
    // A letter that makes one character with the comma does not hide who wrote after it.
    (["\u{0600}, 203.0.113.9"], "203.0.113.9"), (["\u{0600}", "203.0.113.9"], "203.0.113.9"),
    ([String(repeating: "1.1.1.1,", count: 10_000) + "203.0.113.9"], "203.0.113.9"),
    ([String(repeating: "10.0.0.2,", count: 10_000)], "10.0.0.2"),
  ])
  func `behind a proxy of ours it is the last hop that is not`(fields: [String], key: String) throws
  {
    #expect(try origin(fields, from: "10.0.0.1") == key)
    #expect(try origin(fields, from: "::ffff:10.0.0.1") == key)
  }

  private func origin(
    _ values: [String], from peer: String, trusting blocks: [String] = ["10.0.0.0/8"]
  ) throws -> String {
    var fields = HTTPFields()
    let name = try #require(HTTPField.Name("x-forwarded-for"))
    for value in values { fields.append(HTTPField(name: name, value: value)) }
    let proxies = TrustedProxies(try blocks.map { try #require(AddressBlock($0)) })
    return proxies.origin(of: fields, from: try #require(NetworkAddress(peer[...]))).client.key
  }
}
