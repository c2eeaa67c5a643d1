public import App
public import Cells
import LocalStore
public import Loyalty
import Themes

/// Screenshots in a folder: `NAME.txt` with text and styles, `NAME.svg` to look at.
public struct Screenshots: Sendable {
  public let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  /// What a screenshot that is compared comes to.
  public enum Comparison: Equatable, Sendable {
    case same
    case differs(ScreenDifference)
    /// There is none of this name; where it would be.
    case missing(path: String)
    /// What stands there is no screenshot of ours.
    case unreadable(path: String)
    /// It was written now, because it was asked to be.
    case updated(path: String)
  }

  /// Bytes of a screenshot that is read: some of a screen of 1000x1000.
  private static let longest = 64 << 20
  /// Of one name.
  private static let most = 10_000

  /// Writes a screenshot; a name that is taken gets a number, as `home-2`.
  ///
  /// - Parameters:
  ///   - name: as the flow says it; what would lead elsewhere is left out of it.
  ///   - crop: the part of the screen that is meant.
  /// - Returns: the path of the text.
  @discardableResult
  public func save(
    _ name: String, _ frame: Frame, crop: Rect? = nil, isDark: Bool = true
  ) throws(StorageProblem) -> String {
    let frame = frame.cropped(to: crop)
    try PlainFile.makeFolder(folder, mode: 0o777)
    let base = "\(folder)/\(SafeName.file(name))"
    for number in 1...Self.most {
      let path = number == 1 ? base : "\(base)-\(number)"
      guard !NamedFile.exists(path + ".svg"),
        try WholeFile.create(path + ".txt", StyledText(frame.grid).text)
      else { continue }
      try WholeFile.replace(path + ".svg", FrameImage(of: frame, in: isDark ? .dark : .light).svg)
      return path + ".txt"
    }
    throw StorageProblem(base + ".txt", .occupied(.file))
  }

  /// Compares a frame with a screenshot of the folder, cell by cell.
  ///
  /// - Parameters:
  ///   - name: it may name folders below, as `home/balance`.
  ///   - isUpdating: whether the frame becomes the screenshot where they are not the same.
  public func compare(
    _ name: String, _ frame: Frame, crop: Rect? = nil, isUpdating: Bool = false,
    isDark: Bool = true
  ) throws(StorageProblem) -> Comparison {
    let path = "\(folder)/\(SafeName.path(name)).txt"
    let frame = frame.cropped(to: crop)
    let result = try compare(frame.grid, with: path)
    guard isUpdating, result != .same else { return result }
    if let end = path.lastIndex(of: "/") {
      try PlainFile.makeFolder(String(path[..<end]), mode: 0o777)
    }
    try WholeFile.replace(path, StyledText(frame.grid).text)
    let svg = FrameImage(of: frame, in: isDark ? .dark : .light).svg
    try WholeFile.replace(String(path.dropLast(4)) + ".svg", svg)
    return .updated(path: path)
  }

  private func compare(_ grid: Grid, with path: String) throws(StorageProblem) -> Comparison {
    guard NamedFile.exists(path) else { return .missing(path: path) }
    let bytes = try NamedFile.read(path, most: Self.longest)
    guard let text = String(validating: bytes, as: UTF8.self),
      let expected = StyledText(text: text).grid
    else { return .unreadable(path: path) }
    return ScreenDifference(expected: expected, actual: grid).map { .differs($0) } ?? .same
  }
}

extension Frame {
  /// The part of the screen; what lies outside is left out.
  fileprivate func cropped(to place: Rect?) -> Frame {
    guard let place = place?.intersection(grid.bounds), place != grid.bounds else { return self }
    var part = Grid(place.size)
    part.draw(grid, x: -place.x, y: -place.y)
    var modes = Modes(title: modes.title)
    if let caret = self.modes.cursor, place.contains(caret) {
      modes.cursor = Point(x: caret.x - place.x, y: caret.y - place.y)
    }
    return Frame(grid: part, elements: [], modes: modes)
  }
}
