import Cells
import Glibc
import Terminal
import Testing

extension OneScreen {
  /// The questions for pictures in a terminal that answers, and in one that must not be asked.
  struct PictureSessionTests {
    private func session(_ pty: Pty, _ term: String) throws -> TerminalSession {
      for name in ["TMUX", "STY"] { unsetenv(name) }
      let session = try TerminalSession(input: pty.terminal, output: pty.terminal, term: term)
      // NB: keeps the descriptors open for as long as the session may write to them.
      session.onBytes = { _ in withExtendedLifetime(pty) {} }
      try session.enter()
      session.present(Grid(session.size), Modes())
      _ = pty.output()
      return session
    }

    @Test func `answers arrive as news, once, and as no key`() throws {
      let pty = try Pty()
      let session = try session(pty, "xterm-256color")
      let loop = EventLoop(session, try Mailbox<Int>())
      session.askBackground(forPictures: true)
      let asked = pty.output()
      #expect(asked.hasSuffix("\u{1B}[16t\u{1B}[c") && asked.contains("\u{1B}_Gi="))
      let image = try #require(asked.split(separator: "_Gi=").last?.prefix { $0.isNumber })
      pty.type("\u{1B}_Gi=\(image);OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;22cj")
      let wake = try #require(loop.next())
      let display = PixelDisplay(.kitty, cell: Size(width: 10, height: 20))
      #expect(wake.pictureNews == [.display(display)])
      #expect(wake.inputs == [.key(.character("j"))])
      pty.resize(rows: 30, columns: 90)
      raise(SIGWINCH)
      #expect(loop.next()?.pictureNews.isEmpty == true)
      #expect(pty.output() == "\u{1B}[16t")
      pty.type("\u{1B}[6;24;12t")
      let larger = PixelDisplay(.kitty, cell: Size(width: 12, height: 24))
      #expect(loop.next()?.pictureNews == [.display(larger)])
      session.leave()
    }

    @Test func `a terminal that refuses an image shows none any more`() throws {
      let pty = try Pty()
      let session = try session(pty, "xterm-kitty")
      let loop = EventLoop(session, try Mailbox<Int>())
      session.askBackground(forPictures: true)
      let asked = pty.output()
      let image = try #require(asked.split(separator: "_Gi=").last?.prefix { $0.isNumber })
      pty.type("\u{1B}_Gi=\(image);OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;22c")
      _ = loop.next()
      let display = PixelDisplay(.kitty, cell: Size(width: 10, height: 20))
      let size = Size(width: 8, height: 4)
      let place = Rect(size)
      let placed = PlacedPixels(Pixels([1, 2, 3], size: size, on: display), at: place, seen: place)
      session.present(Grid(session.size), Modes(), [placed])
      let sent = try #require(
        pty.output().split(separator: ",i=").dropFirst().first?.prefix { $0.isNumber })
      pty.type("\u{1B}_Gi=1;EINVAL:another's\u{1B}\\\u{1B}_Gi=\(sent);EINVAL:bad data\u{1B}\\")
      #expect(loop.next()?.pictureNews == [.refused("EINVAL:bad data"), .display(nil)])
      session.present(Grid(session.size), Modes())
      #expect(pty.output().contains("\u{1B}_Ga=d,d=i,i=\(sent),"))
      session.leave()
    }

    @Test(arguments: ["tmux-256color", "screen-256color", "linux", "vt100"])
    func `what stands between two terminals, and a console, is not asked for pixels`(
      term: String
    ) throws {
      let pty = try Pty()
      let session = try session(pty, term)
      session.askBackground(forPictures: true)
      let asked = pty.output()
      #expect(!asked.contains("_G") && !asked.contains("[16t"))
      session.leave()
    }

    @Test func `without pictures nothing is asked for them`() throws {
      let pty = try Pty()
      let session = try session(pty, "xterm-256color")
      session.askBackground()
      let asked = pty.output()
      #expect(!asked.contains("_G") && !asked.contains("[16t"))
      session.leave()
    }
  }
}
