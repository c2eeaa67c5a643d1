import FlowLanguage
import Glibc
import TestSupport
import Testing

@testable import FlowScripts

/// What a script may do to the one that runs it: nothing.
struct ScriptLimitTests {
  private static let later =
    "flow.yaml:7:15: no more scripts: the one at flow.yaml:7:15 has ended their process, and `output` with it"

  /// The words of a script that ends the process; the process is gone, and no other is started.
  private static func ending(_ source: String, _ machine: ScriptMachine) throws -> String {
    #expect(machine.words("1") == "1")
    let process = try #require(machine.processID)
    let words = machine.words(source)
    #expect(kill(process, 0) == -1 && errno == ESRCH)
    #expect(machine.words("1") == later)
    #expect(machine.processID == nil)
    return words
  }

  @Test(arguments: [
    "for (;;) {}", "while (true) { try { throw 1; } catch {} }",
    // Nothing in the library looks at the time here.
    "/(a+)+$/.test('a'.repeat(60) + 'b')",
    "({ toString() { for (;;) {} } })",
    "throw { get message() { for (;;) {} }, toJSON() { for (;;) {} } }",
    "(async () => { for (;;) await null; })()",
  ])
  func `a script that does not end is ended`(source: String) throws {
    let words = try Self.ending(
      source, machine(limits: ScriptLimits(processor: .milliseconds(300))))
    #expect(
      words
        == "flow.yaml:7:15: the script has used the processor for 0.3 s, which is the most it may"
    )
  }

  @Test func `objects without end are ended`() throws {
    let words = try Self.ending(
      "let a = null; for (;;) a = { a };",
      machine(limits: ScriptLimits(processor: .seconds(60))))
    #expect(
      words
        == "flow.yaml:7:15: the scripts need more than 256 MB of memory, which is the most they may"
    )
  }

  @Test func `arrays and texts without end are a fault`() {
    let machine = machine(limits: ScriptLimits(processor: .seconds(60)))
    #expect(
      machine.words("const a = []; for (;;) a.push(new Uint8Array(1e6).fill(1));").hasSuffix(
        "RangeError: Out of memory"))
    #expect(machine.words("let s = 'x'; for (;;) s += s;").hasSuffix("RangeError: Out of memory"))
    #expect(machine.words("'still ' + 'there'") == "still there")
  }

  @Test func `what is resident counts`() throws {
    // An answer to the first message, then the last 100 MB of what never ends.
    let large = try StandIn(
      """
      printf '\\000\\000\\000\\000'
      rm $answer; mkfifo $answer; cat /dev/zero > $answer &
      exec /usr/bin/tail -c 100000000 $answer
      """)
    let machine = ScriptMachine(
      seed: 1, program: large.path,
      limits: ScriptLimits(processor: .seconds(30), wall: .seconds(600), megabytes: 64))
    #expect(
      machine.words("1")
        == "flow.yaml:7:15: the scripts need more than 64 MB of memory, which is the most they may")
  }

  @Test func `who says nothing is not waited for`() throws {
    let silent = try StandIn(
      "echo $$ > $answer; printf '\\000\\000\\000\\000'; exec /bin/sleep 1000")
    let machine = ScriptMachine(
      seed: 1, program: silent.path, limits: ScriptLimits(wall: .seconds(2)))
    #expect(
      machine.words("1") == "flow.yaml:7:15: the script has run for 2 s, which is the most it may")
    let process = try #require(pid_t(silent.answer().filter(\.isNumber)))
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test(arguments: [
    ("exit 3", "the process for scripts gives no answer that makes sense"),
    ("exec /usr/bin/yes", "the process for scripts gives no answer that makes sense"),
    (
      "printf '\\000\\000\\000\\000'; head -c 1 > $answer; printf '\\000\\000\\000\\000'; exec sleep 9",
      "the script leaves nothing that could tell how it has ended"
    ),
    ("printf '\\000\\000\\000\\000'; exit 3", "the process for scripts has ended with status 3"),
    (
      "printf '\\000\\000\\000\\000'; kill -SEGV $$",
      "the process for scripts has ended by signal 11"
    ),
    (
      "printf '\\000\\000\\000\\000'; exec /usr/bin/yes",
      "the process for scripts gives no answer that makes sense"
    ),
    (
      "printf '\\000\\000\\000\\000'; head -c 1 > $answer; printf '\\000\\000\\000\\006\\000\\000\\000\\002{}'; exec sleep 9",
      "the process for scripts gives no answer that makes sense"
    ),
  ])
  func `who lies or dies is told of`(body: String, words: String) throws {
    let liar = try StandIn(body)
    let machine = ScriptMachine(seed: 1, program: liar.path, limits: ScriptLimits())
    #expect(machine.words("1") == "flow.yaml:7:15: \(words)")
  }

  @Test func `a process has nothing but its socket`() throws {
    let machine = machine()
    #expect(machine.words("1") == "1")
    let process = try #require(machine.processID)
    let status = try text("/proc/\(process)/status")
    #expect(status.contains("Seccomp:\t2\n") && status.contains("NoNewPrivs:\t1\n"))
    #expect(try text("/proc/\(process)/limits").contains("Max file size             0  "))
    // The library's own: waking its threads, chance, and how much memory there is.
    let own = ["anon_inode:[eventfd]", "/dev/urandom", "/proc/\(process)/statm"]
    let odd = (3..<40).compactMap { target("/proc/\(process)/fd/\($0)") }.filter {
      !own.contains($0)
    }
    #expect(odd == [])
    #expect(
      machine.words(
        "Object.getOwnPropertyNames(globalThis).filter((n) => /wasm|assembly|load|print|read/i.test(n))"
      ) == "[]")
    #expect(machine.words("import('fs')").contains("Could not import the module"))
  }

  @Test func `a machine that nobody has any more leaves no process`() throws {
    var machine: ScriptMachine? = machine()
    #expect(machine?.words("1") == "1")
    let process = try #require(machine?.processID)
    machine = nil
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test func `worlds that nobody has any more are given back`() throws {
    let machine = machine()
    func pages(after scripts: Int) throws -> Int {
      for _ in 0..<scripts {
        #expect(machine.words("output.a = [A]; 1 + 1", variables: ["A": "1"]) == "2")
      }
      let process = try #require(machine.processID)
      let numbers = try text("/proc/\(process)/statm").split(separator: " ")
      return try #require(Int(numbers[1]))
    }
    let first = try pages(after: 100)
    // A world is about 100 KB.
    #expect(try pages(after: 900) < first + 5_000)
  }

  /// Where a link leads; `nil` when there is none.
  private func target(_ link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    let count = readlink(link, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func text(_ path: String) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    try #require(file >= 0)
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
