/// How `launchApp` starts the app.
public struct LaunchOptions: Equatable, Sendable {
  /// Whether the local store and the session are emptied first.
  public var clearState = false
  public var clearKeychain = false
  /// `false` brings a running app to the front as it is.
  public var stopApp = true
  /// `arguments:` of the step, such as `language: en` or `size: 40x15`; the names are checked when
  /// the flow is read, a value without `${…}` too.
  public var arguments: [String: Template] = [:]
  /// The arguments that the app takes.
  public static var argumentNames: [String] { Kind<[String: Template]>.described.map(\.name) }
  /// Permissions that it asks for: they mean nothing here, which is said aloud.
  public var permissions: [String] = []

  public init(clearState: Bool = false, arguments: [String: Template] = [:]) {
    self.clearState = clearState
    self.arguments = arguments
  }
}

public enum Orientation: String, Equatable, Sendable, CaseIterable {
  /// As wide as a telephone.
  case portrait = "PORTRAIT"
  case upsideDown = "UPSIDE_DOWN"
  /// As wide as a desktop's window.
  case landscapeLeft = "LANDSCAPE_LEFT"
  case landscapeRight = "LANDSCAPE_RIGHT"

  public var isPortrait: Bool { self == .portrait || self == .upsideDown }
}
