import Glibc

/// The two ends of a pseudo terminal; reads what a program has written so far.
final class Pty {
  let master: Int32
  let terminal: Int32
  private var isMasterOpen = true

  init(rows: UInt16 = 24, columns: UInt16 = 80) throws {
    var master: Int32 = -1
    var terminal: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &terminal, nil, nil, &size) == 0 else { throw PtyError(code: errno) }
    self.master = master
    self.terminal = terminal
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    hangUp()
    close(terminal)
  }

  /// Closes the terminal's own end, as a window does.
  func hangUp() {
    if isMasterOpen { close(master) }
    isMasterOpen = false
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func output() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Input, output, control and local flags, and the characters that end a read.
  var mode: [UInt32] {
    var mode = termios()
    tcgetattr(terminal, &mode)
    let ends = [mode.c_cc.4, mode.c_cc.5, mode.c_cc.6, mode.c_cc.16].map(UInt32.init)
    return [mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag] + ends
  }

  var echoes: Bool { mode[3] & UInt32(ECHO | ICANON | ISIG) != 0 }
}

struct PtyError: Error {
  let code: Int32
}
