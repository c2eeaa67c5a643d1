import Cells
import Glibc
import Terminal
import Testing

extension OneScreen {
  struct TerminalSessionTests {
    private func grid(_ text: String, _ size: Size) -> Grid {
      var grid = Grid(size)
      grid.put(text, x: 0, y: 0, .plain)
      return grid
    }

    private func session(_ pty: Pty, term: String = "xterm-256color") throws -> TerminalSession {
      let session = try TerminalSession(input: pty.terminal, output: pty.terminal, term: term)
      // NB: keeps the descriptors open for as long as the session may write to them.
      session.onBytes = { _ in withExtendedLifetime(pty) {} }
      return session
    }

    @Test func `the terminal is given back as it was found`() throws {
      let pty = try Pty()
      let found = pty.mode
      let session = try session(pty)
      #expect(pty.mode == found)
      try session.enter()
      #expect(!pty.echoes)
      #expect(pty.output().isEmpty, "nothing is written before the first frame")
      session.present(grid("Loyalhub", session.size), Modes(title: "Loyalhub"))
      #expect(pty.output().contains("Loyalhub"))
      session.leave()
      session.leave()
      #expect(pty.mode == found)
      let closing = pty.output()
      #expect(
        closing.split(separator: "\u{1B}[?1049l", omittingEmptySubsequences: false).count == 2)
      #expect(closing.contains("\u{1B}[?1000l") && closing.contains("\u{1B}[?2004l"))
    }

    @Test func `a session that is dropped leaves too`() throws {
      let pty = try Pty()
      let found = pty.mode
      do {
        let session = try session(pty)
        try session.enter()
        session.present(grid("x", session.size), Modes())
      }
      #expect(pty.mode == found)
      #expect(pty.output().contains("\u{1B}[?1049l"))
    }

    /// xterm's control sequences, "Manipulate Selection Data": `c` is the clipboard, `p` what a mouse
    /// has marked.
    @Test func `a text is put on the clipboard, and on nothing else`() throws {
      let pty = try Pty()
      let session = try session(pty)
      try session.enter()
      session.present(grid("x", session.size), Modes())
      _ = pty.output()
      session.copy("ANNA-7K2P")
      #expect(pty.output() == "\u{1B}]52;c;QU5OQS03SzJQ\u{1B}\\")
      session.leave()
    }

    @Test func `leaving without a frame writes nothing`() throws {
      let pty = try Pty()
      let session = try session(pty)
      try session.enter()
      session.leave()
      #expect(pty.output().isEmpty)
      #expect(pty.echoes)
    }

    @Test func `frames and bytes are counted and recorded`() throws {
      let pty = try Pty()
      let session = try session(pty)
      var recorded: [UInt8] = []
      session.onBytes = { bytes in withExtendedLifetime(pty) { recorded += bytes } }
      try session.enter()
      session.present(grid("one", session.size), Modes())
      session.present(grid("one", session.size), Modes())
      session.present(grid("two", session.size), Modes())
      session.leave()
      #expect(session.metrics.frames == 2)
      #expect(session.metrics.bytes == recorded.count)
      #expect(pty.output() == String(decoding: recorded, as: UTF8.self))
    }

    @Test func `what is no terminal is an error`() throws {
      var ends: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0)
      defer { for end in ends { close(end) } }
      #expect(throws: TerminalError.notATerminal) {
        try TerminalSession(input: ends[0], output: ends[1], term: "xterm")
      }
      let pty = try Pty()
      #expect(throws: TerminalError.notATerminal) {
        try TerminalSession(input: ends[0], output: pty.terminal, term: "xterm")
      }
      #expect(throws: TerminalError.dumb(term: "dumb")) { try session(pty, term: "dumb") }
      #expect(throws: TerminalError.unknownTerm("")) { try session(pty, term: "") }
      #expect(pty.output().isEmpty && pty.echoes)
    }

    @Test func `a terminal that does not know its size is 80 by 24`() throws {
      let pty = try Pty(rows: 0, columns: 0)
      #expect(try session(pty).size == Size(width: 80, height: 24))
    }

    @Test func `keys and messages arrive in one batch`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let mailbox = try Mailbox<Int>()
      let loop = EventLoop(session, mailbox)
      try session.enter()
      pty.type("ab\u{1B}[A")
      mailbox.post(1)
      mailbox.post(2)
      let wake = try #require(loop.next())
      #expect(wake.inputs == [.key(.character("a")), .key(.character("b")), .key(Key(.up))])
      #expect(wake.messages == [1, 2])
      #expect(try #require(loop.next(within: .zero)).isEmpty)
    }

    @Test func `messages of many threads all arrive, each thread's in order`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let mailbox = try Mailbox<(thread: Int, number: Int)>()
      let loop = EventLoop(session, mailbox)
      try session.enter()
      for thread in 0..<4 {
        Task.detached { for number in 0..<500 { mailbox.post((thread, number)) } }
      }
      var received: [Int: [Int]] = [:]
      var batches = 0
      while received.values.map(\.count).reduce(0, +) < 2000 {
        let wake = try #require(loop.next(within: .seconds(20)))
        try #require(!wake.isEmpty)
        for message in wake.messages {
          received[message.thread, default: []].append(message.number)
        }
        batches += 1
      }
      #expect(received.count == 4 && received.values.allSatisfy { $0 == Array(0..<500) })
      #expect(batches <= 2000)
    }

    @Test func `a lone escape comes without another byte`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      pty.type("\u{1B}")
      #expect(loop.next()?.inputs == [.key(Key(.escape))])
    }

    @Test func `a deadline wakes with an empty batch`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      let start = ContinuousClock.now
      #expect(try #require(loop.next(within: .milliseconds(30))).isEmpty)
      #expect(ContinuousClock.now - start >= .milliseconds(30))
    }

    @Test func `two hundred keys in a burst are one batch and one frame`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      session.present(grid("0", session.size), Modes())
      pty.type(String(repeating: "\u{1B}[B", count: 200))
      var selected = 0
      var batches = 0
      while selected < 200, let wake = loop.next(within: .seconds(20)), !wake.isEmpty {
        selected += wake.inputs.count
        batches += 1
        session.present(grid("\(selected)", session.size), Modes())
      }
      #expect(selected == 200)
      #expect(batches <= 5)
      #expect(session.metrics.frames <= 6)
    }

    @Test func `a storm of sizes is one resize to the last`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      session.present(grid("before", session.size), Modes())
      for step in 1...200 { pty.resize(rows: UInt16(step), columns: UInt16(300 - step)) }
      raise(SIGWINCH)
      let size = Size(width: 100, height: 200)
      #expect(loop.next()?.inputs == [.resize(size)])
      #expect(session.size == size)
      session.present(grid("after", size), Modes())
      _ = pty.output()
      // There and back again: the size is as before, the screen is not.
      raise(SIGWINCH)
      #expect(loop.next()?.inputs == [.resize(size)])
      session.present(grid("after", size), Modes())
      #expect(pty.output().contains("after"))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGUSR1])
    func `a signal that comes with a resize leaves no mode open`(number: Int32) throws {
      for _ in 0..<10 {
        let pty = try Pty()
        let found = pty.mode
        let session = try session(pty)
        let loop = EventLoop(session, try Mailbox<Int>())
        try session.enter()
        session.present(grid("x", session.size), Modes())
        pty.resize(rows: 30, columns: 100)
        raise(SIGWINCH)
        raise(number)
        #expect(loop.next()?.signals.first?.number == number)
        session.leave()
        let closing = pty.output()
        for mode in ["?1000", "?1002", "?1006", "?2004", "?1049"] {
          let opened = closing.ranges(of: "\u{1B}[\(mode)h").count
          #expect(opened == 1 && closing.ranges(of: "\u{1B}[\(mode)l").count == 1, "\(mode)")
        }
        #expect(pty.mode == found)
      }
    }

    @Test(arguments: [
      (65_535, 65_535, Size(width: 1024, height: 512)), (65_535, 1, Size(width: 1, height: 512)),
      (1, 65_535, Size(width: 1024, height: 1)), (0, 65_535, Size(width: 80, height: 24)),
      (65_535, 0, Size(width: 80, height: 24)), (300, 700, Size(width: 700, height: 300)),
    ])
    func `whatever size a terminal claims, what is drawn has a limit`(
      rows: UInt16, columns: UInt16, size: Size
    ) throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      pty.resize(rows: rows, columns: columns)
      raise(SIGWINCH)
      #expect(loop.next()?.inputs == [.resize(size)])
      session.present(grid("x", session.size), Modes())
      #expect(pty.output().contains("x"))
    }

    static let ending =
      [
        SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT, SIGXCPU,
        64,
      ].map { ($0, Signal.other($0)) }

    @Test(
      arguments: [(SIGTERM, Signal.terminate), (SIGINT, .interrupt), (SIGHUP, .hangup)] + ending)
    func `a signal that ends the program is told, not suffered`(
      number: Int32, signal: Terminal.Signal
    ) throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      raise(number)
      #expect(loop.next()?.signals == [signal])
    }

    @Test func `being continued repaints everything`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      session.present(grid("still here", session.size), Modes())
      _ = pty.output()
      raise(SIGCONT)
      #expect(loop.next()?.inputs == [.resize(session.size)])
      session.present(grid("still here", session.size), Modes())
      #expect(pty.output().contains("still here"))
    }

    @Test func `a terminal that is gone ends the loop and nothing spins`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      session.present(grid("x", session.size), Modes())
      pty.hangUp()
      #expect(loop.next() == nil)
      #expect(session.isGone)
      session.present(grid("y", session.size), Modes())
      session.leave()
      #expect(loop.next(within: .seconds(100)) == nil)
    }

    @Test func `the background is asked for and its answer is never typed`() throws {
      let pty = try Pty()
      let session = try session(pty)
      let loop = EventLoop(session, try Mailbox<Int>())
      try session.enter()
      session.present(grid("x", session.size), Modes())
      _ = pty.output()
      session.askBackground()
      let asked = pty.output()
      #expect(asked.hasPrefix("\u{1B}]11;?\u{1B}\\") && asked.hasSuffix("\u{1B}[c"))
      // A sign was written on the second row, and has taken two columns.
      pty.type("\u{1B}]11;rgb:ffff/ffff/f0f0\u{1B}\\\u{1B}[2;3R\u{1B}[?62;4cj")
      let wake = try #require(loop.next())
      #expect(wake.background == .light)
      #expect(wake.areSignsWide == true && session.areSignsWide)
      #expect(wake.inputs == [.key(.character("j"))])
    }
  }
}
