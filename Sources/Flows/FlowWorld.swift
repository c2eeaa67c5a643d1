public import App
public import Cells
public import Client
public import FlowLanguage
public import Loyalty

/// What a flow needs around the app: a device, a server, a till, a place for screenshots.
public protocol FlowWorld: AnyObject {
  // MARK: The app
  func launch(_ start: AppStart) throws -> HeadlessApp
  /// The window's app has ended: nothing of it reaches the server any more.
  func forget(window: String)
  /// Empties what a window's app keeps, its session with it.
  func clearState(window: String) throws
  /// Ends what a window's app keeps of its session.
  func clearSession(window: String) throws

  // MARK: The device
  /// Whether nothing reaches the server; it may change while the app runs.
  var isInAirplaneMode: Bool { get set }
  /// Whether the terminal's ground is dark, for all windows that are opened from now on; `nil` is
  /// what the look makes of it.
  var isDark: Bool? { get set }
  /// How large windows are that are opened without a size; `nil` is as they always are.
  var orientation: Orientation? { get set }

  // MARK: What is kept of a run
  /// - Parameter part: the part of the screen that is meant.
  func save(screenshot name: String, _ frame: Frame, _ part: Rect?) throws
  /// - Throws: `StepError` with the difference; anything else where it cannot be compared.
  func compare(screenshot name: String, _ frame: Frame, _ part: Rect?) throws
  /// What the terminal gets from here on is kept under a name; `nil` ends that.
  func record(_ name: String?) throws
  /// What the window on the screen shows after a step.
  func show(_ frame: Frame)

  // MARK: The business
  /// The member shows a card at a till and pays so many roubles.
  ///
  /// - Parameter key: the sale's name; `nil` is one that nobody has.
  func sell(_ card: Card, _ amount: String, key: String?, options: [String]) throws
  /// A till takes back so many roubles of a sale, or all that is left; of the last sale where no key
  /// is given.
  func takeBack(_ amount: String?, of sale: String?) throws
  /// Time passes, for the server and all windows.
  func travel(milliseconds: Int64) throws
  /// Pushes and publishes the content files of a folder, by the member of a window.
  func push(_ folder: String, window: String) throws
  /// Publishes newer terms of the program whose window was opened last.
  func publish(terms file: String) throws
}

/// How the app is started, with nothing in it that is still to be asked for.
public struct AppStart: Equatable, Sendable {
  /// Whether the local store and the session are emptied first.
  public var clearsState = false
  public var clearsSession = false
  /// Such as `language` and `size`.
  public var arguments: [String: String] = [:]

  public init(clearsState: Bool = false, arguments: [String: String] = [:]) {
    self.clearsState = clearsState
    self.arguments = arguments
  }

  /// The name of the window: another one is another client, with a home of its own.
  public var window: String { arguments["window"] ?? "" }
}
