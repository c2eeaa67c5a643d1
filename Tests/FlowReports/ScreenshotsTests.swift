import App
import Cells
import FoundationEssentials
import Glibc
import LocalStore
import Loyalty
import TestSupport
import Testing

@testable import FlowReports

/// Screenshots: names, files, and what a comparison comes to.
struct ScreenshotsTests {
  private func inFolder(_ body: (Screenshots, String) throws -> Void) throws {
    let folder = try makeFolder("shots")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(Screenshots(folder: folder + "/out"), folder)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  private func text(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `the same name never overwrites`() throws {
    try inFolder { shots, _ in
      let paths = try (0..<3).map { try shots.save("home", Sample.frame("\($0)")) }
      #expect(paths == ["home.txt", "home-2.txt", "home-3.txt"].map { "\(shots.folder)/\($0)" })
      #expect(try names(in: shots.folder).count == 6)
      #expect(StyledText(text: try text(of: paths[0])).grid == Sample.frame("0").grid)
    }
  }

  @Test func `a picture of that name that stands there stays too`() throws {
    try inFolder { shots, _ in
      try PlainFile.makeFolder(shots.folder)
      try WholeFile.replace(shots.folder + "/home.svg", "mine")
      #expect(try shots.save("home", Sample.frame("x")).hasSuffix("/home-2.txt"))
      #expect(try text(of: shots.folder + "/home.svg") == "mine")
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "..", ".", "", "a/../../b", ".hidden", "x\u{0}y",
    "\u{1B}[2J", "\u{202E}gpj", "Экран", String(repeating: "длинно", count: 200), "a\\b", "-rf",
  ])
  func `no name leads out of the folder`(name: String) throws {
    try inFolder { shots, parent in
      try shots.save(name, Sample.frame("x"))
      _ = try shots.compare(name, Sample.frame("y"), isUpdating: true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["out"])
      #expect(try names(in: shots.folder).allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix("-") })
    }
  }

  @Test func `a link in the folder is not written through`() throws {
    try inFolder { shots, parent in
      try PlainFile.makeFolder(shots.folder)
      try WholeFile.replace(parent + "/mine", "mine")
      #expect(symlink(parent + "/mine", shots.folder + "/home.txt") == 0)
      try shots.save("home", Sample.frame("x"))
      _ = try shots.compare("home", Sample.frame("y"), isUpdating: true)
      #expect(try text(of: parent + "/mine") == "mine")
    }
  }

  @Test func `a comparison is exact, and updates when it is asked to`() throws {
    try inFolder { shots, _ in
      let frame = Sample.frame("Balance 1,240", .paper)
      let path = shots.folder + "/sub/home.txt"
      #expect(try shots.compare("sub/home", frame) == .missing(path: path))
      #expect(try shots.compare("sub/home", frame, isUpdating: true) == .updated(path: path))
      #expect(try shots.compare("sub/home", frame) == .same)
      #expect(try shots.compare("sub/home", frame, isUpdating: true) == .same)
      let other = try shots.compare("sub/home", Sample.frame("Balance 1,240"))
      guard case .differs = other else {
        Issue.record("another style is the same")
        return
      }
      try WholeFile.replace(path, "40x12\nno more")
      #expect(try shots.compare("sub/home", frame) == .unreadable(path: path))
    }
  }

  @Test func `a part of the screen stands for itself`() throws {
    try inFolder { shots, _ in
      let place = Rect(x: 1, y: 1, width: 7, height: 1)
      _ = try shots.compare("part", Sample.frame("Balance 1"), crop: place, isUpdating: true)
      #expect(try shots.compare("part", Sample.frame("Balance 2"), crop: place) == .same)
      #expect(try shots.compare("part", Sample.frame("Balance 2")) != .same)
      let outside = Rect(x: 36, y: 10, width: 90, height: 90)
      let path = try shots.save("edge", Sample.frame("x"), crop: outside)
      #expect(try text(of: path).hasPrefix("4x2\n"))
    }
  }

  @Test func `what stands in the way is told, and nothing is left`() throws {
    try inFolder { shots, _ in
      let place = shots.folder + "/home.txt"
      try PlainFile.makeFolder(place)
      #expect(throws: StorageProblem.self) { try WholeFile.replace(place, "x") }
      #expect(try names(in: shots.folder) == ["home.txt"])
      try WholeFile.replace(shots.folder + "/file", "x")
      let below = Screenshots(folder: shots.folder + "/file")
      #expect(throws: StorageProblem(shots.folder + "/file", .occupied(.file))) {
        try below.save("home", Sample.frame("x"))
      }
    }
  }
}
