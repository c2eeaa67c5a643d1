import FlowLanguage
import Loyalty
import Testing

@testable import FlowScripts

struct EnvFileTests {
  private func values(_ text: String) -> [String] {
    let read = EnvFile.read(Array(text.utf8), file: "a.env")
    return read.variables.map { "\($0.name)=\($0.value.literal ?? "?")" }
      + read.problems.map { "\($0.place): \($0.wording.english)" }
  }

  @Test func `values are taken as they stand`() {
    #expect(
      values("\u{FEFF}A=1\r\n\n# note\n  B = two words  # note\nexport C=a#b\nD=\nE=a=b\nF=${A}\n")
        == ["A=1", "B=two words", "C=a#b", "D=", "E=a=b", "F=${A}"])
  }

  @Test func `quotes keep what is in them`() {
    #expect(
      values(#"A=" x # y " # note"# + "\n" + #"B='\n"$'"# + "\n" + #"C="a\n\"b\\\q""#)
        == ["A= x # y ", #"B=\n"$"#, "C=a\n\"b\\\\q"])
  }

  @Test func `what is wrong is told with its line, and not with its value`() {
    #expect(
      values("A=1\nsecret\nA=2\n2B=1\nC D=1\nE=\"open\nF='a' b\nЯ=1\n=1")
        == [
          "A=1", "a.env:2: NAME=value is expected", "a.env:3: A has a value already, in line 1",
          "a.env:4: A name is of letters of A to Z, digits and _, and begins with no digit",
          "a.env:5: A name is of letters of A to Z, digits and _, and begins with no digit",
          "a.env:6: The quotes are not closed in this line",
          "a.env:7: Nothing but a comment may stand behind the quotes",
          "a.env:8: A name is of letters of A to Z, digits and _, and begins with no digit",
          "a.env:9: A name is of letters of A to Z, digits and _, and begins with no digit",
        ])
    let problem = EnvFile.read(Array("x".utf8), file: "a.env").problems.first
    #expect(problem?.text(in: .russian) == "a.env:1: Нужно ИМЯ=значение")
  }

  @Test func `what is no text is refused`() {
    for bytes in [[0x41, 0x3D, 0xFF], Array("A=\0".utf8), [0xFF, 0xFE, 0x41, 0]] as [[UInt8]] {
      let read = EnvFile.read(bytes, file: "a.env")
      #expect(
        read.variables == []
          && read.problems.map(\.wording.english) == ["The file is no text in UTF-8"])
    }
    let large = EnvFile.read([UInt8](repeating: 0x23, count: (1 << 20) + 1), file: "a.env")
    #expect(large.problems.map(\.wording.english) == ["A file of variables has at most 1 MB"])
  }

  @Test func `an argument is a name and all behind the sign`() throws {
    #expect(try EnvFile.variable("A= b # c ") == Flow.Variable("A", " b # c "))
    #expect(throws: FlowProblem.self) { try EnvFile.variable("A") }
    #expect(throws: FlowProblem.self) { try EnvFile.variable("=a") }
    #expect(throws: FlowProblem.self) { try EnvFile.variable("1A=a") }
  }
}
