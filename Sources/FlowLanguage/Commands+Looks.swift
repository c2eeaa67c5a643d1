/// `extendedWaitUntil`.
public struct ExtendedWait: Equatable, Sendable {
  public var visible: Selector?
  public var notVisible: Selector?
  /// Milliseconds.
  public var timeout: Template

  public init(visible: Selector? = nil, notVisible: Selector? = nil, timeout: Template = "17000") {
    self.visible = visible
    self.notVisible = notVisible
    self.timeout = timeout
  }
}

/// `takeScreenshot` and `assertScreenshot`.
public struct Screenshot: Equatable, Sendable {
  public var name: Template
  /// The part of the screen that is meant.
  public var crop: Selector?

  public init(_ name: Template, crop: Selector? = nil) {
    self.name = name
    self.crop = crop
  }
}
