import Cells
import Glibc
import Pictures
import TestSupport
import Testing

@testable import PictureDecoding

/// What the process that decodes may do to the one that asks.
struct DecodingProcessTests {
  private static let cell: [UInt8] = [0, 2, 1, 2, 3, 2, 1, 2, 3]

  private static func cells(_ count: Int, _ cell: [UInt8] = cell) -> [UInt8] {
    AnswerWire.bytes(.cells, [0, 0, 0, 0] + (0..<count).flatMap { _ in cell })
  }

  private static func problem(
    _ script: StandIn, patience: Duration = .seconds(60)
  ) -> PictureProblem? {
    do throws(PictureProblem) {
      let decoder = PictureDecoder(program: script.path, patience: patience)
      _ = try decoder.decode(PictureDecoderTests.request())
      return nil
    } catch {
      return error
    }
  }

  @Test func `a right answer is taken from whoever gives it`() throws {
    #expect(Self.problem(try StandIn("/bin/cat $answer", answer: Self.cells(8))) == nil)
  }

  @Test func `who says nothing and stays is ended`() throws {
    let script = try StandIn("echo $$ > $answer; exec /bin/sleep 1000")
    #expect(Self.problem(script, patience: .seconds(2)) == .tooSlow)
    let process = try #require(pid_t(script.answer().filter(\.isNumber)))
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test func `who has answered and stays is ended`() throws {
    let script = try StandIn(
      "/bin/cat $answer; exec >&- <&-; exec /bin/sleep 1000", answer: Self.cells(8))
    #expect(Self.problem(script) == nil)
  }

  @Test func `who never stops is not listened to`() throws {
    #expect(Self.problem(try StandIn("exec /usr/bin/yes")) == .nonsense)
  }

  @Test func `who dies is told of by how`() throws {
    #expect(Self.problem(try StandIn("exit 3")) == .ended(signal: nil, status: 3))
    #expect(Self.problem(try StandIn("kill -SEGV $$")) == .ended(signal: SIGSEGV, status: 0))
    #expect(Self.problem(try StandIn("kill -XCPU $$")) == .tooSlow)
  }

  @Test func `nothing of ours is there`() throws {
    let script = try StandIn(
      "/usr/bin/env > $answer; /bin/ls /proc/self/fd >> $answer; pwd >> $answer")
    _ = Self.problem(script)
    let lines = script.answer().split(separator: "\n")
    // `ls` has its own folder open, and a shell sets some variables for itself.
    let own = ["PWD=", "SHLVL=", "_=", "OLDPWD=", "SWIFT_BACKTRACE="]
    let odd = lines.filter { line in
      !own.contains { line.hasPrefix($0) } && !["0", "1", "2", "3", "/"].contains(line)
    }
    #expect(odd == [])
  }
}
