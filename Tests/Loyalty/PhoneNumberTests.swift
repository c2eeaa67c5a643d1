import Loyalty
import Testing

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "+7 (916) 123-45-67", "8 916 123-45-67", "89161234567", "9161234567", "+79161234567",
    "7 916 123 45 67", "007 916 123 45 67", "+7\u{A0}916\u{2011}123.45.67",
  ])
  func `the ways to write a Russian number mean one number`(text: String) {
    #expect(PhoneNumber(text)?.e164 == "+79161234567")
  }

  @Test(arguments: [
    ("+44 20 7946 0958", "+442079460958"), ("0044 20 7946 0958", "+442079460958"),
    ("+1 (202) 555-0143", "+12025550143"),
  ])
  func `numbers of other countries are read with their prefix`(text: String, e164: String) {
    #expect(PhoneNumber(text)?.e164 == e164)
  }

  @Test(arguments: [
    "", "+", "916", "1234567", "+7916123456", "+791612345678", "8 916 123 45 6", "+09161234567",
    "+7 916 CALL ME", "12+34567890", "++79161234567", "+1234567890123456", "+٧٩١٦١٢٣٤٥٦٧",
    "9999999999999999999999999", "12345678901234", "89161234567890", "91612345678901",
    "8 916 123-45-678", "7 916 123-45-678", "442079460958", "123456789012",
  ])
  func `what is no whole number is refused`(text: String) {
    #expect(PhoneNumber(text) == nil)
  }

  @Test(arguments: ["79161234567", "+7 916 123 45 67", "89161234567", "+7916123456", "+"])
  func `only the exact international form is E164`(text: String) {
    #expect(PhoneNumber(e164: text) == nil)
  }

  @Test func `a number is shown in groups and hidden in its middle`() throws {
    let russian = try #require(PhoneNumber("+79161234567"))
    #expect(russian.formatted == "+7 916 123-45-67")
    #expect(russian.masked == "+7 916 •••-••-67")
    let british = try #require(PhoneNumber("+442079460958"))
    #expect(british.formatted == "+442079460958")
    #expect(british.masked == "+••••••••••58")
  }

  @Test func `what is shown can be read again`() throws {
    for text in ["+79161234567", "+442079460958"] {
      let number = try #require(PhoneNumber(e164: text))
      #expect(PhoneNumber(number.formatted) == number)
    }
  }
}
