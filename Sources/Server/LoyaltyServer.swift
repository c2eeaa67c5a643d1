public import Contract
import HTTPTypes
public import Loyalty
import SQLite
import Synchronization

/// The reference server without sockets: a request in, an answer out.
///
/// It keeps nothing in memory that another instance on the same database would need.
public final class LoyaltyServer: Sendable {
  let store: ServerStore
  let clock: CalendarClock
  let sms: any SMSGateway
  /// Open streams of events.
  let hub: EventHub
  let lookout: Lookout
  let onFailure: @Sendable (String) -> Void
  /// The database's file.
  let path: String
  /// Why events could not be looked for, until they can.
  let toldOfEvents = Mutex<String?>(nil)
  private let isClosed = Atomic<Bool>(false)
  /// Whether the last unit that wanted to write has waited in vain.
  let lockIsHeld = Atomic<Bool>(false)
  /// Whether somebody's long history is being exported.
  let isExporting = Atomic<Bool>(false)
  /// When one of them has waited in vain last, in milliseconds since `began`; `.min` is never.
  let lastBusy = Atomic<Int64>(.min)
  private let began = ContinuousClock.now
  let failureLines = FailureLines()
  /// Why no heartbeat could be written, until one can.
  let toldOfHeartbeat = Mutex<String?>(nil)
  let isKeepingTime = Atomic<Bool>(false)
  /// Milliseconds since 1970, by the machine's clock.
  let nextPurge = Atomic<Int64>(0)
  /// In milliseconds since `began`.
  let nextEmptying = Atomic<Int64>(0)

  /// Opens or makes the database, and fills an empty one with the seed.
  ///
  /// Throws `ClockRefused` when the calendar is to be moved of a database that no demo has filled,
  /// and makes none for it; `DatabaseRefusal` when the database cannot be used.
  ///
  /// - Parameter clock: the machine's; the calendar is where the database has it.
  /// - Parameter steady: milliseconds on a clock that nobody can set, which the machine's is compared
  ///   with; without one it is believed whatever it shows.
  /// - Parameter onFailure: gets a line for the operator when the server is to blame; it names no
  ///   person.
  public init(
    configuration: ServerConfiguration, sms: any SMSGateway,
    clock: @escaping @Sendable () -> Instant, steady: (@Sendable () -> Int64)? = nil,
    onFailure: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    let path = configuration.database
    try DatabaseRefusal.check(path)
    if configuration.clock != nil, configuration.seed == nil, !DatabaseRefusal.isThere(path) {
      throw ClockRefused()
    }
    if configuration.seed == nil { try DatabaseRefusal.checkIsBegun(path) }
    let opened = try DatabaseRefusal.telling(path) {
      let store = try ServerStore(configuration, needsProgram: configuration.seed == nil)
      let calendar = try store.settleCalendar(clock, configuration)
      try store.fillScreenList()
      // Who moves the calendar of a demo has looked at the clock.
      let last = configuration.clock == nil ? try store.lastHeartbeat() : nil
      store.trust.begin(clock, steady: steady, calendar, last: last) { doubt in
        onFailure(doubt?.words(database: path) ?? ClockTrust.wordsOfEnd(database: path))
      }
      if configuration.clock != nil { try store.believe(calendar, isClean: false) }
      return (store: store, calendar: calendar, lookout: try Lookout(store, path: path))
    }
    store = opened.store
    self.clock = opened.calendar
    self.onFailure = onFailure
    self.path = path
    self.sms = sms
    lookout = opened.lookout
    hub = EventHub(lookout.events, configuration.streams) { [lookout = opened.lookout] in
      lookout.wake()
    }
    store.ended.listen { [hub] in hub.endStreams(ofSession: $0) }
    // A tool at the side of a server leaves that to it.
    guard configuration.phoneKey != .none else { return }
    do { try store.scrub() } catch { tell("removing what an older version left", error) }
    // One that was killed may have deleted somebody before.
    store.leftovers.store(true, ordering: .relaxed)
    purgeWhatIsDue()
  }

  /// Finishes with the database; whatever is asked of the server later fails.
  public func close() {
    if !isClosed.load(ordering: .relaxed) { leaveCleanly() }
    isClosed.store(true, ordering: .relaxed)
    sayHowManyFailed(isLast: true)
    lookout.close()
    store.database.close()
  }

  /// Tells the operator that the server is to blame.
  func tell(_ what: String, _ error: any Error) {
    guard !isClosed.load(ordering: .relaxed) else { return }
    let line = "\(what) failed: \(told(error))"
    let kind = FailureKind(words: line)
    if let line = failureLines.say(line, kind, at: clock.machine) { onFailure(line) }
  }

  /// Milliseconds that pass whatever happens to the clock.
  var uptime: Int64 { Int64((ContinuousClock.now - began) / .milliseconds(1)) }

  /// What the database refuses, in words.
  func told(_ error: any Error) -> any Error { DatabaseRefusal.told(error, path) }

  /// Tells the operator something that is no failure of a request.
  func say(_ words: String) {
    guard !isClosed.load(ordering: .relaxed) else { return }
    onFailure(words)
  }

  /// The answer to any request; bad input is a problem, never a trap.
  ///
  /// Of a stream of events this is the beginning.
  public func respond(to request: Request) async -> Response {
    let answer = await answer(to: request)
    answer.stream?.end()
    return answer.response
  }
}

/// An answer and, of a stream, what follows its body.
public struct Answer: Sendable {
  public var response: Response
  public var stream: EventStream?

  init(_ response: Response, stream: EventStream? = nil) {
    self.response = response
    self.stream = stream
  }
}

/// What a server is started with.
public struct ServerConfiguration: Hashable, Sendable {
  /// Path of the SQLite file.
  public var database: String
  /// What an empty database is filled with.
  public var seed: Seed?
  /// What a demo's calendar is to show from now on; `nil` leaves it where it is.
  public var clock: Instant?
  /// What phones are named by that must be known again.
  public var phoneKey: PhoneKeySource
  /// The phone key is lost: what was remembered by it is forgotten.
  public var forgetsPhones: Bool
  /// One-time codes that all instances on the database together send in a minute, at least 1.
  public var smsPerMinute: Int
  /// Milliseconds for which another process may go on writing before this one is told that the
  /// database is busy; a request has limits of its own.
  public var patience: Int
  public var streams: StreamLimits

  public init(
    database: String, seed: Seed? = nil, clock: Instant? = nil, phoneKey: PhoneKeySource = .file,
    forgetsPhones: Bool = false, smsPerMinute: Int = 600, patience: Int = 1000,
    streams: StreamLimits = StreamLimits()
  ) {
    self.database = database
    self.seed = seed
    self.clock = clock
    self.phoneKey = phoneKey
    self.forgetsPhones = forgetsPhones
    self.smsPerMinute = smsPerMinute
    self.patience = patience
    self.streams = streams
  }
}

extension Problem {
  func with(requestID: String) -> Problem {
    var problem = self
    problem.requestID = requestID
    return problem
  }
}
