import Cells
import Foundation
import Loyalty
import TestSupport
import Testing

@testable import App

/// What tests and the README list by hand has all that there is: what was left out is named.
struct LeftOutTests {
  /// Each sheet that the walk opens, and its name: `rewards.coupon`.
  private let sheets = Walk.steps.compactMap(\.sheet).reduce(into: [String: Sheet]()) {
    $0[LeftOutTests.name(of: $1)] = $1
  }

  static func name(of sheet: Any) -> String {
    let (name, payload) = caseName(of: sheet)
    let inner = payload.first { "\(type(of: $0))".hasSuffix("Sheet") }
    return inner.map { "\(name).\(LeftOutTests.name(of: $0))" } ?? name
  }

  /// All that can be on top.
  private var surfaces: [String: Surface] {
    var surfaces = sheets.mapValues(\.surface)
    for tab in Tab.own { surfaces["\(tab)"] = tab.surface }
    surfaces["login"] = .login
    surfaces["intro"] = .intro
    return surfaces
  }

  @Test func `each sheet has a step of the walk`() {
    #expect(casesLeftOut(of: Array(sheets.values)) { "\($0)".hasSuffix("Sheet") } == [])
  }

  @Test func `each sheet of a part of the program is tried without that part`() {
    let parted = sheets.filter { $0.value.surface.part != nil }.keys
    #expect(Set(FeatureTests.parts.map { Self.name(of: $0.0) }) == Set(parted))
    #expect(Set(FeatureTests.parts.map(\.1)) == Set(Feature.all))
  }

  /// What is moved through and has no number of rows that could be any.
  private static let bounded: Set<String> = [
    // Texts.
    "screen", "entry", "shops.shop", "wallet.card", "editor.difference",
    // As many as this version knows.
    "more", "profile.overview", "editor.kinds", "help",
    // All that others list: `PaletteTests`.
    "palette",
    // What the program has, of which other lists are made: `PickerTests`.
    "editor.targets", "editor.names",
  ]

  @Test func `each list is tried with nothing in it and with very many rows`() throws {
    let tried = try ListSweepTests.Place.allCases.map { place in
      var state = try Fixture.signedIn()
      _ = feed(place.events(1), to: &state)
      return state.sheets.last.map { Self.name(of: $0) } ?? "\(state.tab)"
    }
    // What only the screen knows the length of is in `SheetTextTests`.
    let lists = Set(surfaces.filter { $0.value.list.map { !$0.isOfScreen } ?? false }.keys)
    #expect(lists.subtracting(tried) == Self.bounded)
  }

  @Test func `the keys of each surface are in the README`() {
    func words(_ commands: [Command]) -> [String] {
      commands.map { "\($0.hint) \(Phrasebook(.english).say($0.title))" }
    }
    let told = Set(KeyTableTests.tables.flatMap(\.self).map { words($0.commands) })
    let untold = surfaces.filter { !$0.value.commands.isEmpty }
      .filter { !told.contains(words($0.value.commands)) }.keys
    // The arrows alone, along the rows and the columns of the switches.
    #expect(untold.sorted() == ["inbox.preferences"])
  }

  @Test func `each feature is in the list of all`() throws {
    let app = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/App")
    let files = try #require(
      FileManager.default.enumerator(at: app, includingPropertiesForKeys: []))
    var described: Set<String> = []
    for case let file as URL in files where file.lastPathComponent.hasSuffix("+Feature.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /static let (\w+) = FeatureDescription\(/) {
        described.insert(String(match.1))
      }
    }
    let list = try String(
      contentsOf: app.appending(path: "Core/FeatureDescription.swift"), encoding: .utf8)
    let all = try #require(list.firstMatch(of: /static let all[^=]*= \[([^\]]*)\]/)).1
    let listed = all.matches(of: /\.(\w+)/).map { String($0.1) }
    #expect(Set(listed) == described)
    #expect(listed.count == FeatureDescription.all.count)
  }
}
