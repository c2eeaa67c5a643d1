import FoundationEssentials
import Glibc
public import Loyalty
import Synchronization

/// A reference server of our own on a Unix socket in a private folder, for a demo or a flow.
///
/// It leaves when this process does, even after `kill -9`: it watches the pipe that is its
/// standard input, and removes the private folder on its way out.
public final class DemoServer: Sendable {
  /// The private folder: the socket, the server's database and the client's throw-away home.
  public let folder: String
  public let socket: String
  private let program: String
  private let database: String
  private let log: ChildLog
  private let child: Child
  private let lines: Lines
  private let isStopped = Mutex(false)

  /// Of the member of each seed that has a history.
  static let memberPhone = "+79161234567"

  public struct Failure: Error, CustomStringConvertible, Sendable {
    public let description: String
  }

  /// Starts the server and waits until it listens.
  ///
  /// - Parameters:
  ///   - program: path of `loyalhub-server`.
  ///   - moment: what its calendar shows; `nil` is what the machine does.
  ///   - seeded: whose copy it begins with; `nil` has it fill its own.
  ///   - chance: makes its codes and numbers the same each time; `nil` leaves them to the system.
  public init(
    program: String, seed: String = "coffee", showing moment: Instant? = nil,
    from seeded: SeededDatabases? = nil, chance: UInt64? = nil
  ) throws(Failure) {
    guard access(program, X_OK) == 0 else {
      throw Failure(description: "the demo needs \(program), which is not there")
    }
    let folder = try DemoServer.makeFolder()
    var isUp = false
    defer { if !isUp { try? FileManager.default.removeItem(atPath: folder) } }
    self.folder = folder
    self.program = program
    socket = folder + "/server.sock"
    database = folder + "/server.sqlite"
    log = ChildLog(folder + "/server.log")
    try seeded?.copy(seed, to: database)
    child = try Child.spawn(
      [
        program, "--socket", socket, "--database", database, "--seed", seed,
        "--sms", "stdout", "--exit-with-parent", "--private-folder", folder,
      ] + (moment.map { ["--clock", $0.rfc3339] } ?? [])
        + (chance.map { ["--chance", "\($0)"] } ?? []), errors: log.path)
    lines = Lines()
    var reader = LineReader(child.output)
    guard let line = reader.next(), line.hasPrefix("listening on ") else {
      let ending = child.ending()
      let words = log.lastLine
      throw Failure(
        description: "the demo server did not start: \(words.isEmpty ? ending : words)")
    }
    isUp = true
    reader.readInBackground { [lines] in lines.add($0) }
  }

  /// Calls `deliver`, on another thread, with each line that the server has printed or will print,
  /// in place of who was told before.
  public func forEachLine(_ deliver: @escaping @Sendable (String) -> Void) {
    lines.setListener(deliver)
  }

  /// Buys something at a till that shares the server's database; returns when it is sold.
  ///
  /// - Parameters:
  ///   - card: what the till reads from the member's card.
  ///   - amount: roubles, as `350` or `350.50`.
  ///   - key: names the sale; `nil` is a name of its own.
  ///   - options: what else the till's command line takes.
  public func sell(
    card: String, amount: String, key: String? = nil, options: [String] = []
  ) throws(Failure) {
    try askTill(
      ["--card", card, "--amount", amount] + (key.map { ["--key=\($0)"] } ?? []) + options,
      "the till sold nothing.")
  }

  /// Takes back a sale at such a till; returns when it is done.
  ///
  /// - Parameters:
  ///   - sale: its key.
  ///   - amount: roubles of it; `nil` is all that is left.
  public func takeBack(sale: String, amount: String? = nil) throws(Failure) {
    try askTill(
      ["return", "--sale=\(sale)"] + (amount.map { ["--amount", $0] } ?? []),
      "the till took nothing back.")
  }

  /// Makes the text of a file the terms of its program.
  public func publish(terms file: String) throws(Failure) {
    try run("terms", [file], "the terms were not published.")
  }

  private func askTill(_ words: [String], _ failure: String) throws(Failure) {
    try run("till", words, failure)
  }

  /// Runs a command of the server's program on its database, to the end.
  private func run(_ command: String, _ words: [String], _ failure: String) throws(Failure) {
    let log = ChildLog(folder + "/\(command).log")
    let child = try Child.spawn(
      [program, command, "--database", database] + words, errors: log.path)
    defer { close(child.output) }
    guard child.finish() else { throw Failure(description: "\(failure) \(log.lastLine)") }
  }

  /// Moves its calendar ahead; returns when points have expired and all else that the time does is
  /// done.
  public func travel(milliseconds: Int64) throws(Failure) {
    try order("travel", milliseconds)
  }

  /// Lets time pass there in no time, for what goes by the machine's clock as well.
  func pass(milliseconds: Int64) throws(Failure) {
    try order("pass", milliseconds)
  }

  /// Has it say all that is new on its open streams, with a mark behind it.
  func mark(_ number: Int64) throws(Failure) {
    try order("mark", number)
  }

  private func order(_ word: String, _ number: Int64) throws(Failure) {
    let order = Array("\(word) \(number)\n".utf8)
    var pipe = pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0)
    // NB: asked first, since writing to nobody would end this process (SIGPIPE).
    guard poll(&pipe, 1, 0) == 1, pipe.revents & Int16(POLLERR) == 0,
      write(child.input, order, order.count) == order.count
    else {
      throw Failure(description: "the demo server has gone. \(log.lastLine)")
    }
    guard let answer = lines.nextAnswer(within: DemoServer.patience) else {
      throw Failure(description: "the demo server does not obey. \(log.lastLine)")
    }
    if let refusal = answer.refusal { throw Failure(description: refusal) }
  }

  /// A demo has few members: what it does on the way takes far less.
  private static let patience = Duration.seconds(30)

  /// Lets the server finish, and waits for it.
  public func stop() {
    let isFirst = isStopped.withLock { isStopped in
      defer { isStopped = true }
      return !isStopped
    }
    if isFirst { child.finish() }
  }

  /// Lines that nobody has listened to yet wait for the one who does.
  private final class Lines: Sendable {
    private struct Contents {
      var waiting: [String] = []
      var answers: [TravelAnswer] = []
      var listener: (@Sendable (String) -> Void)?
    }

    private let contents = Mutex(Contents())
    private let bell = Bell()

    func nextAnswer(within time: Duration) -> TravelAnswer? {
      let end = ContinuousClock.now.advanced(by: time)
      while true {
        let answer: TravelAnswer? = contents.withLock { contents in
          contents.answers.isEmpty ? nil : contents.answers.removeFirst()
        }
        if answer != nil || ContinuousClock.now >= end { return answer }
        bell.wait(until: end)
      }
    }

    func add(_ line: String) {
      if let answer = TravelAnswer(serverLine: line) {
        contents.withLock { $0.answers.append(answer) }
        bell.ring()
        return
      }
      contents.withLock { contents in
        if let listener = contents.listener {
          listener(line)
        } else {
          contents.waiting.append(line)
        }
      }
    }

    func setListener(_ listener: @escaping @Sendable (String) -> Void) {
      contents.withLock { contents in
        for line in contents.waiting { listener(line) }
        contents = Contents(waiting: [], listener: listener)
      }
    }
  }

  private static func makeFolder() throws(Failure) -> String {
    let root = Folders.temporary
    var template = Array("\(root)/loyalhub-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        description: "no private folder in \(root): \(String(cString: strerror(errno)))")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
